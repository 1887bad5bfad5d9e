import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, listed, type OptionSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { changeWpar } from '../../model/wpar/change.ts';
import { exportRulesOf, privilegesOf, privilegesOfFile } from '../../model/wpar/configuration.ts';
import { markStale, refuseBusy, requireWpar } from '../../model/wpar/lock.ts';
import { tellFailure } from '../../model/wpar/outcome.ts';
import { attributes } from '../../model/wpar/specification.ts';
import { unsetWpar } from '../../model/wpar/unset.ts';
import type { Change } from '../../state/change.ts';
import { mountsOf, type Wpar } from '../../state/wpars.ts';
import { askPassword, setRootPassword } from '../shared/ask-password.ts';

const common: readonly OptionSpec[] = [
  flag('A', 'Starts it whenever the global environment boots; with -K not any more.', 'document'),
  flag('c', 'Makes it checkpointable; with -K not any more.', 'seed'),
  flag('F', 'Overrides most errors: the conditions for the base directory.', 'recalled'),
  flag('i', 'Gives it a routing table of its own; with -K not any more.', 'document'),
  flag('v', 'Says more.', 'document'),
  flag('x', 'Allows cross-WPAR semaphores and shared memory; with -K not any more.', 'recalled'),
  listed('D', attributes.device, 'Allocates a device; with -K takes it away.', 'document', { repeat: true }),
  listed('I', attributes.route, 'Adds a route; with -K removes it.', 'document', { repeat: true }),
  listed('M', attributes.mount, 'Adds or resizes a file system; with -K removes it.', 'document', {
    repeat: true,
    since: '7.1.1',
  }),
  listed('N', attributes.network, 'Adds or changes an address; with -K removes it.', 'document', {
    repeat: true,
  }),
  listed('X', attributes.kext, 'Exports a kernel extension; with -K not any more.', 'document', {
    repeat: true,
    since: '7.1',
  }),
];

