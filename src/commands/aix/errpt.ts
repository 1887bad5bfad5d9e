import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { errorTypes, formatDetail, formatShort, formatSummary } from '../../format/errpt.ts';
import { errorLogMessages as messages } from '../../messages/error-log.ts';
import { failure } from '../../messages/failure.ts';
import { residentOf } from '../../model/processes/error-log.ts';
import { machineOf } from '../../model/processes/machine.ts';
import { type LoggedError, loggedErrors } from '../../state/error-entries.ts';

const oneFile = 'the error log of a place is in the lab, not in a file.';
const noTemplates = 'parlab has no repository of templates.';
const noDuplicates = 'parlab logs each error once.';

const spec: CommandSpec = {
  name: 'errpt',
  platform: 'aix',
  purpose: 'shows the error log',
  synopsis: [
    'errpt [ -a | -A ] [ -c ] [ -d ErrorClassList ] [ -D ] [ -e EndDate ] [ -g ] [ -i File ] [ -I File ] [ -j ErrorID [ ,ErrorID ] ] | [ -k ErrorID [ ,ErrorID ] ] [ -J ErrorLabel [ ,ErrorLabel ] ] | [ -K ErrorLabel [ ,ErrorLabel ] ] [ -l SequenceNumber ] [ -m Machine ] [ -n Node ] [ -s StartDate ] [ -F FlagList ] [ -N ResourceNameList ] [ -P ] [ -R ResourceTypeList ] [ -S ResourceClassList ] [ -T ErrorTypeList ] [ -y File ] [ -z File ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'In full.', 'recalled'),
    flag('A', 'Label, time, type, resource, description and detail only.', 'document'),
    valued('d', 'ErrorClassList', 'Of these classes: H, S, O and U.', 'document'),
    valued('e', 'EndDate', 'Up to this time, mmddhhmmyy.', 'document'),
    valued('s', 'StartDate', 'From this time on, mmddhhmmyy.', 'document'),
    valued('j', 'ErrorID', 'With these identifiers.', 'document'),
    valued('k', 'ErrorID', 'Without these identifiers.', 'document'),
    valued('J', 'ErrorLabel', 'With these labels.', 'document'),
    valued('K', 'ErrorLabel', 'Without these labels.', 'document'),
    valued('l', 'SequenceNumber', 'The entries with these numbers.', 'document'),
    valued('m', 'Machine', 'Of this machine, as uname -m names it.', 'document'),
    valued('n', 'Node', 'Of this node, as uname -n names it.', 'document'),
    valued('N', 'ResourceNameList', 'Of these resources.', 'document'),
    valued('T', 'ErrorTypeList', 'Of these types: INFO, PEND, PERF, PERM, TEMP and UNKN.', 'document'),
    flag('c', 'Goes on with what is logged.', 'document', {
      refused: 'it would wait for ever; call it again.',
    }),
    flag('D', 'Brings duplicates together.', 'document', { refused: noDuplicates }),
    flag('P', 'Only duplicates.', 'document', { refused: noDuplicates }),
    flag('g', 'Records as they are stored.', 'document', { refused: oneFile }),
    flag('t', 'Templates in place of entries.', 'document', { refused: noTemplates }),
    valued('F', 'FlagList', 'Templates with these flags.', 'document', { refused: noTemplates }),
    valued('i', 'File', 'Another error log.', 'document', { refused: oneFile }),
    valued('I', 'File', 'A file of diagnostics.', 'document', { refused: oneFile }),
    valued('R', 'ResourceTypeList', 'Of resources of these types.', 'document', {
      refused: 'entries name resources, not their types.',
    }),
    valued('S', 'ResourceClassList', 'Of resources of these classes.', 'document', {
      refused: 'entries name resources, not their classes.',
    }),
    valued('y', 'File', 'Another file of templates.', 'document', { refused: noTemplates }),
    valued('z', 'File', 'Another file of messages.', 'document', { refused: noTemplates }),
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: [
    ['a', 'A'],
    ['j', 'k'],
    ['J', 'K'],
  ],
  user: 'any',
  statuses: { 0: 'The entries are shown, also if there are none.', 1: 'They are not.' },
};

function run(args: Arguments, context: Context): number {
  const { engine, host, wpar } = context;
  const node = wpar?.hostname ?? host.name;
  const machine = machineOf(engine, host);
  const entries = loggedErrors(engine, residentOf(context.place))
    .filter(choiceOf(args, { machine, node }))
    .map((entry) => ({ ...entry, id: entry.sequence, machine }));
  if (args.has('A')) context.stdout.write(entries.map(formatShort).join(''));
  else if (args.has('a')) {
    const at = { node, wpar: wpar?.name ?? 'Global' };
    context.stdout.write(entries.map((entry) => formatDetail(entry, at)).join(''));
  } else context.stdout.write(formatSummary(entries));
  return 0;
}

const listed = (args: Arguments, letter: string) =>
  args.values(letter).flatMap((value) => value.split(/[\s,]+/).filter((item) => item !== ''));

function choiceOf(args: Arguments, own: { readonly machine: string; readonly node: string }) {
  const classes = known(args, 'd', ['H', 'S', 'O', 'U']);
  const types = known(args, 'T', ['INFO', 'PEND', 'PERF', 'PERM', 'TEMP', 'UNKN']);
  const numbers = listed(args, 'l').map((value) => {
    if (!/^\d{1,10}$/.test(value)) throw failure(messages.badNumber, { value });
    return Number(value);
  });
  const [first, last] = [timeOf(args, 's', 0), timeOf(args, 'e', 59)];
  const upper = (letter: string) => listed(args, letter).map((each) => each.toUpperCase());
  const among = (list: readonly (number | string)[], value: number | string) =>
    list.length === 0 || list.includes(value);
  const [ids, notIds, labels, notLabels] = ['j', 'k', 'J', 'K'].map(upper);
  const [names, machines, nodes] = ['N', 'm', 'n'].map((letter) => listed(args, letter));
  return (entry: LoggedError) =>
    among(classes, entry.class) &&
    among(types, errorTypes[entry.type] ?? '') &&
    among(numbers, entry.sequence) &&
    among(ids ?? [], entry.identifier) &&
    !notIds?.includes(entry.identifier) &&
    among(labels ?? [], entry.label) &&
    !notLabels?.includes(entry.label) &&
    among(names ?? [], entry.resource) &&
    among(machines ?? [], own.machine) &&
    among(nodes ?? [], own.node) &&
    entry.time >= (first ?? entry.time) &&
    entry.time <= (last ?? entry.time);
}

function known(args: Arguments, letter: string, words: readonly string[]): string[] {
  const given = listed(args, letter);
  const foreign = given.find((each) => !words.includes(each));
  if (foreign !== undefined)
    throw failure(messages.badWord, { value: foreign, flag: `-${letter}`, known: words.join(', ') });
  return given;
}

/** mmddhhmmyy as lab seconds. @param second of the minute */
function timeOf(args: Arguments, letter: string, second: number): number | undefined {
  const value = args.value(letter);
  if (value === undefined) return undefined;
  const [, month = '', day = '', hour = '', minute = '', year = ''] =
    /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value) ?? [];
  const full = Number(year) + (Number(year) < 70 ? 2000 : 1900);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day), Number(hour), Number(minute), second));
  const same = date.toISOString().slice(5, 16).replace(/[-T:]/g, '') === `${month}${day}${hour}${minute}`;
  if (year === '' || !same) throw failure(messages.badDate, { value });
  return date.getTime() / 1000;
}

export const command: Command = { spec, run };
