import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { awaitPace } from '../../model/frames/await-pace.ts';
import { endDownHosts } from '../../model/shutdown/host-down.ts';
import { onPartition } from './chsysstate/partitions.ts';
import { onSystems } from './chsysstate/systems.ts';
import { helpOption } from './listing.ts';
import { systemOption } from './one-partition.ts';

const noDumps = 'partitions of parlab have no dumps.';
const noPanel = 'parlab has no operator panel for IBM i.';

/** Every documented operation, with the reason why parlab does not have it. */
const operations: Readonly<Record<string, string>> = {
  on: '',
  onstandby: '',
  onstartpolicy: '',
  onsysprof: "parlab's systems have no system profiles.",
  onhwdisc: "parlab's systems have no hardware to discover.",
  off: '',
  rebuild: '',
  recover: '',
  spfailover: "parlab's systems have one service processor.",
  chkey: '',
  shutdown: '',
  osshutdown: '',
  suspend: '',
  resume: '',
  dumprestart: noDumps,
  retrydump: noDumps,
  dston: noPanel,
  dstoff: noPanel,
  remotedston: noPanel,
  remotedstoff: noPanel,
  consoleservice: noPanel,
  iopreset: noPanel,
  iopdump: noPanel,
  unownediooff: 'slots of parlab have no power of their own.',
};

const spec: CommandSpec = {
  name: 'chsysstate',
  platform: 'hmc',
  purpose: 'starts and stops managed systems and partitions',
  synopsis: [
    'chsysstate {-m managed-systems | --all} -r sys -o {on | onstandby | onstartpolicy | onsysprof | onhwdisc} [-f system-profile-name] [-k keylock-position] [--help]',
    'chsysstate -m managed-system -r sys -o off [--immed] [--force] [--help]',
    'chsysstate -m managed-system -r sys -o off --immed --restart [--help]',
    'chsysstate -m managed-system -r sys -o {rebuild | recover | spfailover} [--help]',
    'chsysstate -m managed-system -r {sys | lpar} -o chkey -k {manual | norm} [-n partition-name | --id partition-ID] [--help]',
    'chsysstate -m managed-system -r lpar -o on {-n partition-name | --id partition-ID} [-f profile-name] [-b boot-mode] [-k keylock-position] [-i IPL-source] [--force] [--help]',
    'chsysstate -m managed-system -r lpar -o {shutdown | osshutdown} {-n partition-name | --id partition-ID} [--immed] [--restart] [--help]',
    'chsysstate -m managed-system -r lpar -o {suspend | resume} {-n partition-name | --id partition-ID} [--help]',
    'chsysstate -m managed-system -r lpar -o {dumprestart | retrydump | dston | dstoff | remotedston | remotedstoff | consoleservice | iopreset | iopdump | unownediooff} {-n partition-name | --id partition-ID} [--help]',
  ],
  evidence: 'document',
  options: [
    {
      flag: 'r',
      text: 'What is started or stopped: systems or a partition.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: { sys: '', lpar: '', sysprof: "parlab's systems have no system profiles." },
      },
    },
    {
      ...systemOption,
      text: 'The system, by its name or as tttt-mmm*sssssss; with -r sys several, apart by commas.',
    },
    flag('-all', 'All systems of the console.', 'document'),
    {
      flag: 'o',
      text: 'The operation. suspend and resume are recalled: later consoles have a command of their own for them.',
      evidence: 'document',
      argument: { kind: 'value', name: 'operation', values: operations },
    },
    valued('n', 'partition-name', 'The partition, by its name.', 'document'),
    valued('-id', 'partition-ID', 'The partition, by its number.', 'document'),
    valued(
      'f',
      'profile-name',
      'The profile that a partition is started with; default the configuration that it has.',
      'document',
    ),
    {
      flag: 'b',
      text: 'How it is started: to its operating system, diagnostics (dd, ds), the prompt of Open Firmware (of) or the system management services (sms).',
      evidence: 'document',
      argument: { kind: 'value', name: 'boot-mode', values: { norm: '', dd: '', ds: '', of: '', sms: '' } },
    },
    {
      flag: 'k',
      text: 'Position of the keylock.',
      evidence: 'document',
      argument: { kind: 'value', name: 'keylock-position', values: { manual: '', norm: '' } },
    },
    {
      flag: 'i',
      text: 'Where an IBM i partition starts from.',
      evidence: 'document',
      argument: { kind: 'value', name: 'IPL-source', values: { a: '', b: '', c: '', d: '' } },
    },
    flag('-immed', 'At once, not when all has come to an end.', 'document'),
    flag('-restart', 'It is started again.', 'document'),
    flag('-force', 'Goes on in spite of warnings.', 'document', {
      refused: 'what the console warns of is not documented, and parlab never does.',
    }),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['r'], ['o'], ['m', '-all']],
  exclusive: [
    ['m', '-all'],
    ['n', '-id'],
  ],
  user: 'any',
  statuses: { 0: 'The request is accepted.', 1: 'Nothing happens.' },
};

/** Flags of each operation beside -r, -o and -m. */
const flagsOf: Readonly<Record<'lpar' | 'sys', Readonly<Record<string, readonly string[]>>>> = {
  sys: {
    on: ['-all', 'k'],
    onstandby: ['-all', 'k'],
    onstartpolicy: ['-all', 'k'],
    off: ['-immed', '-restart'],
    rebuild: [],
    recover: [],
    chkey: ['k'],
  },
  lpar: {
    on: ['n', '-id', 'f', 'b', 'k', 'i'],
    shutdown: ['n', '-id', '-immed', '-restart'],
    osshutdown: ['n', '-id', '-immed', '-restart'],
    chkey: ['n', '-id', 'k'],
    suspend: ['n', '-id'],
    resume: ['n', '-id'],
  },
};

const allFlags = ['-all', 'n', '-id', 'f', 'b', 'k', 'i', '-immed', '-restart'];

async function run(args: Arguments, context: Context): Promise<number> {
  const resource = args.value('r') === 'sys' ? 'sys' : 'lpar';
  const operation = args.value('o') ?? '';
  const allowed = flagsOf[resource][operation];
  if (!allowed) throw failure(hmcMessages.invalidValue, { parameter: '-o', value: operation });
  const foreign = allFlags.find((each) => args.has(each) && !allowed.includes(each));
  if (foreign !== undefined) throw failure(hmcMessages.invalidParameter, { parameter: `-${foreign}` });
  if (operation === 'chkey' && !args.has('k'))
    throw failure(hmcMessages.missingParameter, { parameter: '-k' });
  const seconds =
    resource === 'sys' ? onSystems(args, context, operation) : await onPartition(args, context, operation);
  await awaitPace(context, seconds);
  await endDownHosts(context);
  return 0;
}

export const command: Command = { spec, run };
