import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, listed, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { exportRulesOf, privilegesOfFile } from '../../model/wpar/configuration.ts';
import { createWpar } from '../../model/wpar/create.ts';
import { type BackupImage, parseImage } from '../../model/wpar/images.ts';
import { type CreationChoices, type Plan, planWpar } from '../../model/wpar/settings.ts';
import { attributes, type Specification } from '../../model/wpar/specification.ts';
import { startWpar } from '../../model/wpar/start.ts';
import { askPassword, setRootPassword } from '../shared/ask-password.ts';
import { exportRulesIn } from '../shared/export-rules.ts';
import { requestedSpecification } from '../shared/requested-specification.ts';
import { withName, writeSpecification } from '../shared/specification-file.ts';

const later = { since: '7.1.1' } as const;
const undocumented = 'what it does is not known from any readable page.';

const spec: CommandSpec = {
  name: 'mkwpar',
  platform: 'aix',
  purpose: 'creates a system workload partition, or a specification file',
  synopsis: [
    '/usr/sbin/mkwpar [-a] [-A] [-b devexportsfile ] [-c] [-C] [-E directory] [-d directory ] [-B wparbackupdevice]',
    '  [-D attribute=value ...] ... [-F] [-g vg ] [-h hostname] [-H architecture] [-i] [-I attribute=value ...] [ -k]...',
    '  [-l] [-L attribute=value...] [-M attribute=value ...] ... [-N attribute=value ...] ... [-P] [-r]',
    '  [-R attribute=value ...] [-S attribute[+|-]=value ...] [-t ] [ -T attribute=value ... ] [-s] [-u userscript]',
    '  [-X attribute=value ...] [-U [uuid]]',
    '  { -n wparname [-p [name]] [-e existingwparname -W | -f infile] [-o outfile [-w]]',
    '  | -p [name] [-n wparname] [-e existingwparname -W | -f infile] [-o outfile [-w]]',
    '  | -f infile [-n wparname] [-p [name]] [-o outfile [-w]]',
    '  | -w -o outfile [-n wparname] [-p [name]] [-e existingwparname -W | -f infile] }',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Resolves conflicts of the base directory, host name and network configuration.', 'document'),
    flag('A', 'Starts it whenever the global environment boots. It is not started now.', 'document'),
    valued('b', 'devexportsfile', 'Device exports file instead of /etc/wpars/devexports.', 'document', {
      path: 'host',
    }),
    valued(
      'B',
      'wparbackupdevice',
      'Backup image to populate it from: a file of the host, else of yours.',
      'seed',
      {
        path: 'host',
      },
    ),
    flag('c', 'Makes it checkpointable (needs mcr.rte).', 'seed'),
    flag('C', 'Makes a versioned workload partition (needs -B with a system backup).', 'seed', {
      since: '7.1',
    }),
    valued('d', 'directory', 'Base directory instead of /wpars/NAME.', 'document', { path: 'host' }),
    listed('D', attributes.device, 'Allocates a device.', 'document', { repeat: true }),
    valued('e', 'existingwparname', 'Takes the specification of an existing workload partition.', 'capture'),
    valued('E', 'directory', 'Not documented where it could be read.', 'document', { refused: undocumented }),
    valued('f', 'infile', 'Takes the specification from a file; the command line wins.', 'seed', {
      path: 'caller',
    }),
    flag('F', 'Overrides most errors: the conditions for the base directory.', 'recalled'),
    valued('g', 'vg', 'Volume group of new local file systems instead of rootvg.', 'capture'),
    valued('h', 'hostname', 'Host name instead of NAME.', 'seed'),
    valued('H', 'architecture', 'Processor compatibility: pwr4 to pwr9, none.', 'recalled', later),
    flag('i', 'Gives it a routing table of its own.', 'document'),
    listed('I', attributes.route, 'Adds a route (implies -i).', 'document', { repeat: true }),
    valued(
      'k',
      'script',
      'Runs your program after the creation, with the name and the base directory.',
      'recalled',
      {
        path: 'caller',
        repeat: true,
      },
    ),
    flag('l', 'Gives it its own writable /usr and /opt.', 'capture'),
    listed(
      'L',
      ['image_data', 'shrink', 'nomaps'],
      'Takes sizes of file systems from an image.data file.',
      'document',
    ),
    listed('M', attributes.mount, 'Adds, replaces or resizes a file system.', 'seed', { repeat: true }),
    valued('n', 'wparname', 'Its name.', 'seed'),
    listed('N', attributes.network, 'Adds a network address.', 'seed', { repeat: true }),
    valued('o', 'outfile', 'Writes the settings as a specification file.', 'seed', { path: 'caller' }),
    flag('O', 'Overwrites the disks of its rootvg.', 'capture', { since: '7.1' }),
    {
      flag: 'p',
      argument: { kind: 'optional', name: 'name' },
      text: 'Uses file systems that exist: those a removed workload partition left, or remote ones.',
      evidence: 'document',
    },
    flag('P', 'Asks for the root password of the new workload partition.', 'recalled'),
    flag('r', 'Copies the name resolution of the global environment.', 'seed'),
    listed('R', attributes.resources, 'Sets resource controls.', 'document'),
    flag('s', 'Starts it after the creation.', 'document'),
    listed('S', attributes.security, 'Sets privileges (secfile=, privs=, privs+=, privs-=).', 'document'),
    flag('t', 'Copies the root file systems of the global environment into it.', 'capture', later),
    listed('T', [], 'Not documented where it could be read.', 'document', {
      refused: undocumented,
      ...later,
    }),
    valued('u', 'userscript', 'User script called at administrative points.', 'document', { path: 'host' }),
    { flag: 'U', argument: { kind: 'optional', name: 'uuid' }, text: 'Sets its UUID.', evidence: 'document' },
    flag('v', 'Says more.', 'capture'),
    flag('w', 'Writes the specification file and creates nothing.', 'document'),
    flag('W', 'Not documented where it could be read.', 'document', { refused: undocumented, ...later }),
    listed('X', attributes.kext, 'Exports a kernel extension.', 'document', { repeat: true, since: '7.1' }),
  ],
  operands: { name: 'wparname', minimum: 0, maximum: 0 },
  exclusive: [
    ['e', 'f'],
    ['w', 's'],
  ],
  needs: { w: ['o'], C: ['B'] },
  user: 'root',
  statuses: {
    0: 'The workload partition is created, even if its root part could not be synchronized.',
    1: 'It is not.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const asked = requestedSpecification(args, context);
  if (asked.general.name === undefined && !args.has('w')) throw misuse(messages.nameMissing, {});
  checkScripts(args, context);
  if (args.has('w')) {
    writeSpecification(
      planWpar(context.engine, context.host, withName(asked), choicesOf(args, asked, context)),
      args,
      context,
    );
    return 0;
  }
  const password = await askPassword(args, context);
  // Read before the lab is held: an image may be a pipe that somebody takes long to fill.
  const choices = choicesOf(args, asked, context);
  const wpar = await createWpar(
    context,
    () => planWpar(context.engine, context.host, asked, choices),
    (plan) => {
      writeSpecification(plan, args, context);
      warnOfLocalFileSystems(plan, context);
    },
  );
  if (password !== undefined)
    context.lab.update((change) => setRootPassword(change, context, wpar.name, password));
  context.say(progress.created, { name: wpar.name });
  await customise(args, wpar.name, wpar.directory, context);
  if (!args.has('s')) {
    context.say(messages.toStart, { name: wpar.name });
    if (args.has('v')) context.say(progress.success, {});
    return 0;
  }
  await startWpar(context, wpar.name, {
    verbose: args.has('v'),
    automatic: args.has('a'),
    extent: 'full',
    exportRules: exportRulesIn(context),
  });
  return 0;
}

function choicesOf(args: Arguments, asked: Specification, context: Context): CreationChoices {
  const laid = context.host.laid === 1;
  const read = (path: string) => context.files('host').read(path);
  const image = readImage(args.value('B') ?? asked.general.image, context);
  const preserved = asked.general.preserve === 'yes' ? args.value('p') || asked.general.name : undefined;
  return {
    automatic: args.has('a'),
    writeOnly: args.has('w'),
    insistOnUuid: args.has('U'),
    force: args.has('F'),
    overwriteDisks: args.has('O'),
    preserved,
    versioned: args.has('C') || (asked.general.ostype ?? '0') !== '0',
    image,
    details: {
      ...(args.has('t') ? { copiedRoot: true } : {}),
      ...(args.values('k').length > 0 ? { customised: [...args.values('k')] } : {}),
    },
    exportRules: exportRulesOf(asked.general.devices ?? '/etc/wpars/devexports', laid, read),
    privilegesOfFile: privilegesOfFile(asked.security.secfile ?? '/etc/wpars/secattrs', laid, read),
  };
}

function readImage(path: string | undefined, context: Context): BackupImage | undefined {
  if (path === undefined) return undefined;
  const text = context.files('host').head(path, 200) ?? context.files('caller').head(path, 200);
  if (text === undefined) throw failure(messages.imageNotFound, { path });
  const image = parseImage(path, text);
  if (!image) throw failure(messages.imageKind, { path, wanted: 'a backup image' });
  return image;
}

function warnOfLocalFileSystems(plan: Plan, context: Context): void {
  for (const directory of plan.localFileSystems) context.report(messages.remoteNeeded, { directory });
}

function checkScripts(args: Arguments, context: Context): void {
  for (const path of args.values('k')) {
    if (!context.files('caller').isExecutable(path)) throw failure(messages.scriptMissing, { path });
  }
}

async function customise(args: Arguments, name: string, directory: string, context: Context): Promise<void> {
  for (const path of args.values('k')) {
    const status = await context.runScript(path, [name, directory]);
    if (status !== 0) context.report(messages.scriptFailed, { path, status });
  }
}

export const command: Command = { spec, run };