const spec: CommandSpec = {
  name: 'chwpar',
  platform: 'aix',
  purpose: 'changes the characteristics of a workload partition',
  synopsis: [
    '/usr/sbin/chwpar [-a] [-b bootset id [,bootset id, ...] [-B [attribute=value ... ]]... [-A] [-c] [-d directory]',
    '  [-D attribute=value ...] ... [-F] [-h hostname] [-i] [-I attribute=value ...] ... [-n newname] [-H architecture]',
    '  [-M attribute=value ... ][-N attribute=value ...] ... [-P] [-R attribute=value ...] [-S attribute[+|-]=value...]',
    '  [-u userscript] [-x ][-U [uuid]] [ -v ] [-X attribute=value ...]wparname',
    '/usr/sbin/chwpar -K [-A] [-b ][-B bootset=bootset id] [-c] [-D devname=devicepathname ] ... [-F] [-i]',
    '  [-I rtdest=destination rtgateway=gateway [attribute=value ...]] ... [-M attribute=value ... ]',
    '  [-N address=A.B.C.D] ... [-R [attribute ...] ] [-S] [-u] [-x ] [ -v ] [-X kext=value ...]wparname',
  ],
  evidence: 'document',
  options: [
    ...common,
    flag('a', 'Resolves conflicts of host name and network configuration.', 'document'),
    valued('b', 'bootset[,bootset...]', 'Boot sets to start from, first choice first.', 'document', {
      since: '7.1.1',
    }),
    listed('B', attributes.device, 'Creates or extends a boot set.', 'document', {
      repeat: true,
      since: '7.1.1',
    }),
    valued('d', 'directory', 'Another base directory, while it is stopped.', 'document', { path: 'host' }),
    valued('h', 'hostname', 'Another host name.', 'document'),
    valued('H', 'architecture', 'Processor compatibility: pwr4 to pwr9, none.', 'recalled'),
    valued('n', 'newname', 'Another name, while it is Defined.', 'document'),
    flag('P', 'Asks for a new root password.', 'recalled'),
    listed('R', attributes.resources, 'Changes resource controls.', 'document'),
    listed('S', attributes.security, 'Changes privileges.', 'document'),
    valued('u', 'userscript', 'User script called at administrative points.', 'document', { path: 'host' }),
    { flag: 'U', argument: { kind: 'optional', name: 'uuid' }, text: 'Another UUID.', evidence: 'document' },
    // Known here so that -K among plain flags is seen; its own meaning is in the second form.
    flag('K', 'Removes what is named; where there is a default, it comes back.', 'document'),
  ],
  alternative: {
    flag: 'K',
    options: [
      ...common,
      flag('K', 'Removes what is named; where there is a default, it comes back.', 'document'),
      flag('b', 'Forgets the boot list.', 'document', { since: '7.1.1' }),
      listed('B', attributes.device, 'Removes a boot set.', 'document', { since: '7.1.1' }),
      listed('R', attributes.resources, 'Resource controls back to their defaults.', 'document', {
        bare: true,
      }),
      flag('S', 'Privileges back to the default.', 'document'),
      flag('u', 'Forgets the user script.', 'document'),
    ],
  },
  operands: { name: 'wparname', minimum: 1, maximum: 1, of: 'wpar' },
  user: 'root',
  statuses: { 0: 'The workload partition is changed.', 1: 'Nothing is changed.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const asksNothing = (flags: string) => [...flags].every((letter) => !args.has(letter));
  if (asksNothing('AbBcdDhHiInMNPRSuUxX')) throw misuse(messages.nothingToDo, {});
  refuseValues(args);
  return await tellFailure(context, args.has('v'), async () => {
    const { host, engine } = context;
    checkPassword(requireWpar(engine, host.name, args.operand), args);
    const password = await askPassword(args, context);
    const wpar = context.lab.update((change) => {
      const wpar = requireWpar(change.engine, host.name, args.operand);
      refuseBusy(change, wpar);
      const current = requireWpar(change.engine, host.name, args.operand);
      if (args.has('K')) unset(args, change, current, context);
      else set(args, change, current, context);
      const named = args.value('n') ?? wpar.name;
      // Last: what is refused above must not leave a changed file behind.
      if (password !== undefined) setRootPassword(change, context, named, password);
      for (const name of new Set([wpar.name, named])) markStale(change, host, name);
      return wpar;
    });
    if (args.has('c') && !args.has('K')) warnOfLocalFileSystems(wpar, context);
    if (args.has('v')) context.say(progress.success, {});
  });
}

/** With -K, `-R` takes names (chwpar page): a value would be ignored. */
function refuseValues(args: Arguments): void {
  if (!args.has('K')) return;
  const word = Object.entries(args.list('R')).find(([, value]) => value !== '');
  if (word) throw failure(messages.nameOnly, { word: word.join('=') });
}

// An application WPAR has no users of its own: wparexec has no -P.
function checkPassword(wpar: Wpar, args: Arguments): void {
  if (args.has('P') && wpar.type === 'A')
    throw failure(messages.notApplication, { name: wpar.name, what: 'the -P flag' });
}

/** As mkwpar -c does: allowed, but it cannot be relocated. */
function warnOfLocalFileSystems(wpar: Wpar, context: Context): void {
  for (const mount of mountsOf(context.engine, wpar.id)) {
    if (mount.size_kb !== null) context.report(messages.remoteNeeded, { directory: mount.directory });
  }
}

function set(args: Arguments, change: Change, wpar: Wpar, context: Context): void {
  const laid = context.host.laid === 1;
  const read = (path: string) => context.files('host').read(path);
  const security = args.list('S');
  const values: Record<string, string> = {
    n: 'name',
    d: 'directory',
    h: 'hostname',
    H: 'architecture',
    u: 'script',
  };
  const switches: Record<string, string> = { A: 'auto', c: 'checkpointable', i: 'routing', x: 'xwparipc' };
  const general: Record<string, string> = {};
  for (const [letter, attribute] of Object.entries(values)) {
    const value = args.value(letter);
    if (value !== undefined) general[attribute] = value;
  }
  for (const [letter, attribute] of Object.entries(switches))
    if (args.has(letter)) general[attribute] = 'yes';
  changeWpar(change, context.host, wpar, {
    general,
    networks: args.lists('N'),
    routes: args.lists('I'),
    mounts: args.lists('M'),
    devices: args.lists('D'),
    kexts: args.lists('X'),
    resources: args.list('R'),
    security,
    automatic: args.has('a'),
    force: args.has('F'),
    bootsets: args.lists('B'),
    bootList: args.value('b'),
    uuid: args.value('U'),
    exportRules: args.has('D') || args.has('B') ? exportRulesOf(wpar.devices, laid, read) : [],
    privilegesNow:
      security.secfile === undefined
        ? privilegesOf(wpar, laid, read)
        : privilegesOfFile(security.secfile, laid, read),
  });
}

function unset(args: Arguments, change: Change, wpar: Wpar, context: Context): void {
  unsetWpar(change, context.host, wpar, {
    auto: args.has('A'),
    bootList: args.has('b'),
    bootset: args.lists('B')[0],
    checkpointable: args.has('c'),
    devices: args.lists('D'),
    routing: args.has('i'),
    routes: args.lists('I'),
    mounts: args.lists('M'),
    networks: args.lists('N'),
    resources: args.has('R') ? Object.keys(args.list('R')) : undefined,
    security: args.has('S'),
    script: args.has('u'),
    ipc: args.has('x'),
    kexts: args.lists('X'),
  });
}

export const command: Command = { spec, run };
