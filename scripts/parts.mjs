/**
 * The program in parts, each a file of dist with a code cache of its own for each command: a start reads and checks all
 * of the code that it loads, and most of it belongs to other commands.
 *
 * A module is in one part only, so that there is one of it in a process. What another part needs of it goes by the name
 * `#part:path`, which the launcher answers. Packages are copied into each part that uses them: they keep nothing.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The parts and the modules that they begin with. A module is in the first part that reaches it by static imports. */
function beginnings(root) {
  const command = (platform) => (name) => `src/commands/${platform}/${name}.ts`;
  const all = (platform) =>
    readdirSync(join(root, 'src/commands', platform))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/commands/${platform}/${file}`);
  return {
    // Beside what each command begins with, small modules that would make many load another part.
    core: ['src/main.ts', 'src/cli/spec.ts', 'src/state/frames/servers.ts'],
    lswpar: ['lswpar'].map(command('aix')),
    wpar: ['mkwpar', 'startwpar', 'stopwpar', 'rmwpar', 'chwpar', 'syncwpar', 'rebootwpar'].map(
      command('aix'),
    ),
    lists: [
      'src/cli/hmc/parameters.ts',
      'src/model/frames/rmc.ts',
      'src/state/frames/profile-rows.ts',
      ...['lssyscfg', 'lshwres', 'lsrefcode', 'lspartition', 'lslic', 'lssysconn', 'lshmc'].map(
        command('hmc'),
      ),
    ],
    inside: ['holder', 'end', 'freeze', 'stay', 'visitor', 'processes', 'keeper'].map(
      (name) => `src/runtime/${name}.ts`,
    ),
    dynamic: [
      ...['chhwres', 'chhwres/memory', 'chhwres/processors'].map(command('hmc')),
      'src/model/dlpar/carry-out.ts',
    ],
    scripts: ['src/runtime/scripts.ts'],
    adapters: ['chhwres/slots', 'chhwres/virtual-io'].map(command('hmc')),
    mobility: ['lslparmigr', 'migrlpar'].map(command('hmc')),
    aix: all('aix'),
    consoles: ['src/cli/vios/words.ts', ...all('hmc'), ...all('vios')],
  };
}

/** @param metafile of a build of the whole program. @returns the parts in order: name, modules, and those it lends */
export function partsOf(root, { inputs }) {
  const owner = new Map();
  const visit = (path, part) => {
    if (owner.has(path) || path.startsWith('node_modules/')) return;
    owner.set(path, part);
    for (const each of inputs[path].imports)
      if (each.kind !== 'dynamic-import' && !each.external) visit(each.path, part);
  };
  for (const [part, paths] of Object.entries(beginnings(root)))
    for (const path of paths) if (inputs[path]) visit(path, part);
  for (const path of Object.keys(inputs)) visit(path, 'rest');
  const lent = new Set();
  for (const [path, part] of owner)
    for (const each of inputs[path].imports)
      if (owner.has(each.path) && owner.get(each.path) !== part) lent.add(each.path);
  return [...new Set(owner.values())].map((name) => ({
    name,
    lent: [...lent].filter((path) => owner.get(path) === name).sort(),
    plugin: elsewhere(root, name, owner),
  }));
}

/** What a part begins with: `modules` has what it lends. Of the core all is needed at once, of others what is asked for. */
export function entryOf({ name, lent }) {
  const path = (each) => JSON.stringify(`./${each}`);
  if (name !== 'core')
    return `exports.modules = {${lent.map((each) => `${JSON.stringify(each)}: () => require(${path(each)})`)}};`;
  const imports = lent.map((each, index) => `import * as m${index} from ${path(each)};`);
  const modules = lent.map((each, index) => `${JSON.stringify(each)}: () => m${index}`);
  return `${imports.join('')}export * from './src/main.ts';export const modules = {${modules}};`;
}

function elsewhere(root, name, owner) {
  return {
    name: 'elsewhere',
    setup(build) {
      // Imports of ours name the file as it is: where it is need not be asked.
      build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const module = relative(root, join(resolveDir, path));
        const part = owner.get(module);
        if (part === undefined || part === name) return undefined;
        return { path: `#${part}:${module}`, external: true };
      });
    },
  };
}
