/** Why an adapter has no host, as the management console tells it under `Details:`. */

import { fillIn, type Message, type Values } from '../../../messages/define.ts';
import { storageMessages as messages } from '../../../messages/mobility/storage.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { slotLocation } from '../../frames/locations.ts';
import { viosAtLeast } from '../../frames/server-level.ts';
import type { Facts } from '../facts.ts';
import type { Refusal } from './candidates.ts';
import type { SourceAdapter, SourceFault } from './source.ts';

function say<Text extends string>(message: Message<Text>, values: Values<Text>): string {
  return fillIn(message.text, values ?? {});
}

interface Refused {
  readonly server: Partition;
  readonly why: Refusal;
}

/** What a server of the destination has answered, one text of several lines. */
export function refusalText(facts: Facts, adapter: SourceAdapter, refused: Refused): string {
  return refusalLines(facts, adapter, refused).join('\n');
}

function refusalLines(facts: Facts, adapter: SourceAdapter, { server, why }: Refused): string[] {
  const vios = server.name;
  const { slot, kind } = adapter;
  if (why.kind === 'no connection') return [say(messages.noConnection, { vios })];
  if (why.kind === 'no slots') return [say(messages.rmcFailed, { vios, slot }), say(messages.noSlots, {})];
  const answer = [...targetLines(why), ...reasonLines(facts, why)];
  return [
    say(messages.rmcFailed, { vios, slot }),
    say(messages.rmcCommand, { vios }),
    say(messages.partitionCommand, {}),
    `migmgr -f find_devices -t ${kind === 'fc' ? 'vfc' : 'vscsi'} -C 0x${facts.mobile.lpar_id.toString(16)} -d 1`,
    say(messages.rmcReturnCode, {}),
    '0',
    say(messages.osReturnCode, {}),
    String(codeOf(why)),
    say(messages.standardOut, {}),
    ...(viosAtLeast(server, '2.2.3.0') ? detailed(answer) : []),
    say(messages.osStandardError, {}),
    '',
  ];
}

function detailed(lines: readonly string[]): string[] {
  return [say(messages.detailed, {}), ...lines, say(messages.endDetailed, {})];
}

// 83 comes from npiv_dest_adapter without adapters, 69 is MIG_LACK_RESOURCE (documented, public notes).
function codeOf({ kind }: Refusal): number {
  return kind === 'no NPIV ports' || kind === 'no logins' ? 83 : 69;
}

function targetLines(why: Refusal): string[] {
  if (why.kind !== 'zoning' && why.kind !== 'masking') return [];
  return [say(messages.clientTargets, { wwpns: why.ports.join(' ') })];
}

function reasonLines({ engine }: Facts, why: Refusal): string[] {
  switch (why.kind) {
    case 'not visible': {
      const lun = engine.get<{ unique_id: string }>('SELECT unique_id FROM lun WHERE id = ?', why.lun);
      return [say(messages.lunNotVisible, { lun: lun?.unique_id ?? '' })];
    }
    case 'not available':
      return [say(messages.diskNotAvailable, { disk: why.disk })];
    case 'reserved':
      return [say(messages.diskReserved, { disk: why.disk, policy: why.policy })];
    case 'in use':
      return [say(messages.diskInUse, { disk: why.disk, user: why.user })];
    case 'zoning':
      return [say(messages.notZoned, { wwpn: why.wwpn }), say(messages.returning, { code: 69 })];
    case 'masking':
      return [say(messages.notMasked, { wwpn: why.wwpn }), say(messages.returning, { code: 69 })];
    case 'no NPIV ports':
      return [say(messages.noFcAdapters, {}), say(messages.returning, { code: 83 })];
    case 'no logins':
      return [say(messages.noLogins, {}), say(messages.returning, { code: 83 })];
    default:
      return [];
  }
}

/** `U8233.E8B.069348P-V1-C27` */
export function adapterLocation({ source }: Facts, server: Partition, slot: number): string {
  return slotLocation(source, server.lpar_id, slot);
}

/** What the source server has answered when it was asked for the device of an adapter, one text of several lines. */
export function locationText(facts: Facts, server: Partition, slot: number, answer: string): string {
  return [
    say(messages.partitionCommand, {}),
    `migmgr -f get_adapter -t vscsi -s ${adapterLocation(facts, server, slot)} -d 1`,
    say(messages.standardError, {}),
    answer,
  ].join('\n');
}

/** What stands behind an adapter and cannot migrate. */
export function faultLine(fault: SourceFault, vios: string): string {
  if (fault.kind === 'reserved') return say(messages.reserved, fault);
  if (fault.kind === 'undescribed') return say(messages.undescribed, fault);
  if (fault.kind === 'volume' || fault.kind === 'file' || fault.kind === 'internal')
    return say(messages[fault.kind], { target: fault.target, device: fault.device, vios });
  return '';
}
