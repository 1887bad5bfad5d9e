import { softwareMessages as texts } from '../../../messages/mobility/software.ts';
import { capabilitiesOf, type ManagedHere } from '../../../state/frames/systems.ts';
import { isGeneration } from '../../frames/generations.ts';
import { atLeast } from '../../release.ts';
import { type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { firmwareName, firmwareOf, isFirmware } from '../firmware.ts';
import { consoleLevel, isOldIbmi } from '../levels.ts';
import { physicalSlots } from './adapters.ts';
import { serversBelow } from './servers.ts';

/** What an IBM i partition needs (seed 5, page 21; the vendor's requirements for IBM i mobility). */
export function ibmiFound(facts: Facts): Found[] {
  const { mobile, console } = facts;
  if (mobile.env !== 'os400') return [];
  const values = { console: console.name, level: console.release };
  return [
    ...[facts.source, facts.dest].flatMap(systemFound),
    ...(atLeast(consoleLevel(console), '7.7.5') ? [] : [found(texts.ibmiConsole, values)]),
    ...serversBelow(facts, '2.2.1.4').map((server) => found(texts.ibmiServer, server)),
    ...partitionFound(facts),
  ];
}

function systemFound(system: ManagedHere): Found[] {
  const { name, generation } = system;
  if (!isGeneration(generation, 'POWER7')) return [found(texts.ibmiGeneration, { system: name, generation })];
  const level = firmwareOf(system);
  const enough = level.release === 730 ? isFirmware(level, 730, 87) : isFirmware(level, 740, 88);
  return [
    ...(enough ? [] : [found(texts.ibmiFirmware, { system: name, level: firmwareName(system) })]),
    ...(capabilitiesOf(system).os400_lpar_mobility_capable === 1
      ? []
      : [found(texts.capability, { system: name })]),
  ];
}

function partitionFound(facts: Facts): Found[] {
  const { mobile, type } = facts;
  // Of one that runs, P04 says it.
  const physical = type === 'inactive' ? physicalSlots(facts) : [];
  return [
    ...(mobile.restricted_io ? [] : [found(texts.restrictedIo, { partition: mobile.name })]),
    ...(physical.length > 0 ? [found(texts.physical, { partition: mobile.name }, physical)] : []),
    ...(isOldIbmi(mobile.os_version) ? [found(texts.ibmiLevel, { os: mobile.os_version })] : []),
  ];
}
