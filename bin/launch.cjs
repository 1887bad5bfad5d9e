'use strict';
/**
 * Loads the bundle with its V8 code cache, keyed by the content of the bundle and the version of Node. The build makes
 * the cache; a Node it was not made for makes its own at its first command, or does without where it cannot write.
 */
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const root = join(__dirname, '..');
const file = join(root, 'dist', 'parlab.cjs');

/**
 * @param name of the command: each has a cache of its own, for reading what others need takes longer than running
 * @param options.cached false: compile anew
 * @returns the bundle's exports, and a way to keep its code as compiled by now
 */
function load(name, { cached = true } = {}) {
  const source = readFileSync(file, 'latin1');
  // The build writes the hash of the bundle into its first comment: /*0123456789abcdef*/
  const key = `${source.slice(2, 18)}-${process.version}-${process.arch}`;
  const cache = join(root, 'dist', `${name}-${key}.cache`);
  let cachedData;
  try {
    if (cached) cachedData = readFileSync(cache);
  } catch {
    // not made yet
  }
  const script = new Script(source, { filename: file, cachedData });
  // A Node with flags of its own takes no cache made without them; it must not put its own in the place of everybody's.
  const flagged = process.execArgv.length > 0 || Boolean(process.env.NODE_OPTIONS);
  const fresh = flagged || (cachedData !== undefined && script.cachedDataRejected !== true);
  const holder = { exports: {} };
  script.runInThisContext()(holder.exports, createRequire(file), holder, file, join(root, 'dist'));
  return { exports: holder.exports, keep: () => keep(script, cache), fresh };
}

function keep(script, cache) {
  try {
    const aside = `${cache}.${process.pid}`;
    writeFileSync(aside, script.createCachedData());
    renameSync(aside, cache);
  } catch {
    // a read-only installation: the cache is not needed
  }
}

async function launch(name) {
  let bundle;
  try {
    bundle = load(name);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    process.stderr.write(`${name}: parlab is not built; run "npm ci" in ${root}\n`);
    process.exitCode = 1;
    return;
  }
  await bundle.exports.main(name, process.argv.slice(2));
  if (!bundle.fresh) bundle.keep();
}

module.exports = { launch, load };

// The process that keeps a partition is no command: it is started with this file.
if (require.main === module && process.argv[2] === 'keeper') {
  load('keeper').exports.keepPartition(process.argv.slice(3));
}
