import type { MigrationType } from '../../../src/state/frames/migrations.ts';
import type { Different } from './movable.ts';

/** Only this check finds something: id, severity, what is different, and each finding with what stands below it. */
export interface MappingFinds {
  readonly id: string;
  readonly type?: MigrationType;
  readonly severity: 'E' | 'W';
  readonly why: string;
  readonly different: Different;
  readonly told: readonly (readonly string[])[];
}

const tail =
  'cannot be hosted by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS host on the destination managed system, then try the operation again.';
const noScsi = (slot: number) => `HSCLA24E The migrating partition's virtual SCSI adapter ${slot} ${tail}`;
// The text of the IBM support page on it.
const noFc = `HSCLA319 The migrating partition's virtual fibre channel client adapter 5 ${tail}`;
const multipath =
  "HSCLA340 The management console may not be able to replicate the source multipath I/O configuration for the migrating partition's virtual I/O adapters on the destination. This means one or both of the following: (1) Client adapters that are assigned to different source VIOS hosts may be assigned to a single VIOS host on the destination; (2) Client adapters that are assigned to a single source VIOS host may be assigned to different VIOS hosts on the destination. To review the complete list of management console chosen mappings, issue the command to list the virtual I/O mappings for the migrating partition.";
const notBridged = (vlans: string) =>
  `HSCLA256 The migrating partition's virtual LAN configuration cannot be supported by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS hosts on the destination managed system to access the following VLAN(s): ${vlans}. Then try the operation again.`;
const noSwitch = (name: string) =>
  `The destination managed system has no virtual switch ${name} for the virtual Ethernet adapters of the migrating partition.  Create the virtual switch or map it to another one, then try the operation again.`;
const noPair =
  'HSCLA24A The management console was unable to find a valid mover service partition pair for the migrating partition.';
const badMover = (side: string, named: string, why: string) =>
  `The ${side} mover service partition ${named} cannot be used.  ${why}`;
const badMapping = (slot: number, why: string) =>
  `The mapping of virtual adapter ${slot} is not possible.  ${why}`;
const busy = (limits: string) =>
  `The mover service partitions have as many active migrations as they are configured for (${limits}).  Wait until a migration has ended, then try the operation again.`;
const tooMany = (system: string, count: number, type: string, limit: number) =>
  `Managed system ${system} has ${count} ${type} migrations in progress and supports ${limit}.  Wait until a migration has ended, then try the operation again.`;

/** A server of the source says why it cannot describe an adapter. */
const noLocation = (server: number, vios: string, answer: string) => [
  `HSCLA27C The operation to get the physical device location for adapter U8233.E8B.06A0001-V${server}-C13 on the virtual I/O server partition ${vios} has failed.`,
  `The partition command is:
migmgr -f get_adapter -t vscsi -s U8233.E8B.06A0001-V${server}-C13 -d 1
The partition standard error is:
${answer}`,
];

/** A server of the destination says why it cannot host an adapter. */
const refused = (vios: string, slot: number, type: string, code: number, ...answer: string[]) =>
  `HSCLA356 The RMC command issued to partition ${vios} failed. This means that destination VIOS partition ${vios} cannot host the virtual adapter ${slot} on the migrating partition.
HSCLA29A The RMC command issued to partition ${vios} failed.
The partition command is:
migmgr -f find_devices -t ${type} -C 0x5 -d 1
The RMC return code is:
0
The OS command return code is:
${code}
The OS standard out is:
${answer.length === 0 ? '' : `${['VIOS_DETAILED_ERROR', ...answer, 'End Detailed Message.'].join('\n')}\n`}The OS standard err is:
`;

const fromBoth = (slot: number, type: string, code: number, ...answer: string[]) =>
  ['b1', 'b2'].map((vios) => refused(vios, slot, type, code, ...answer));
const noScsiAtAll = (...answer: string[]) =>
  [3, 4].map((slot) => [noScsi(slot), ...fromBoth(slot, 'vscsi', 69, ...answer)]);

