import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { formatDelimited } from '../../format/delimited.ts';
import { formatParagraphs, type ParagraphForm } from '../../format/lswpar/paragraphs.ts';
import {
  generalFields,
  generalView,
  objectViews,
  summaryView,
  type View,
  type ViewSource,
} from '../../format/lswpar/views.ts';
import { formatTable } from '../../format/table.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { featuresOf } from '../../model/release.ts';
import { exportRulesOf, privilegesOf } from '../../model/wpar/configuration.ts';
import {
  type Listing,
  type ListingFilter,
  listFields,
  listWpars,
  settledNow,
} from '../../model/wpar/listing.ts';
import { isStateLetter } from '../../model/wpar/states.ts';
import { brokenHeld, deadOperations, type Operation } from '../../state/settle.ts';
import { operationOn, type StateLetter, type TypeLetter, type Wpar } from '../../state/wpars.ts';

const spec: CommandSpec = {
  name: 'lswpar',
  platform: 'aix',
  purpose: 'lists the characteristics of workload partitions',
  synopsis: [
    'lswpar [-b | -Br | -Bf | -D | -I | -M | -N ] [ -X ] [-a fieldname [,...]] [-q] [-s state] [-t type] [wparname ...]',
    'lswpar {-G | -L | -R | -S | -T} [-s state] [-t type] [wparname ...]',
    'lswpar {-c | -d delim} [-a fieldname [,...] | -G | {-b | -Br | -Bf | -D | -X -I | -M | -N} [-a fieldname [,...]] | -R | -S | -T] [-q] [-s state] [-t type] [wparname ...]',
  ],
  evidence: 'document',
  options: [
    valued('a', 'fieldname[,...]', 'Shows only these fields, in this order.', 'capture'),
    flag('b', 'Lists boot sets.', 'document', { since: '7.1.1' }),
    valued('B', 'r|f', 'Lists boot sets on disks (r) or in file systems (f).', 'document', {
      since: '7.1.1',
    }),
    flag('c', 'Prints fields separated by colons.', 'capture'),
    valued('d', 'delim', 'Prints fields separated by this text.', 'capture'),
    flag('D', 'Lists device exports.', 'seed'),
    flag('G', 'Shows the general section.', 'capture'),
    flag('I', 'Lists user-specified routes.', 'capture'),
    flag('L', 'Shows everything.', 'seed'),
    flag('M', 'Lists file systems.', 'capture'),
    flag('N', 'Lists network addresses.', 'capture'),
    flag('q', 'Leaves out the header.', 'capture'),
    flag('R', 'Shows resource controls.', 'capture'),
    valued('s', 'state', 'Lists only workload partitions in this state (a letter).', 'document'),
    flag('S', 'Shows security settings.', 'capture'),
    valued('t', 'type', 'Lists only workload partitions of this type (S, A or L).', 'document'),
    flag('T', 'Not documented where it could be read.', 'document', {
      refused: 'what it shows is not known from any readable page.',
    }),
    flag('X', 'Lists kernel extensions.', 'document', { since: '7.1' }),
  ],
  operands: { name: 'wparname', minimum: 0, maximum: Number.POSITIVE_INFINITY, of: 'wpar' },
  exclusive: [
    ['b', 'B', 'D', 'I', 'M', 'N', 'G', 'L', 'R', 'S'],
    ['X', 'G', 'L', 'R', 'S'],
    ['c', 'd'],
    ['L', 'c'],
    ['L', 'd'],
    ['L', 'a'],
    ['L', 'q'],
  ],
  user: 'any',
  statuses: { 0: 'The workload partitions are listed, or there are none.', 1: 'A named one does not exist.' },
};

// The tables of one listing belong together: no WPAR without its file systems because another command removes it now.
function run(args: Arguments, context: Context): number {
  const { engine, lab } = context;
  const dead = deadOperations(engine, lab.machine);
  const held = brokenHeld(engine, lab.machine);
  return lab.view(() => list(args, context, dead, held));
}

function list(
  args: Arguments,
  context: Context,
  dead: readonly Operation[],
  held: readonly number[],
): number {
  const form = (['G', 'L', 'R', 'S'] as const).find((each) => args.has(each));
  const delimiter = args.has('c') ? ':' : args.value('d');
  if (delimiter === '') throw failure(messages.delimiterEmpty, {});
  if (form && delimiter === undefined) refuseInParagraphs(args, form);
  const filter = filterOf(args, settledNow(context.engine, dead, held));
  const features = featuresOf(context.host.release);
  const listing: Place = { filter, source: viewSource(context), context };
  if (form && delimiter === undefined) return complainOfUnknown(printParagraphs(form, listing), context);
  const views = chosenViews(args, form);
  const chosen = form === 'G' ? [generalView(features)] : views.length > 0 ? views : [summaryView(features)];
  const unknown = chosen.map((view) => printView(view, args, delimiter, listing));
  return complainOfUnknown(unknown[0] ?? [], context);
}

