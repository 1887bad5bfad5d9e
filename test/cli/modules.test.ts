import { readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

/**
 * What `lswpar` pays for at each start. A module more here is a millisecond for everybody: add one because it is
 * needed, not because the test says so.
 */
const loaded = [
  'picomatch',
  'src/cli/arguments.ts',
  'src/cli/call.ts',
  'src/cli/choose-host.ts',
  'src/cli/files.ts',
  'src/cli/large-files.ts',
  'src/cli/make-context.ts',
  'src/cli/open-lab.ts',
  'src/cli/process-machine.ts',
  'src/cli/process-output.ts',
  'src/cli/run.ts',
  'src/cli/spec.ts',
  'src/cli/tokens.ts',
  'src/cli/usage.ts',
  'src/commands/aix/lswpar.ts',
  'src/commands/inside.ts',
  'src/commands/registry.ts',
  'src/format/delimited.ts',
  'src/format/lswpar/paragraphs.ts',
  'src/format/lswpar/views.ts',
  'src/format/paragraph.ts',
  'src/format/quote.ts',
  'src/format/specification.ts',
  'src/format/table.ts',
  'src/main.ts',
  'src/messages/define.ts',
  'src/messages/failure.ts',
  'src/messages/lab.ts',
  'src/messages/reasons.ts',
  'src/messages/runtime.ts',
  'src/messages/usage.ts',
  'src/messages/wpar.ts',
  'src/messages/wpar/applications.ts',
  'src/messages/wpar/checkpoint.ts',
  'src/messages/wpar/devices.ts',
  'src/messages/wpar/names.ts',
  'src/messages/wpar/networks.ts',
  'src/messages/wpar/rule.ts',
  'src/messages/wpar/settings.ts',
  'src/messages/wpar/states.ts',
  'src/messages/wpar/storage.ts',
  'src/model/dlpar/delivered.ts',
  'src/model/folder.ts',
  'src/model/host-tree.ts',
  'src/model/place.ts',
  'src/model/release.ts',
  'src/model/storage/records.ts',
  'src/model/storage/stanzas.ts',
  'src/model/tree/beneath.ts',
  'src/model/tree/binds.ts',
  'src/model/tree/files.ts',
  'src/model/tree/folder.ts',
  'src/model/tree/folders.ts',
  'src/model/tree/lay.ts',
  'src/model/tree/machines.ts',
  'src/model/tree/owner.ts',
  'src/model/tree/samples.ts',
  'src/model/tree/security.ts',
  'src/model/tree/skeleton.ts',
  'src/model/tree/spotted.ts',
  'src/model/wpar/configuration.ts',
  'src/model/wpar/describe.ts',
  'src/model/wpar/devices.ts',
  'src/model/wpar/listing.ts',
  'src/model/wpar/paths.ts',
  'src/model/wpar/privileges.ts',
  'src/model/wpar/resources.ts',
  'src/model/wpar/specification.ts',
  'src/model/wpar/states.ts',
  'src/package-root.ts',
  'src/runtime/inside.ts',
  'src/state/change.ts',
  'src/state/clock.ts',
  'src/state/device-attributes.ts',
  'src/state/engine.ts',
  'src/state/frames/migrations.ts',
  'src/state/holders.ts',
  'src/state/host-file-systems.ts',
  'src/state/hosts.ts',
  'src/state/insert.ts',
  'src/state/lab.ts',
  'src/state/migrations/1-workload-partitions.ts',
  'src/state/migrations/2-frames.ts',
  'src/state/migrations/3-mobility.ts',
  'src/state/migrations/4-inside.ts',
  'src/state/migrations/5-dynamic.ts',
  'src/state/mounted.ts',
  'src/state/random.ts',
  'src/state/remove-folder.ts',
  'src/state/schema.ts',
  'src/state/settle.ts',
  'src/state/transitions.ts',
  'src/state/trouble.ts',
  'src/state/wpars.ts',
  'yargs-parser',
];

/** Modules of Node that take milliseconds to load. */
const late = /^NativeModule (child_process|crypto|net|readline|tty|zlib)$/;

/** Packages with files of their own that only some commands load. */
const apart = ['chalk', 'cli-table3', 'execa', 'yaml', 'yargs', 'zod'];

interface Import {
  readonly path: string;
  readonly kind: string;
  readonly external?: boolean;
}

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly Import[] }>>;
}

/** What is evaluated when these are: everything that they import statically, and so on. */
function closure(
  metafile: Metafile,
  entries: readonly string[],
): { modules: Set<string>; outside: Set<string> } {
  const modules = new Set<string>();
  const outside = new Set<string>();
  const visit = (path: string): void => {
    if (modules.has(path)) return;
    modules.add(path);
    const input = metafile.inputs[path];
    if (!input) throw new Error(`${path} is not in the bundle`);
    for (const each of input.imports) {
      if (each.kind === 'dynamic-import') continue;
      if (each.external) outside.add(each.path);
      else visit(each.path);
    }
  };
  for (const entry of entries) visit(entry);
  return { modules, outside };
}

