'use strict';
/**
 * Runs every command once, each in a process of its own, in a lab made for it, and keeps its compiled code beside the
 * bundle. Another process makes the lab: code that only a first command needs would make the cache, which every start
 * reads, larger.
 */
const { execFile } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { availableParallelism, tmpdir } = require('node:os');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { load } = require('../bin/launch.cjs');

const system = 'p750-Server-8233-E8B-SN069348P';
const target = 'p740-Server-8205-E6B-SN10934CP';

/** Of these each needs what the one before it has done; the others go beside them. */
const inTurn = ['mkwpar', 'lswpar', 'startwpar', 'chwpar', 'syncwpar', 'rebootwpar', 'stopwpar', 'rmwpar'];

/** What is usual with each command. */
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

async function warmAll() {
  const directory = mkdtempSync(join(tmpdir(), 'parlab-warm-'));
  const { PARLAB_HOST: _, ...environment } = process.env;
  const call = async (...words) => {
    const options = { env: { ...environment, PARLAB_DIR: directory } };
    const { stderr } = await promisify(execFile)(process.execPath, words, options);
    process.stderr.write(stderr);
  };
  try {
    await call(join(__dirname, '..', 'bin', 'parlab'), 'init');
    const names = sessions.map(([name]) => name);
    const others = names.filter((name) => !inTurn.includes(name));
    const lane = async (queue) => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) await call(__filename, name);
    };
    const lanes = Array.from({ length: Math.max(1, availableParallelism() - 1) }, () => lane(others));
    await Promise.all([lane([...inTurn]).then(() => lane(others)), ...lanes]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[2] === undefined) void warmAll();
else void warm(process.argv[2]);
