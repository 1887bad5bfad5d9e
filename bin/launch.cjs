'use strict';
/**
 * Loads the parts of the program that a command needs, each with its V8 code cache, keyed by the content of the part and
 * the version of Node. The build makes the caches; a Node they were not made for makes its own at a first command, or
 * does without where it cannot write.
 */
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const root = join(__dirname, '..');
const dist = join(root, 'dist');

/** Modules of Node that take milliseconds to load: each is, when something of it is used. */
const late = new Set(
  ['child_process', 'crypto', 'net', 'os', 'readline', 'stream', 'tty', 'zlib'].map((name) => `node:${name}`),
);

/**
 * @param name of the command: each has caches of its own, for reading what others need takes longer than running
 * @param options.cached false: compile anew
 * @returns the program's exports, and a way to keep the code of all loaded parts as compiled by now
 */
function load(name, { cached = true } = {}) {
  const parts = new Map();
  const modules = new Map();
  // A module of another part is asked for as #part:path; other files are beside the parts.
  const request = (id) => {
    if (late.has(id)) return new Proxy({}, { get: (_, name) => require(id)[name] });
    if (id[0] !== '#') return require(id[0] === '.' ? join(dist, id) : id);
    if (!modules.has(id)) {
      const [part, path] = id.slice(1).split(':');
      modules.set(id, loaded(part).exports.modules[path]());
    }
    return modules.get(id);
  };
  const loaded = (part) => {
    if (!parts.has(part)) parts.set(part, loadPart(part, name, cached, request));
    return parts.get(part);
  };
  const { exports } = loaded('core');
  return {
    exports,
    keep(all = true) {
      for (const { script, cache, fresh } of parts.values()) if (all || !fresh) keep(script, cache);
    },
  };
}

function loadPart(part, name, cached, request) {
  const file = join(dist, `part-${part}.cjs`);
  const source = readFileSync(file, 'latin1');
  // The build writes the hash of the part into its first comment: /*0123456789abcdef*/
  const key = `${source.slice(2, 18)}-${process.version}-${process.arch}`;
  const cache = join(dist, `${name}-${part}-${key}.cache`);
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
  script.runInThisContext()(holder.exports, request, holder, file, dist);
  return { script, cache, fresh, exports: holder.exports };
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
  let program;
  try {
    program = load(name);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    process.stderr.write(`${name}: parlab is not built; run "npm ci" in ${root}\n`);
    process.exitCode = 1;
    return;
  }
  await program.exports.main(name, process.argv.slice(2));
  program.keep(false);
}

module.exports = { launch, load };

// The process that keeps a partition is no command: it is started with this file.
if (require.main === module && process.argv[2] === 'keeper') {
  load('keeper').exports.keepPartition(process.argv.slice(3));
}
