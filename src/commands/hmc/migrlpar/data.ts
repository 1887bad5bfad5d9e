/** The attributes of `-i` and `-f` (reference: one record, CSV; three ways to quote lists are seen in working scripts). */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { elementsOf, type InputPair, parseRecord, refuseUnknown } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { inputMessages } from '../../../messages/input.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import { badValue, wholeNumber } from '../../../model/frames/values.ts';
import type { MoveData } from '../../../model/mobility/request.ts';
import { readMapping, readMoverPairs, readSwitches } from './mappings.ts';

/** The one record that is given; no file, no words: no attributes. */
export function onlyRecord(args: Arguments, context: Context): readonly InputPair[] {
  const text = args.value('i') ?? fileText(args, context);
  if (text === undefined || text.trim() === '') return [];
  const pairs = parseRecord(quoteLists(text.trim()));
  const odd = pairs.find(({ operator }) => operator !== '=');
  if (odd) throw failure(inputMessages.operator, { attribute: odd.name, operator: odd.operator });
  return pairs;
}

function fileText(args: Arguments, context: Context): string | undefined {
  const file = args.value('f');
  if (file === undefined) return undefined;
  const text = context.files('caller').read(file);
  if (text === undefined) throw failure(inputMessages.noFile, { file });
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length !== 1) throw failure(messages.oneRecord, { file });
  return lines[0];
}

/** `a=1/x,2/y,b=3` and `a="1/x,2/y",b=3` as `"a=1/x,2/y",b=3`: what has no `=` goes on with the value before it. */
function quoteLists(text: string): string {
  const bare = text.replace(
    /(^|,)\s*(\w+)=\\?"([^"\\]*)\\?"(?=,|$)/g,
    (_, comma: string, name: string, list: string) => `${comma}"${name}=${list}"`,
  );
  if (bare.includes('"')) return bare;
  const pairs: string[] = [];
  for (const item of bare.split(',')) {
    if (item.includes('=') || pairs.length === 0) pairs.push(item);
    else pairs.push(`${pairs.pop()},${item}`);
  }
  return pairs.map((pair) => (pair.includes(',') ? `"${pair}"` : pair)).join(',');
}

type Read = (pair: InputPair) => Partial<MoveData>;

const named = (pair: InputPair, key: keyof MoveData): Partial<MoveData> => ({
  [key]: pair.name.endsWith('_id') ? { id: wholeNumber(pair, 0, 65_534) } : { name: notEmpty(pair) },
});

/** What each attribute says (reference 2.5). */
const attributes: Readonly<Record<string, Read>> = {
  dest_lpar_id: (pair) => ({ destId: wholeNumber(pair, 1, 65_534) }),
  virtual_scsi_mappings: (pair) => ({ scsi: elementsOf(pair).map((each) => readMapping(pair, each, 4)) }),
  virtual_fc_mappings: (pair) => ({ fc: elementsOf(pair).map((each) => readMapping(pair, each, 5)) }),
  vswitch_mappings: (pair) => ({ switches: readSwitches(pair) }),
  source_msp_name: (pair) => named(pair, 'sourceMsp'),
  source_msp_id: (pair) => named(pair, 'sourceMsp'),
  source_msp_ipaddr: (pair) => ({ sourceMspIp: notEmpty(pair) }),
  dest_msp_name: (pair) => named(pair, 'destMsp'),
  dest_msp_id: (pair) => named(pair, 'destMsp'),
  dest_msp_ipaddr: (pair) => ({ destMspIp: notEmpty(pair) }),
  redundant_msps: (pair) => ({ redundantMsps: readMoverPairs(pair) }),
  shared_proc_pool_name: (pair) => named(pair, 'pool'),
  shared_proc_pool_id: (pair) => named(pair, 'pool'),
  primary_paging_vios_name: (pair) => named(pair, 'pagingVios'),
  primary_paging_vios_id: (pair) => named(pair, 'pagingVios'),
  primary_rs_vios_name: (pair) => named(pair, 'storageVios'),
  primary_rs_vios_id: (pair) => named(pair, 'storageVios'),
  concurr_migration_perf_level: (pair) => ({ level: wholeNumber(pair, 1, 5) }),
};

const refused: readonly string[] = ['vnic_mappings', 'multiple_vnic_mappings'];

/** Of several partitions each has its own (reference 2.5). */
const ofOne: readonly string[] = ['dest_lpar_id', 'virtual_scsi_mappings', 'virtual_fc_mappings'];

/** @throws Failure */
export function readMoveData(args: Arguments, context: Context, several: boolean): MoveData {
  const pairs = onlyRecord(args, context);
  const unsupported = pairs.find(({ name }) => refused.includes(name));
  if (unsupported)
    throw failure(hmcMessages.unsupported, {
      parameter: unsupported.name,
      why: "parlab's partitions have no vNICs.",
    });
  refuseUnknown(pairs, Object.keys(attributes));
  const foreign = several ? pairs.find(({ name }) => ofOne.includes(name)) : undefined;
  if (foreign) throw failure(messages.onePartition, { attribute: foreign.name });
  refuseTwins(pairs);
  return Object.assign(
    { scsi: [], fc: [], switches: [] },
    ...pairs.map((pair) => attributes[pair.name]?.(pair)),
  );
}

// A name and a number for one object: only one of them.
function refuseTwins(pairs: readonly InputPair[]): void {
  const twin = pairs.find(
    ({ name }) => name.endsWith('_id') && pairs.some((each) => each.name === name.replace(/_id$/, '_name')),
  );
  if (twin)
    throw failure(hmcMessages.exclusive, { first: twin.name.replace(/_id$/, '_name'), second: twin.name });
}

function notEmpty(pair: InputPair): string {
  if (pair.value === '') throw badValue(pair);
  return pair.value;
}
