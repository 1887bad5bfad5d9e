/** The mapping strings of migrlpar: fields between slashes, empty ones counted (reference 2.6). */
import { elementsOf, type InputPair } from '../../../cli/hmc/input.ts';
import { badValue } from '../../../model/frames/values.ts';
import type { AskedMapping, AskedPair, MoveData, Named } from '../../../model/mobility/request.ts';

/**
 * `slot/[vios_name]/[vios_id][/[vios_slot][/fc_port]]`: the first two slashes are needed, of name and number at least one.
 * @param fields how many the kind has at most
 * @throws Failure
 */
export function readMapping(pair: InputPair, text: string, fields: number): AskedMapping {
  const parts = text.split('/');
  const [slot = '', name = '', id = '', viosSlot = '', port = ''] = parts;
  if (parts.length < 3 || parts.length > fields || (name === '' && id === '')) throw badValue(pair);
  return {
    slot: number(pair, slot),
    vios: objectOf(pair, name, id),
    ...(viosSlot === '' ? {} : { viosSlot: number(pair, viosSlot) }),
    ...(port === '' ? {} : { port }),
  };
}

/** Exactly two pairs of one group: `group/src_name/src_id/src_ip/dst_name/dst_id/dst_ip` (documented). @throws Failure */
export function readMoverPairs(pair: InputPair): readonly [AskedPair, AskedPair] {
  const [first, second, ...more] = elementsOf(pair).map((text) => readMoverPair(pair, text));
  if (!first || !second || more.length > 0 || first.group !== second.group) throw badValue(pair);
  return [first, second];
}

function readMoverPair(pair: InputPair, text: string): AskedPair {
  const parts = text.split('/');
  const [group = '', name = '', id = '', ip = '', destName = '', destId = '', destIp = ''] = parts;
  if (parts.length !== 7 || group === '') throw badValue(pair);
  return {
    group,
    source: { ...objectOf(pair, name, id), ...(ip === '' ? {} : { ip }) },
    dest: { ...objectOf(pair, destName, destId), ...(destIp === '' ? {} : { ip: destIp }) },
  };
}

/** `source-switch/dest-switch` (recalled). @throws Failure */
export function readSwitches(pair: InputPair): MoveData['switches'] {
  return elementsOf(pair).map((text) => {
    const [source = '', dest = '', ...more] = text.split('/');
    if (source === '' || dest === '' || more.length > 0) throw badValue(pair);
    return { source, dest };
  });
}

function objectOf(pair: InputPair, name: string, id: string): Named {
  return { ...(name === '' ? {} : { name }), ...(id === '' ? {} : { id: number(pair, id) }) };
}

function number(pair: InputPair, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw badValue(pair);
  return Number(text);
}