/** What is listed, and where. */
interface Place {
  readonly filter: ListingFilter;
  readonly source: ViewSource;
  readonly context: Context;
}

// `-a` and `-q` belong to the tabular and delimited forms.
function refuseInParagraphs(args: Arguments, form: string): void {
  const other = ['a', 'q'].find((each) => args.has(each));
  if (other) throw misuse(usageMessages.exclusive, { first: `-${form}`, second: `-${other}` });
}

function filterOf(args: Arguments, settled: ReadonlyMap<number, StateLetter>): ListingFilter {
  const state = args.value('s');
  const type = args.value('t');
  if (state !== undefined && !isStateLetter(state)) throw failure(messages.stateUnknown, { state });
  if (type !== undefined && !['A', 'L', 'S'].includes(type)) throw failure(messages.typeUnknown, { type });
  return { names: args.operands, state, type: type as TypeLetter | undefined, settled };
}

/** The views that flags name; `-X` may stand beside another one. */
function chosenViews(args: Arguments, form: ParagraphForm | undefined): View[] {
  const bootset = args.value('B');
  if (bootset !== undefined && bootset !== 'r' && bootset !== 'f') {
    throw misuse(usageMessages.unknownFlag, { flag: `B${bootset}` });
  }
  const keys = ['b', 'D', 'I', 'M', 'N', 'X'].filter((each) => args.has(each));
  if (bootset !== undefined) keys.unshift(`B${bootset}`);
  if (form === 'R' || form === 'S') keys.push(form);
  return keys.flatMap((key) => objectViews[key] ?? []);
}

function viewSource(context: Context): ViewSource {
  const laid = context.host.laid === 1;
  const read = (path: string) => context.files('host').read(path);
  return {
    engine: context.engine,
    features: featuresOf(context.host.release),
    exportRules: (wpar) => exportRulesOf(wpar.devices, laid, read),
    privileges: (wpar) => privilegesOf(wpar, laid, read),
  };
}

/** @returns names that no WPAR has */
function printParagraphs(form: ParagraphForm, { filter, source, context }: Place): readonly string[] {
  const { engine, host } = context;
  const fields = generalFields(source.features);
  const { rows, unknown } = listWpars(engine, host.name, filter);
  const general = [...listFields(engine, host.name, filter, fields).rows];
  [...rows].forEach((wpar, index) => {
    const operation = filter.settled.has(wpar.id) ? undefined : operationOn(engine, wpar.id);
    const values = Object.fromEntries(fields.map((field, column) => [field, general[index]?.[column] ?? '']));
    context.stdout.write(formatParagraphs(form, wpar, values, source, operation));
  });
  return unknown;
}

/** @returns names that no WPAR has */
function printView(
  view: View,
  args: Arguments,
  delimiter: string | undefined,
  { filter, source, context }: Place,
): readonly string[] {
  const { engine, host } = context;
  const fields = chosenFields(view, args, delimiter);
  const { rows, unknown } = view.records
    ? viewRows(view.records, fields, listWpars(engine, host.name, filter), source)
    : listFields(engine, host.name, filter, fields);
  // With nothing to list not even the header is printed (capture: lswpar where no WPAR is defined).
  const header = !args.has('q');
  const titles = new Map(view.columns);
  const titled = fields.map((field) => titles.get(field) ?? field);
  const pieces =
    delimiter === undefined
      ? formatTable(titled, rows, { header })
      : formatDelimited(fields, rows, { delimiter, header });
  for (const piece of pieces) context.stdout.write(piece);
  return unknown;
}

function viewRows(
  records: NonNullable<View['records']>,
  fields: readonly string[],
  listing: Listing<Wpar>,
  source: ViewSource,
): Listing<readonly string[]> {
  const rows = [...listing.rows].flatMap((wpar) =>
    records(wpar, source).map((record) => fields.map((field) => record[field] ?? '')),
  );
  return { rows, unknown: listing.unknown };
}

function chosenFields(view: View, args: Arguments, delimiter: string | undefined): readonly string[] {
  const asked = args.value('a');
  if (asked === undefined)
    return delimiter === undefined ? (view.table ?? view.columns.map(([field]) => field)) : view.fields;
  const selectable = view.selectable ?? view.fields;
  const fields = asked.split(',').map((field) => field.trim());
  const unknown = fields.find((field) => !selectable.includes(field));
  if (unknown !== undefined) throw failure(messages.fieldUnknown, { field: unknown });
  return fields;
}

function complainOfUnknown(unknown: readonly string[], context: Context): number {
  for (const name of unknown) context.report(messages.notFound, { name });
  return unknown.length > 0 ? 1 : 0;
}

export const command: Command = { spec, run };
