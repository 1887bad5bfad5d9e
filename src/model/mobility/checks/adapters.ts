import { fillIn } from '../../../messages/define.ts';
import { readinessMessages as texts } from '../../../messages/mobility/readiness.ts';
import { nameOfPort } from '../../../state/frames/logical-ports.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { leavesHostEthernet } from '../levels.ts';

const group = 'readiness';

/** What of the partition's adapters binds it to its system. */
export const adapterChecks: readonly Check[] = [
  {
    id: 'P04',
    group,
    // Of one that is off they are removed (seed 5, page 33).
    types: ['active', 'suspended'],
    severity: 'E',
    reads: 'physical I/O slots of the partition',
    message: texts.physical,
    find: (facts) => {
      const slots = physicalSlots(facts);
      return slots.length > 0 ? [found(texts.physical, undefined, slots)] : [];
    },
  },
  {
    id: 'P05',
    group,
    types: everyType,
    severity: 'E',
    reads: 'required virtual serial adapters in slots above 2',
    message: texts.serial,
    find: ({ adapters }) =>
      adapters
        .filter(({ kind, slot, required }) => kind === 'serial' && slot > 2 && required)
        .map(({ slot }) => found(texts.serial, { slot })),
  },
  {
    id: 'P06',
    group,
    types: ['active'],
    severity: 'E',
    reads: 'logical ports of Host Ethernet Adapters, and the EtherChannels that they are in',
    message: texts.hostEthernet,
    find: hostEthernetFound,
  },
  {
    id: 'P07',
    group,
    types: ['active'],
    severity: 'E',
    reads: 'SR-IOV logical ports of the partition, and whether they are migratable',
    override: { flag: '--migsriov', given: ({ migrateSriov }) => migrateSriov === 2 },
    message: texts.sriov,
    find: (facts) =>
      logicalPorts(facts, 'sriov')
        .filter(({ backed }) => !backed)
        .map(({ port }) => found(texts.sriov, { port: nameOfPort(port) })),
  },
];

/** Where the physical adapters of the partition are. */
export function physicalSlots({ engine, mobile }: Facts): string[] {
  return engine
    .all<{ drc_name: string; description: string }>(
      'SELECT drc_name, description FROM io_slot WHERE owner = ? ORDER BY bus, drc_index',
      mobile.id,
    )
    .map(({ drc_name, description }) => `${drc_name} ${description}`);
}

interface LogicalPort {
  readonly port: string;
  readonly required: 0 | 1;
  readonly backed: 0 | 1;
}

function logicalPorts({ engine, mobile }: Facts, kind: 'hea' | 'sriov'): LogicalPort[] {
  return engine.all<LogicalPort>(
    'SELECT port, required, backed FROM logical_port WHERE partition = ? AND kind = ? ORDER BY port',
    mobile.id,
    kind,
  );
}

// From AIX 6100-05 on the port of an EtherChannel with a virtual backup is given up on the way (seed 5, page 29).
function hostEthernetFound(facts: Facts): Found[] {
  const os = facts.mobile.os_version;
  return logicalPorts(facts, 'hea').flatMap(({ port, required, backed }) => {
    const why = [
      ...(backed ? [] : [texts.notBacked.text]),
      ...(required ? [texts.portRequired.text] : []),
      ...(leavesHostEthernet(os) ? [] : [fillIn(texts.portLevel.text, { os })]),
    ];
    return why.length > 0 ? [found(texts.hostEthernet, { port }, why)] : [];
  });
}