const a = (number: 1 | 2) => `(SELECT id FROM partition WHERE name = 'a${number}')`;
const b = (number: 1 | 2) => `(SELECT id FROM partition WHERE name = 'b${number}')`;
const onB = `partition IN (${b(1)}, ${b(2)})`;
const root = "name = 'hdisk1'";
const unique = "UPDATE lun SET unique_id = 'LUN0' WHERE name = 'root'";
const second = '(SELECT wwpn FROM adapter_wwpn WHERE place = 1)';
const wwpns = [
  "UPDATE lun_mask SET initiator = 'c050760000000002' WHERE initiator IN (SELECT wwpn FROM adapter_wwpn WHERE place = 1)",
  "UPDATE zone SET initiator = 'c050760000000002' WHERE initiator IN (SELECT wwpn FROM adapter_wwpn WHERE place = 1)",
  "UPDATE adapter_wwpn SET wwpn = 'c050760000000002' WHERE place = 1",
];
const eth = 'eth: [{ slot: 2, vlan: 1, mac: FA0000000002 }]';
const oneServer = `UPDATE vios_disk SET reserve_policy = 'single_path' WHERE ${root} AND partition = ${b(2)}`;

/** Migrations of other partitions that some living process drives. */
export function others(
  count: number,
  { type = 'active', source = 1, dest = 2 }: { type?: MigrationType; source?: 1 | 2; dest?: 1 | 2 } = {},
): string[] {
  return Array.from({ length: count }, (_, index) => [
    `INSERT INTO partition (system, lpar_id, name, env, state, resource_config, uuid, default_profile, rmc_state, rmc_connected, max_slots, pend_max_slots)
     VALUES (${source}, ${100 + index}, 'guest${index}', 'aixlinux', 'Running', 0, 'guest${index}', 'default', 'active', 1, 64, 64)`,
    `INSERT INTO migration (partition, type, phase, source, dest, source_id, source_msp, dest_msp, console, plan, started, log, pid, birth)
     SELECT id, '${type}', 'starting', ${source}, ${dest}, 0, ${a(1)}, ${b(1)}, 'hmc1', '{"adapters":[]}', 0, 1, ${process.pid}, ''
     FROM partition WHERE name = 'guest${index}'`,
  ]).flat();
}

/** A second mover on each side. */
export const secondMovers = [
  ['# a2:', 'msp: true'],
  ['# b2:', 'msp: true'],
] as const;

