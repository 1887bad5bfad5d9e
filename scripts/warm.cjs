'use strict';
/**
 * Runs the usual commands once in a lab of its own and keeps their compiled code beside the bundle. Another process makes
 * the lab: code that only a first command needs would make the cache, which every command reads, larger.
 */
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { load } = require('../bin/launch.cjs');

const session = [
  ['lswpar'],
  ['mkwpar', '-n', 'warm', '-N', 'address=10.9.8.7'],
  ['lswpar', '-L', 'warm'],
  ['lswpar', '-cG', 'warm'],
  ['startwpar', '-v', 'warm'],
  ['chwpar', '-h', 'warmer', 'warm'],
  ['stopwpar', 'warm'],
  ['rmwpar', 'warm'],
  ['lssyscfg', '-r', 'lpar', '-m', '8233-E8B*069348P', '-F', 'name,state'],
  ['lshwres', '-r', 'mem', '-m', '8233-E8B*069348P', '--level', 'lpar'],
];

async function warm() {
  process.env.PARLAB_DIR = mkdtempSync(join(tmpdir(), 'parlab-warm-'));
  delete process.env.PARLAB_HOST;
  execFileSync(process.execPath, [join(__dirname, '..', 'bin', 'lswpar')]);
  const bundle = load({ cached: false });
  try {
    for (const [name, ...argv] of session) await bundle.exports.main(name, argv);
    bundle.keep();
  } finally {
    rmSync(process.env.PARLAB_DIR, { recursive: true, force: true });
  }
}

void warm();
