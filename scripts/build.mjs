/**
 * Builds what the bins need: the program in parts, their V8 code caches, the manual pages. Run at install
 * (`prepare`) and by hand; `--if-stale` does nothing when the sources are as they were built from.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryOf, partsOf } from './parts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

const stamp = sourcesHash();
const stampFile = join(dist, 'stamp');
if (
  process.argv.includes('--if-stale') &&
  existsSync(stampFile) &&
  existsSync(join(root, 'man', 'inside', 'man1')) &&
  readFileSync(stampFile, 'utf8') === stamp
) {
  process.exit(0);
}

/**
 * Packages that ordinary commands never load. Inside the parts they would cost every start 20 ms (their code cache is
 * read, their exports are defined), so each is a file of its own.
 */
const apart = ['chalk', 'cli-table3', 'execa', 'yaml', 'yargs', 'zod'];

const esbuild = await import('esbuild');
mkdirSync(dist, { recursive: true });
rmSync(stampFile, { force: true });
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  charset: 'ascii',
  logLevel: 'warning',
};
// The newest string-width asks ICU for a segmenter and an emoji table when it is loaded: 50 ms of each `parlab`. The one
// that cli-table3 brings counts with small tables of its own.
const lightWidth = require.resolve('string-width', {
  paths: [dirname(require.resolve('cli-table3/package.json'))],
});
const packages = apart.map((name) =>
  esbuild.build({
    ...common,
    entryPoints: [name],
    alias: { 'string-width': lightWidth },
    absWorkingDir: root,
    outfile: join(dist, 'apart', `${name}.cjs`),
    define: { 'import.meta.url': '__fileUrl' },
    banner: { js: "const __fileUrl=require('node:url').pathToFileURL(__filename).href;" },
    // The bundle takes module.exports for the default export, as Node does for CommonJS.
    footer: name === 'yargs' ? { js: 'module.exports = module.exports.default;' } : {},
  }),
);
const besideTheBundle = {
  name: 'beside-the-bundle',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${apart.join('|')})$`) }, ({ path }) => ({
      path: `./apart/${path}.cjs`,
      external: true,
    }));
  },
};
const program = {
  ...common,
  absWorkingDir: root,
  define: { 'import.meta.url': '__fileUrl' },
  write: false,
  external: ['@photostructure/sqlite'],
};
// Once as a whole, to know which module imports which.
const { metafile } = await esbuild.build({
  ...program,
  entryPoints: [join(root, 'src/main.ts')],
  plugins: [besideTheBundle],
  metafile: true,
});
for (const file of readdirSync(dist))
  if (file.endsWith('.cache') || file.startsWith('part-')) rmSync(join(dist, file));
await Promise.all(partsOf(root, metafile).map(buildPart));
await Promise.all(packages);
writeFileSync(join(dist, 'meta.json'), JSON.stringify(metafile));
writeFileSync(join(dist, 'engine.json'), JSON.stringify({ addon: addonPath() }));
// What runs inside partitions: these reach neither this folder nor any other of the machine.
for (const name of ['archive', 'client']) {
  await esbuild.build({
    ...common,
    entryPoints: [join(root, `src/runtime/${name}.ts`)],
    outfile: join(dist, `${name}.cjs`),
  });
}
await compileWorlds();
await Promise.all([warmCodeCache(), writeManuals()]);
writeFileSync(stampFile, stamp);

async function buildPart(part) {
  const { outputFiles } = await esbuild.build({
    ...program,
    stdin: { contents: entryOf(part), resolveDir: root },
    plugins: [besideTheBundle, part.plugin],
    // import() becomes require(), which the launcher answers.
    supported: { 'dynamic-import': false },
  });
  // As a function expression, so that the launcher need not wrap it; its hash names the code caches.
  const wrapped = `(function(exports,require,module,__filename,__dirname){const __fileUrl=require('node:url').pathToFileURL(__filename).href;${outputFiles[0].text}\n})`;
  const hash = createHash('sha256').update(wrapped).digest('hex').slice(0, 16);
  writeFileSync(join(dist, `part-${part.name}.cjs`), `/*${hash}*/${wrapped}`);
}
// The package's own look-up, done once: where npm put the prebuilt addon for this machine.
function addonPath() {
  const home = dirname(require.resolve('@photostructure/sqlite/package.json'));
  const { path } = require(require.resolve('node-gyp-build', { paths: [home] }));
  try {
    return relative(root, path(home));
  } catch {
    return '';
  }
}

// Each usual command keeps the code that it has run.
async function warmCodeCache() {
  const child = spawn(process.execPath, [join(root, 'scripts', 'warm.cjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('the code caches could not be made');
}

// World files are checked once, here: reading YAML and checking it would be the longest part of a reset.
async function compileWorlds() {
  rmSync(join(dist, 'worlds'), { recursive: true, force: true });
  (await load('src/state/worlds/compile.ts', 'compile-worlds.cjs')).compileWorlds();
}

async function writeManuals() {
  await (await load('src/manual/write.ts', 'manuals.cjs')).writeManuals(root);
}

// The sources are TypeScript: what the build itself needs of them is a bundle of its own, run at once.
async function load(source, name) {
  const outfile = join(dist, name);
  await esbuild.build({
    ...common,
    entryPoints: [join(root, source)],
    outfile,
    plugins: [besideTheBundle],
    define: { 'import.meta.url': '__fileUrl' },
    banner: { js: "const __fileUrl=require('node:url').pathToFileURL(__filename).href;" },
    external: ['@photostructure/sqlite'],
  });
  return require(outfile);
}

function sourcesHash() {
  const hash = createHash('sha256').update(process.versions.node);
  const add = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (path !== join('man', 'man1') && path !== join('man', 'inside')) add(path);
      } else hash.update(path).update(readFileSync(join(root, path)));
    }
  };
  for (const folder of ['src', 'man', 'bin']) add(folder);
  for (const file of ['package-lock.json', 'scripts/build.mjs', 'scripts/parts.mjs', 'scripts/warm.cjs'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