export const mappingFinds: readonly MappingFinds[] = [
  {
    id: 'V01',
    severity: 'E',
    why: 'no VIO server of the destination knows the LUN',
    different: { sql: [unique, `UPDATE vios_disk SET lun = NULL WHERE ${root} AND ${onB}`] },
    told: noScsiAtAll('LUN LUN0 is not visible'),
  },
  {
    id: 'V01',
    severity: 'E',
    why: 'the disks are there, but their LUN is no longer masked to the servers',
    different: { sql: [unique, "DELETE FROM lun_mask WHERE initiator LIKE '10000000c900002%'"] },
    told: noScsiAtAll('LUN LUN0 is not visible'),
  },
  {
    id: 'V01',
    severity: 'E',
    why: 'VIO servers before 2.2.3.0 say no more than a number',
    different: {
      world: [['os: VIOS 2.2.3.3 # b1', 'os: VIOS 2.2.2.3']],
      sql: [`UPDATE vios_disk SET status = 'Defined' WHERE ${root} AND ${onB}`],
    },
    told: [3, 4].map((slot) => [
      noScsi(slot),
      refused('b1', slot, 'vscsi', 69),
      refused('b2', slot, 'vscsi', 69, 'hdisk1 is not Available'),
    ]),
  },
  {
    id: 'V02',
    severity: 'E',
    why: 'a logical volume',
    different: { world: [['targets: [] # a1', 'targets: [{ name: vtlv, slot: 13, volume: lv00 }]']] },
    told: [[noScsi(3), 'vtlv of VIOS partition a1 is backed by logical volume lv00, which cannot migrate.']],
  },
  {
    id: 'V02',
    type: 'inactive',
    severity: 'E',
    why: 'a file',
    different: {
      world: [['targets: [] # a1', 'targets: [{ name: vtf, slot: 13, file: /home/padmin/disk }]']],
    },
    told: [
      [noScsi(3), 'vtf of VIOS partition a1 is backed by file /home/padmin/disk, which cannot migrate.'],
    ],
  },
  {
    id: 'V02',
    severity: 'E',
    why: 'an internal disk',
    different: { sql: [`UPDATE vios_disk SET lun = NULL WHERE ${root} AND partition = ${a(1)}`] },
    told: [
      [
        noScsi(3),
        'vtscsi0 of VIOS partition a1 is backed by hdisk1, an internal disk, which cannot migrate.',
      ],
    ],
  },
  {
    id: 'V03',
    severity: 'E',
    why: 'a reservation on the source',
    different: {
      sql: [`UPDATE vios_disk SET reserve_policy = 'PR_exclusive' WHERE ${root} AND partition = ${a(1)}`],
    },
    told: [noLocation(1, 'a1', 'hdisk1, the device of vtscsi0, has reserve_policy=PR_exclusive')],
  },
  {
    id: 'V03',
    type: 'inactive',
    severity: 'E',
    why: 'reservations on the destination',
    different: { sql: [`UPDATE vios_disk SET reserve_policy = 'single_path' WHERE ${root} AND ${onB}`] },
    told: noScsiAtAll('hdisk1 has reserve_policy=single_path'),
  },
  {
    id: 'V04',
    severity: 'E',
    why: 'the second WWPN is not zoned',
    different: { sql: [...wwpns, `DELETE FROM zone WHERE initiator IN ${second}`] },
    told: [
      [
        noFc,
        ...fromBoth(
          5,
          'vfc',
          69,
          'Client Target WWPNs: 500507630a03c1d2',
          'c050760000000002 is not zoned to the same target ports as the source for this client',
          'Returning from npiv_dest_adapter rc=69',
        ),
      ],
    ],
  },
  {
    id: 'V04',
    severity: 'E',
    why: 'no port with NPIV on the destination',
    different: { sql: [`UPDATE vios_port SET fabric = 0 WHERE ${onB}`] },
    told: [
      [noFc, ...fromBoth(5, 'vfc', 83, 'There are no FC adapters', 'Returning from npiv_dest_adapter rc=83')],
    ],
  },
  {
    id: 'V04',
    severity: 'E',
    why: 'no port with a free login',
    different: { sql: [`UPDATE vios_port SET ports = 0 WHERE ${onB}`] },
    told: [
      [
        noFc,
        ...fromBoth(
          5,
          'vfc',
          83,
          'No FC adapter has a free NPIV port',
          'Returning from npiv_dest_adapter rc=83',
        ),
      ],
    ],
  },
  {
    id: 'V05',
    severity: 'E',
    why: 'the LUN is not masked to the second WWPN',
    different: { sql: [...wwpns, `DELETE FROM lun_mask WHERE initiator IN ${second}`] },
    told: [
      [
        noFc,
        ...fromBoth(
          5,
          'vfc',
          69,
          'Client Target WWPNs: 500507630a03c1d2',
          'c050760000000002 does not see the same LUNs as the WWPN that is logged in',
          'Returning from npiv_dest_adapter rc=69',
        ),
      ],
    ],
  },
  {
    id: 'V06',
    severity: 'E',
    why: 'both paths would meet on one server',
    different: { sql: [oneServer] },
    told: [[multipath, 'The virtual adapters 3, 4 would all be hosted by b1.']],
  },
  {
    id: 'V06',
    severity: 'W',
    why: '--mpio 2 goes on with one server',
    different: { sql: [oneServer], request: { mpio: 2 } },
    told: [[multipath, 'The virtual adapters 3, 4 would all be hosted by b1.']],
  },
  {
    id: 'V06',
    severity: 'E',
    why: 'the user wants adapters of one server on two',
    different: { data: { scsi: [{ slot: 3, vios: { id: 1 } }], fc: [{ slot: 5, vios: { name: 'b2' } }] } },
    told: [[multipath, 'The virtual adapters 3, 5 have one VIOS host and would have several.']],
  },
  {
    id: 'V07',
    severity: 'E',
    why: 'the target device is Defined',
    different: { sql: [`UPDATE target_device SET status = 'Defined' WHERE partition = ${a(2)}`] },
    told: [noLocation(2, 'a2', 'vtscsi0 or its device hdisk1 is not Available')],
  },
  {
    id: 'V07',
    severity: 'E',
    why: 'no server adapter',
    different: { sql: [`DELETE FROM virtual_adapter WHERE partition = ${a(2)} AND slot = 13`] },
    told: [
      ["The migrating partition's virtual adapter 4 has no server adapter on the source managed system."],
    ],
  },
  {
    id: 'V08',
    severity: 'E',
    why: 'required',
    different: { sql: [`UPDATE virtual_adapter SET required = 1 WHERE partition = ${a(2)} AND slot = 13`] },
    told: [
      [
        'The virtual server adapter in slot 13 of VIOS partition a2 is marked as required.  Make it not required, then try the operation again.',
      ],
    ],
  },
  {
    id: 'V08',
    severity: 'W',
    why: 'for any client',
    different: {
      sql: [`UPDATE virtual_adapter SET remote_lpar = NULL WHERE partition = ${a(2)} AND slot = 13`],
    },
    told: [
      [
        'The virtual server adapter in slot 13 of VIOS partition a2 allows any client.  It will stay there when the partition has migrated.',
      ],
    ],
  },
  {
    id: 'V09',
    severity: 'E',
    why: 'VLANs that nobody bridges, the own one and tagged ones',
    different: { world: [[eth, 'eth: [{ slot: 2, vlan: 40, vlans: [1, 30], mac: FA0000000002 }]']] },
    told: [[notBridged('30, 40')]],
  },
  {
    id: 'V09',
    severity: 'E',
    why: 'the link behind the SEA is down',
    different: { sql: [`UPDATE vios_ethernet SET link = 0 WHERE partition = ${b(1)}`] },
    told: [[notBridged('1')]],
  },
  {
    id: 'V09',
    severity: 'E',
    why: 'the SEA is Defined',
    different: { sql: ["UPDATE sea SET status = 'Defined' WHERE partition <> 1"] },
    told: [[notBridged('1')]],
  },
  {
    id: 'V09',
    severity: 'W',
    why: '--vlanbridge 2',
    different: {
      sql: ["UPDATE sea SET status = 'Defined' WHERE partition <> 1"],
      request: { vlanBridge: 2 },
    },
    told: [[notBridged('1')]],
  },
  {
    id: 'V09',
    severity: 'E',
    why: 'no switch of that name, whatever is overridden',
    different: {
      sql: ["UPDATE virtual_switch SET name = 'Office' WHERE system = 1"],
      request: { vlanBridge: 2, vsi: 2 },
    },
    told: [[noSwitch('Office')]],
  },
  {
    id: 'V09',
    severity: 'E',
    why: 'mapped to a switch that is not there',
    different: { data: { switches: [{ source: 'ETHERNET0', dest: 'none' }] } },
    told: [[noSwitch('none')]],
  },
  {
    id: 'V09',
    severity: 'E',
    why: 'the switch is in another mode',
    different: { sql: ["UPDATE virtual_switch SET mode = 'VEPA' WHERE system = 2"] },
    told: [
      [
        'The virtual switch ETHERNET0 is in VEB mode, and ETHERNET0 of the destination managed system is in VEPA mode.',
      ],
    ],
  },
  {
    id: 'V09',
    severity: 'W',
    why: '--vsi 2',
    different: {
      sql: ["UPDATE virtual_switch SET mode = 'VEPA' WHERE system = 2"],
      request: { vsi: 2 },
    },
    told: [
      [
        'The virtual switch ETHERNET0 is in VEB mode, and ETHERNET0 of the destination managed system is in VEPA mode.',
      ],
    ],
  },
  {
    id: 'V10',
    severity: 'E',
    why: 'the destination has no mover',
    different: { sql: [`UPDATE partition SET msp = 0 WHERE id = ${b(1)}`] },
    told: [[noPair]],
  },
  {
    id: 'V11',
    severity: 'E',
    why: 'one that is no mover, an address of nobody',
    different: { data: { sourceMsp: { name: 'a2' }, destMspIp: '10.9.9.9' } },
    told: [
      [badMover('source', 'a2', 'It is not a mover service partition.')],
      [badMover('destination', '10.9.9.9', 'It has no such IP address.')],
    ],
  },
  {
    id: 'V11',
    severity: 'E',
    why: 'nobody of this number',
    different: { data: { destMsp: { id: 9 } } },
    told: [[badMover('destination', '9', 'There is no such VIOS partition.')]],
  },
  {
    id: 'V12',
    severity: 'E',
    why: 'the movers have eight',
    different: { sql: others(8) },
    told: [[busy('a1 8, b1 8')]],
  },
  {
    id: 'V12',
    severity: 'E',
    why: 'a mover with a link of 1 Gb has four',
    different: {
      sql: [...others(4), `UPDATE vios_ethernet SET mbps = 1000 WHERE partition = ${b(1)}`],
    },
    told: [[busy('a1 8, b1 4')]],
  },
  {
    id: 'V12',
    severity: 'E',
    why: 'cfg_msp_lpm_ops is two',
    different: { sql: [...others(2), `UPDATE mover SET operations = 2 WHERE partition = ${a(1)}`] },
    told: [[busy('a1 2, b1 8')]],
  },
  {
    id: 'V13',
    severity: 'E',
    why: 'one pair only',
    different: { request: { redundantMsps: 1 } },
    told: [['Redundant mover service partitions are required, and there are no two pairs of them.']],
  },
  {
    id: 'V14',
    severity: 'E',
    why: 'no such adapter, no such server, the wrong name for a number, twice',
    different: {
      data: {
        scsi: [
          { slot: 2, vios: { id: 1 } },
          { slot: 3, vios: { name: 'b9' } },
          { slot: 4, vios: { name: 'b1', id: 2 } },
          { slot: 4, vios: { name: 'b2' } },
        ],
        fc: [{ slot: 3, vios: { id: 1 } }],
      },
    },
    told: [
      [badMapping(2, 'The migrating partition has no such client adapter in slot 2.')],
      [badMapping(3, 'The destination has no such VIOS partition.')],
      [badMapping(4, 'The destination has no such VIOS partition.')],
      [badMapping(4, 'The adapter is mapped more than once.')],
      [badMapping(3, 'The migrating partition has no such client adapter in slot 3.')],
    ],
  },
  {
    id: 'V14',
    severity: 'E',
    why: 'slots that are taken, outside, wanted twice',
    different: {
      data: {
        scsi: [
          { slot: 3, vios: { id: 1 }, viosSlot: 2 },
          { slot: 4, vios: { id: 2 }, viosSlot: 200 },
        ],
      },
    },
    told: [
      [badMapping(3, 'Slot 2 of b1 is in use.')],
      [badMapping(4, 'Slot 200 is not a virtual slot of b2.')],
    ],
  },
  {
    id: 'V14',
    severity: 'E',
    why: 'a port that is not there',
    different: { data: { fc: [{ slot: 5, vios: { id: 1 }, port: 'fcs9' }] } },
    told: [[badMapping(5, 'b1 has no Fibre Channel port fcs9.')]],
  },
  {
    id: 'V14',
    severity: 'E',
    why: 'a server that cannot host it: the other one can',
    different: {
      sql: [`UPDATE vios_port SET fabric = 0 WHERE partition = ${b(2)}`],
      data: { fc: [{ slot: 5, vios: { id: 2 } }] },
    },
    told: [
      [
        badMapping(5, 'b2 cannot host the adapter.'),
        refused('b2', 5, 'vfc', 83, 'There are no FC adapters', 'Returning from npiv_dest_adapter rc=83'),
      ],
    ],
  },
  {
    id: 'G10',
    severity: 'E',
    why: 'the system with the lower limit has reached it',
    different: {
      world: secondMovers,
      sql: [...others(2), 'UPDATE managed_system SET max_active_migrations = 2 WHERE id = 2'],
    },
    told: [[tooMany('alpha', 2, 'active', 2)], [tooMany('beta', 2, 'active', 2)]],
  },
  {
    id: 'G10',
    severity: 'E',
    why: 'a migration the other way',
    different: { sql: others(1, { source: 2, dest: 1 }) },
    told: [
      [
        'Partitions are migrating from beta to alpha.  All concurrent migrations must have the same source and destination managed systems.',
      ],
    ],
  },
  ...(['inactive', 'suspended'] as const).map(
    (type): MappingFinds => ({
      id: 'G11',
      type,
      severity: 'E',
      why: 'four inactive ones are on their way',
      different: { sql: others(4, { type: 'inactive' }) },
      told: [[tooMany('alpha', 4, 'inactive', 4)], [tooMany('beta', 4, 'inactive', 4)]],
    }),
  ),
];