/** A module of a package counts as the package. */
function named(path: string): string {
  return /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

describe('the bundle', () => {
  const metafile = JSON.parse(readFileSync(join(projectRoot, 'dist/meta.json'), 'utf8')) as Metafile;

  test('lswpar loads these modules and no other', () => {
    const { modules } = closure(metafile, ['src/main.ts', 'src/commands/aix/lswpar.ts']);
    expect([...new Set([...modules].map(named))].sort()).toEqual(loaded);
  });

  test.each(['chwpar', 'lswpar', 'mkwpar', 'rebootwpar', 'rmwpar', 'startwpar', 'stopwpar', 'syncwpar'])(
    '%s starts without the packages that only some commands need',
    (command) => {
      const { modules, outside } = closure(metafile, ['src/main.ts', `src/commands/aix/${command}.ts`]);
      const all = [...modules, ...outside].map(named);
      for (const name of [...apart, 'string-width', '@photostructure/sqlite'])
        expect(all).not.toContain(name);
      expect([...outside].filter((path) => path.includes('apart'))).toEqual([]);
    },
  );
});

describe('a real process', () => {
  /** Files that Node's loader opened, in order, and parts of the program; then modules of Node that came late. */
  async function filesLoaded(program: string, ...argv: readonly string[]): Promise<string[]> {
    const lab = new TestLab('default');
    const hook = join(lab.home, 'hook.cjs');
    const record = join(lab.home, 'loaded');
    writeFileSync(
      hook,
      `const { appendFileSync } = require('node:fs');
       const Module = require('node:module');
       const note = (file) => appendFileSync(${JSON.stringify(record)}, file + '\\n');
       const resolve = Module._resolveFilename;
       Module._resolveFilename = function (...all) { const file = resolve.apply(this, all); note(file); return file; };
       const dlopen = process.dlopen;
       process.dlopen = function (module, file, ...rest) { note(file); return dlopen.call(this, module, file, ...rest); };
       const fs = require('node:fs');
       const read = fs.readFileSync;
       fs.readFileSync = function (file, ...rest) { if (/part-.*cjs$/.test(file)) note(file); return read.call(this, file, ...rest); };
       process.on('exit', () => process.moduleLoadList.filter((name) => ${late}.test(name)).forEach(note));
       Module.prototype.require = new Proxy(Module.prototype.require, {
         apply(target, self, [name]) { if (/apart|sqlite/.test(name)) note(name); return Reflect.apply(target, self, [name]); },
       });\n`,
    );
    const environment = { ...lab.environment(), NODE_OPTIONS: `--require=${hook}` };
    expect(await run(program, argv, { environment })).toMatchObject({ status: 0, stderr: '' });
    const files = readFileSync(record, 'utf8').trimEnd().split('\n');
    return files
      .filter((file) => !isBuiltin(file) && file !== hook)
      .map((file) => (file.startsWith('/') ? relative(projectRoot, file) : file));
  }

  test.each([
    ['lswpar', 'core lswpar'],
    ['lswpar -L dev01', 'core lswpar'],
    ['lswpar -cG dev01', 'core lswpar'],
    ['mkwpar -n dev03', 'core wpar lswpar'],
    ['startwpar dev01', 'core wpar lswpar inside'],
    ['chwpar -h other dev01', 'core wpar lswpar'],
    ['lssyscfg -r sys', 'core lists'],
    ['lslparmigr -r sys -m p750-Server-8233-E8B-SN069348P', 'core lists mobility'],
    ['lshwres -r proc --level sys -m p750-Server-8233-E8B-SN069348P', 'core lists'],
  ])('%s: the launcher, some parts of the program (%s) and the engine', async (line, names) => {
    const [program = '', ...argv] = line.split(' ');
    const engine = JSON.parse(readFileSync(join(projectRoot, 'dist/engine.json'), 'utf8')) as {
      addon: string;
    };
    const addon = Number(process.versions.node.split('.')[0]) >= 24 ? [] : [engine.addon];
    const parts = names.split(' ').map((name) => `dist/part-${name}.cjs`);
    const files = await filesLoaded(program, ...argv);
    expect(files.filter((file) => !parts.includes(file))).toEqual([
      `bin/${program}`,
      'bin/launch.cjs',
      ...addon,
    ]);
    expect(files.filter((file) => parts.includes(file)).sort()).toEqual(parts.sort());
  });

  test('the witness would see a package: parlab loads yargs', async () => {
    expect(await filesLoaded('parlab', 'hosts')).toContain('dist/apart/yargs.cjs');
  });
});
