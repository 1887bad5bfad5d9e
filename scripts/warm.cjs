'use strict';
/**
 * Runs every command once, each in a process of its own, in a lab made for it, and keeps its compiled code beside the
 * bundle. Another process makes the lab: code that only a first command needs would make the cache, which every start
 * reads, larger.
 */
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load } = require('../bin/launch.cjs');

const system = 'p750-Server-8233-E8B-SN069348P';
const target = 'p740-Server-8205-E6B-SN10934CP';

/** What is usual with each command, in an order in which all of it works. */
const sessions = [
  ['mkwpar', ['-n', 'warm', '-N', 'address=172.16.20.99']],
  ['lswpar', [], ['-L', 'warm'], ['-cG', 'warm']],
  ['startwpar', ['-v', 'warm']],
  ['chwpar', ['-h', 'warmer', 'warm']],
  ['syncwpar', ['warm']],
  ['rebootwpar', ['warm']],
  ['stopwpar', ['warm']],
  ['rmwpar', ['warm']],
  [
    'lssyscfg',
    ['-r', 'sys'],
    ['-r', 'lpar', '-m', system],
    ['-r', 'lpar', '-m', system, '-F', 'name,state'],
    ['-r', 'prof', '-m', system],
  ],
  ['lshwres', ['-r', 'mem', '-m', system, '--level', 'lpar'], ['-r', 'proc', '-m', system, '--level', 'sys']],
  ['lssysconn', ['-r', 'all']],
  ['lshmc', ['-V']],
  ['lspartition', ['-dlpar']],
  ['lslic', ['-m', system]],
  ['lsrefcode', ['-r', 'lpar', '-m', system]],
  ['lsdev', ['-dev', 'vioslpm0', '-attr'], ['-virtual'], ['-Cc', 'disk']],
  ['lsattr', ['-El', 'hdisk0']],
  ['chdev', ['-dev', 'vioslpm0', '-attr', 'concurrency_lvl=2'], ['-l', 'hdisk2', '-a', 'queue_depth=20']],
  ['ioslevel', []],
  ['lsmap', ['-all'], ['-all', '-npiv'], ['-all', '-net']],
  ['lsnports', []],
  ['lslparmigr', ['-r', 'lpar', '-m', system], ['-r', 'sys', '-m', system]],
  ['chsyscfg', ['-r', 'lpar', '-m', system, '-i', 'name=b750vio2,msp=1']],
  ['chsysstate', ['-r', 'lpar', '-m', system, '-o', 'on', '-n', 'b750off1']],
  [
    'chhwres',
    ['-r', 'mem', '-m', system, '-o', 'r', '-p', 'l488pp008', '-q', '256'],
    ['-r', 'proc', '-m', system, '-o', 'a', '-p', 'l488pp008', '--procs', '1'],
  ],
  ['viosvrcmd', ['-m', system, '-p', 'b750vio2', '-c', 'ioslevel']],
  [
    'migrlpar',
    ['-o', 'v', '-m', system, '-t', target, '-p', 'b750nl2'],
    ['-o', 'm', '-m', system, '-t', target, '-p', 'b750nl2'],
  ],
  ['parlab', ['status']],
];

async function warm(name) {
  const lines = sessions.find(([each]) => each === name)?.slice(1) ?? [];
  const bundle = load(name, { cached: false });
  for (const argv of lines) await bundle.exports.main(name, argv);
  bundle.keep();
}

function warmAll() {
  const directory = mkdtempSync(join(tmpdir(), 'parlab-warm-'));
  const { PARLAB_HOST: _, ...environment } = process.env;
  const options = { env: { ...environment, PARLAB_DIR: directory }, stdio: ['ignore', 'ignore', 'inherit'] };
  try {
    execFileSync(process.execPath, [join(__dirname, '..', 'bin', 'parlab'), 'init'], options);
    for (const [name] of sessions) execFileSync(process.execPath, [__filename, name], options);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[2] === undefined) warmAll();
else void warm(process.argv[2]);
