import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { misuse } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages } from '../../messages/wpar.ts';
import { type CheckedBackup, checkBackup } from '../../model/backup/read.ts';
import { checkVersion, populatedFrom, rehearse, type Synchronisation } from '../../model/backup/restore.ts';
import { exportRulesOf, privilegesOfFile } from '../../model/wpar/configuration.ts';
import { createWpar } from '../../model/wpar/create.ts';
import { type CreationChoices, planWpar } from '../../model/wpar/settings.ts';
import type { Specification } from '../../model/wpar/specification.ts';
import { startWpar } from '../../model/wpar/start.ts';
import { findWpar } from '../../state/wpars.ts';
import { exportRulesIn } from '../shared/export-rules.ts';
import { blocksOf, blocksOption, defaultDevice, deviceOption, openBackup } from './backup/device.ts';
import { sayHeader, sizeColumn } from './backup/header.ts';
import { mkwparFlags, restoredSpecification } from './backup/restored.ts';

const spec: CommandSpec = {
  name: 'restwpar',
  platform: 'aix',
  purpose: 'makes a workload partition from a backup',
  synopsis: [
    'restwpar [ -a ] [ -A ] [ -b Blocks ] [ -B devexportsFile ] [ -C ] [ -d Directory ] [ -f Device ] [ -F ]',
    '  [ -h hostName ] [ -i imagedataFileName ] [ -k ] [ -K ] [ -M mkwparFlags ] [ -n WparName ]',
    '  [ -r ] [ -s ] [ -S { a | A | f | F | n } ] [ -U ] [ -w wparSpecificationFile ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Resolves conflicts of name, host name, base directory and network.', 'document'),
    flag(
      'A',
      'Starts it whenever the global environment boots; otherwise it is not, whatever the backup says.',
      'document',
    ),
    blocksOption('512-byte blocks of a read; default 100.'),
    valued('B', 'devexportsFile', 'Device exports file instead of /etc/wpars/devexports.', 'document', {
      path: 'host',
    }),
    flag('C', 'Makes it even if its AIX is of another version; it cannot be started then.', 'document'),
    valued('d', 'Directory', 'Base directory.', 'recalled', { path: 'host' }),
    deviceOption('The backup.'),
    flag('F', 'Stops and removes a workload partition that has its name.', 'recalled'),
    valued('h', 'hostName', 'Host name.', 'recalled'),
    valued(
      'i',
      'imagedataFileName',
      'Takes an image.data file instead of the one in the backup.',
      'document',
      {
        path: 'caller',
      },
    ),
    flag('k', 'Makes its file systems as small as their files allow.', 'recalled'),
    flag('K', 'Not documented where it could be read.', 'document', {
      refused: 'what it does is not known from any readable page.',
    }),
    valued('M', 'mkwparFlags', 'Further flags of mkwpar, in one word.', 'document'),
    valued('n', 'WparName', 'Its name.', 'document'),
    flag('r', 'Copies the name resolution of the global environment.', 'recalled'),
    flag('s', 'Starts it afterwards.', 'recalled'),
    valued(
      'S',
      'a|A|f|F|n',
      'How its software is synchronized; A and F keep it if that fails, n does nothing.',
      'document',
    ),
    flag('U', 'Ignores maps of logical volumes.', 'recalled'),
    valued(
      'w',
      'wparSpecificationFile',
      'Takes a specification file instead of the one in the backup.',
      'document',
      {
        path: 'caller',
      },
    ),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  user: 'root',
  statuses: {
    0: 'The workload partition is made, even if its software could not be synchronized.',
    1: 'It is not.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const blocks = blocksOf(args);
  const synchronisation = synchronisationOf(args);
  const more = mkwparFlags(args, context);
  const { file, path, oslevel } = openBackup(args.value('f') ?? defaultDevice, context);
  try {
    const backup = await checkBackup(context, { path, descriptor: file.descriptor });
    const asked = restoredSpecification(args, more, backup, context);
    const versioned = (asked.general.ostype ?? '0') !== '0';
    const compared = checkVersion(oslevel, context, { versioned, force: args.has('C'), synchronisation });
    const choices = choicesOf(
      args,
      more,
      asked,
      { path, oslevel, versioned, other: compared !== 'same' },
      context,
    );
    const plan = () => planWpar(context.engine, context.host, asked, choices);
    const name = asked.general.name ?? '';
    if (args.has('F') && findWpar(context.engine, context.host.name, name)) {
      rehearse(context, name, plan);
      await context.runOn(context.host, ['rmwpar', '-F', name]);
    }
    sayControlFiles(context, backup, blocks);
    const populated = populatedFrom(context, backup, 'restwpar', synchronisation, compared);
    await createWpar(context, plan, () => {}, populated);
    context.say(progress.created, { name });
    await startOrTell(args, name, context);
    return 0;
  } finally {
    file.close();
  }
}

function synchronisationOf(args: Arguments): Synchronisation {
  const value = args.value('S') ?? 'a';
  if (['a', 'A', 'f', 'F', 'n'].includes(value)) return value as Synchronisation;
  throw misuse(wparMessages.valueInvalid, { attribute: '-S', value });
}

function sayControlFiles(context: Context, backup: CheckedBackup, blocks: number): void {
  sayHeader(context, backup, blocks);
  for (const { name, size } of backup.control)
    context.say(messages.extracted, { size: sizeColumn(size), name });
  context.say(messages.totalSize, { bytes: backup.control.reduce((sum, { size }) => sum + size, 0) });
  context.say(messages.restoredCount, { count: backup.control.length });
}

function choicesOf(
  args: Arguments,
  more: Arguments,
  asked: Specification,
  backup: {
    readonly path: string;
    readonly oslevel: string;
    readonly versioned: boolean;
    readonly other: boolean;
  },
  context: Context,
): CreationChoices {
  const laid = context.host.laid === 1;
  const read = (path: string) => context.files('host').read(path);
  const { path, oslevel, versioned } = backup;
  return {
    automatic: args.has('a') || more.has('a'),
    writeOnly: false,
    insistOnUuid: false,
    force: more.has('F'),
    overwriteDisks: more.has('O'),
    preserved: undefined,
    versioned,
    image: versioned ? { path, kind: 'savewpar', oslevel } : undefined,
    details: backup.other ? { level: oslevel } : {},
    exportRules: exportRulesOf(asked.general.devices ?? '/etc/wpars/devexports', laid, read),
    privilegesOfFile: privilegesOfFile(asked.security.secfile ?? '/etc/wpars/secattrs', laid, read),
  };
}

async function startOrTell(args: Arguments, name: string, context: Context): Promise<void> {
  if (!args.has('s')) {
    context.say(wparMessages.toStart, { name });
    return;
  }
  const exportRules = exportRulesIn(context);
  await startWpar(context, name, { verbose: false, automatic: args.has('a'), extent: 'full', exportRules });
}

export const command: Command = { spec, run };