/** Nothing is found, although it is near. */
export const mappingPasses: readonly (readonly [string, MigrationType, string, Different])[] = [
  [
    'V01',
    'active',
    'the disk has another name there',
    { sql: [`UPDATE vios_disk SET name = 'hdisk9' WHERE ${root} AND partition = ${b(1)}`] },
  ],
  [
    'V02',
    'active',
    'a volume of another client',
    {
      world: [
        ['# other:', 'mode: POWER7'],
        ['# a1:', 'scsi: [{ slot: 30, server: true }]'],
        ['targets: [] # a1', 'targets: [{ name: vtlv, slot: 30, volume: lv00 }]'],
      ],
    },
  ],
  [
    'V03',
    'active',
    "a reservation of a disk that is not the partition's",
    { sql: ["UPDATE vios_disk SET reserve_policy = 'PR_shared' WHERE name <> 'hdisk1'"] },
  ],
  [
    'V04',
    'active',
    'one server without NPIV',
    { sql: [`UPDATE vios_port SET fabric = 0 WHERE partition = ${b(2)}`] },
  ],
  [
    'V07',
    'active',
    'an adapter with nothing behind it',
    { sql: [`DELETE FROM target_device WHERE partition = ${a(2)}`] },
  ],
  [
    'V08',
    'active',
    'a required adapter of the client',
    {
      sql: [
        "UPDATE virtual_adapter SET required = 1 WHERE partition = (SELECT id FROM partition WHERE name = 'mobile') AND slot = 3",
      ],
    },
  ],
  [
    'V11',
    'active',
    'names, numbers and addresses that are right',
    { data: { sourceMsp: { name: 'a1' }, sourceMspIp: '10.0.0.11', destMsp: { id: 1 } } },
  ],
  [
    'V14',
    'active',
    'mappings that are right',
    {
      data: {
        scsi: [{ slot: 4, vios: { name: 'b2', id: 2 }, viosSlot: 199 }],
        fc: [{ slot: 5, vios: { id: 1 }, port: 'fcs0' }],
      },
    },
  ],
  [
    'V05',
    'active',
    '--npivval port leaves the LUNs out',
    { sql: [`DELETE FROM lun_mask WHERE initiator IN ${second}`], request: { npivValidation: 'port' } },
  ],
  [
    'V06',
    'active',
    'two disks that the client mirrors may meet on one server',
    {
      sql: [
        "INSERT INTO lun VALUES (99, 'copy', 'copy', 'ds', 51200)",
        'INSERT INTO lun_mask SELECT 99, wwpn FROM vios_port',
        `UPDATE vios_disk SET lun = 99 WHERE ${root} AND partition = ${a(2)}`,
        `UPDATE vios_disk SET lun = 99 WHERE name = 'hdisk3' AND partition = ${b(1)}`,
        "UPDATE vios_disk SET reserve_policy = 'no_reserve', volume_group = NULL WHERE lun = 99",
      ],
    },
  ],
  [
    'V09',
    'active',
    'the switch is mapped to another one',
    {
      sql: ["UPDATE virtual_switch SET name = 'Office' WHERE system = 1"],
      data: { switches: [{ source: 'Office', dest: 'ETHERNET0' }] },
    },
  ],
  ['V10', 'inactive', 'no memory, no movers', { sql: ['UPDATE partition SET msp = 0'] }],
  ['V12', 'active', 'a second pair takes the ninth', { world: secondMovers, sql: others(8) }],
  [
    'V12',
    'active',
    'those that wait for their recovery do not count',
    { sql: [...others(8), 'UPDATE migration SET failed = 1'] },
  ],
  ['V13', 'active', 'two pairs', { world: secondMovers, request: { redundantMsps: 1 } }],
  ['G10', 'active', 'inactive ones are counted apart', { sql: others(8, { type: 'inactive' }) }],
  ['G11', 'inactive', 'active ones are counted apart', { sql: others(8) }],
];
