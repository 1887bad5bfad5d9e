import type { Finds, Passes } from './rows.ts';

const wrongState =
  'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.';
const noAnswer =
  'HSCLA246 The management console cannot communicate with partition mobile.  Either the network connection is not available or the partition does not have a level of software that is capable of supporting this operation.  Verify the correct network and setup of the partition, and try the operation again.';
const state = (word: string) => [`UPDATE partition SET state = '${word}' WHERE name = 'mobile'`];
const mobile = (properties: string) => [['# mobile:', properties]] as const;
const physical =
  'The migrating partition has physical I/O adapters.  Remove them from the partition, then try the operation again.';
const hea = (rest: string) => mobile(`logical_ports: [{ kind: hea, port: '23000000/1/0/1/none', ${rest} }]`);
const heaPort =
  'The migrating partition uses the logical port 23000000/1/0/1/none of a Host Ethernet Adapter.';
const sriov = (backed: boolean) =>
  mobile(`logical_ports: [{ kind: sriov, port: '1/0/27004001', backed: ${backed} }]`);
const sriovPort =
  'The migrating partition uses the SR-IOV logical port 1/0/27004001, which cannot be migrated.';
const plainMemory = 'max: 8192 }\n        processors: { units: 0.5, procs: 2 }';
const memory = (more: string) =>
  [[plainMemory, `max: 8192, ${more} }\n        processors: { units: 0.5, procs: 2 }`]] as const;
const uuid = '4A4F9B2E-0001-4000-8000-000000000001';
const sameUuid = [['# other:', `uuid: ${uuid.toLowerCase()}`]] as const;
const uuidInUse = `The UUID ${uuid} of the migrating partition is in use on the managed system beta by partition other.`;
const optical = (slot: number) =>
  [['targets: [] # a1', `targets: [{ name: vtopt0, slot: ${slot}, optical: true }]`]] as const;
const terminal =
  "HSCLA291 The selected partition may have an open virtual terminal session.  The management console will force termination of the partition's open virtual terminal session when the migration has completed.";
const badName = (name: string) =>
  `The profile name ${name} is not valid.  A name has 1 to 31 letters, digits, blanks and , . / ; : ~ @ # ^ - _ = + and braces.`;

export const readinessFinds: readonly Finds[] = [
  // A crashed kernel is not an inactive candidate (seed 5, page 2).
  ['P01', 'active', 'E', { sql: state('Error') }, wrongState, 'The state of partition mobile is Error.'],
  [
    'P01',
    'active',
    'E',
    { sql: state('Open Firmware') },
    wrongState,
    'The state of partition mobile is Open Firmware.',
  ],
  [
    'P01',
    'active',
    'E',
    { sql: state('Shutting Down') },
    wrongState,
    'The state of partition mobile is Shutting Down.',
  ],
  [
    'P02',
    'inactive',
    'E',
    { world: mobile('never_activated: true') },
    'Partition mobile has never been activated.  Activate it to SMS, shut it down, then try the operation again.',
  ],
  [
    'P03',
    'active',
    'E',
    { mobile: 'a3' },
    'Partition a3 is a Virtual I/O Server.  Virtual I/O Servers cannot be migrated.',
  ],
  [
    'P04',
    'active',
    'E',
    { world: mobile("io: ['21010200']") },
    physical,
    'U78A0.001.DNWHZ4R-P1-C1 Fibre Channel Adapter',
  ],
  [
    'P04',
    'suspended',
    'E',
    { world: mobile("io: ['21010200']") },
    physical,
    'U78A0.001.DNWHZ4R-P1-C1 Fibre Channel Adapter',
  ],
  [
    'P05',
    'inactive',
    'E',
    { world: mobile('serial: [{ slot: 7, required: true }]') },
    'The migrating partition has a required virtual serial adapter in slot 7.',
  ],
  [
    'P06',
    'active',
    'E',
    { world: hea('backed: false') },
    heaPort,
    'The port is not part of an EtherChannel with a virtual Ethernet adapter as its backup.',
  ],
  [
    'P06',
    'active',
    'E',
    { world: hea('backed: true, required: true') },
    heaPort,
    'The port is required in the profile.',
  ],
  [
    'P06',
    'active',
    'E',
    { world: [...hea('backed: true'), ['os: AIX 7.1 7100-02-02-1316', 'os: AIX 6.1 6100-04-11-1140']] },
    heaPort,
    'The operating system of the partition is AIX 6.1 6100-04-11-1140.  AIX 6100-05 or later is needed.',
  ],
  ['P07', 'active', 'E', { world: sriov(false) }, sriovPort],
  ['P07', 'active', 'W', { world: sriov(false), request: { migrateSriov: 2 } }, sriovPort],
  ['P08', 'active', 'E', { world: memory('huge_pages: 2') }, 'The migrating partition has 2 huge pages.'],
  ['P08', 'suspended', 'E', { world: memory('huge_pages: 1') }, 'The migrating partition has 1 huge pages.'],
  [
    'P09',
    'active',
    'E',
    { world: memory('bsr_arrays: 3') },
    'The migrating partition has 3 barrier synchronization register (BSR) arrays.',
  ],
  [
    'P10',
    'active',
    'E',
    { world: mobile('redundant_errors: true') },
    'Redundant error path reporting is enabled for partition mobile.',
  ],
  [
    'P11',
    'inactive',
    'E',
    { world: mobile('service: true') },
    'Partition mobile is the service partition of the managed system alpha.',
  ],
  [
    'P12',
    'inactive',
    'E',
    { world: mobile('work_group: 4') },
    'Partition mobile is in the partition workload group 4.',
  ],
  [
    'P13',
    'inactive',
    'E',
    { world: [['name: other', 'name: mobile']] },
    'The managed system beta has a partition named mobile already.',
  ],
  [
    'P14',
    'suspended',
    'E',
    { world: [['eth: [{ slot: 2, vlan: 1 }] # other', 'eth: [{ slot: 9, vlan: 4, mac: FA0000000002 }]']] },
    'The MAC address FA0000000002 of the virtual Ethernet adapter in slot 2 of the migrating partition is in use on the managed system beta by partition other.',
  ],
  ['P15', 'active', 'E', { world: sameUuid }, uuidInUse],
  ['P15', 'inactive', 'W', { world: sameUuid, request: { uuid: 2 } }, uuidInUse],
  [
    'P16',
    'inactive',
    'E',
    { world: optical(13) },
    'The virtual optical device vtopt0 of the Virtual I/O Server a1 is attached to the migrating partition.  Detach it, then try the operation again.',
  ],
  ['P17', 'active', 'W', { world: mobile('terminal: true') }, terminal],
  // An operating system without DLPAR: what its missing RPMs on Linux look like (seed 5, page 7).
  ['P18', 'active', 'E', { world: mobile('dlpar: false') }, noAnswer],
  ['P18', 'active', 'E', { sql: ["UPDATE partition SET dlpar_mem = 0 WHERE name = 'mobile'"] }, noAnswer],
  ['P20', 'active', 'E', { request: { profile: 'a\tb' } }, badName('a?b')],
  ['P20', 'inactive', 'E', { request: { profile: '' } }, badName('')],
  ['P20', 'active', 'E', { request: { profile: 'ä' } }, badName('ä')],
  ['P20', 'active', 'E', { request: { profile: 'x'.repeat(32) } }, badName('x'.repeat(32))],
];

export const readinessPasses: readonly Passes[] = [
  ['P01', 'active', 'Running', {}],
  ['P02', 'inactive', 'activated once', {}],
  ['P03', 'active', 'AIX', {}],
  ['P04', 'inactive', 'of one that is off they are removed', { world: mobile("io: ['21010200']") }],
  ['P04', 'active', 'the adapter is of another partition', { world: [['# a3:', "io: ['21010200']"]] }],
  ['P05', 'active', 'it is not required', { world: mobile('serial: [{ slot: 7 }]') }],
  [
    'P05',
    'active',
    'it is not above slot 2',
    {
      world: [
        ...mobile('serial: [{ slot: 2, required: true }]'),
        ['eth: [{ slot: 2, vlan: 1, mac: FA0000000002 }]', 'eth: []'],
      ],
    },
  ],
  [
    'P06',
    'active',
    'an EtherChannel has a virtual backup',
    { world: [...hea('backed: true'), ['os: AIX 7.1 7100-02-02-1316', 'os: AIX 6.1 6100-05-00-0000']] },
  ],
  ['P06', 'inactive', 'it is off', { world: hea('backed: false') }],
  ['P07', 'active', 'the port is migratable', { world: sriov(true) }],
  ['P08', 'inactive', 'it is off', { world: memory('huge_pages: 2') }],
  ['P09', 'inactive', 'it is off', { world: memory('bsr_arrays: 3') }],
  ['P10', 'inactive', 'it is off', { world: mobile('redundant_errors: true') }],
  ['P11', 'active', 'another partition is it', { world: [['# a1:', 'service: true']] }],
  ['P12', 'active', 'another partition is in one', { world: [['# other:', 'work_group: 4']] }],
  ['P13', 'active', 'names differ in their case', { world: [['name: other', 'name: Mobile']] }],
  [
    'P14',
    'active',
    'the address is in use on the source',
    { sql: ["UPDATE virtual_adapter SET mac = 'FA0000000002' WHERE kind = 'eth' AND partition = 1"] },
  ],
  ['P15', 'active', 'the UUID is in use on the source', { world: [['# a3:', `uuid: ${uuid}`]] }],
  [
    'P16',
    'active',
    'another adapter of the server',
    { world: [...optical(30), ['# a1:', 'scsi: [{ slot: 30, server: true }]']] },
  ],
  [
    'P16',
    'active',
    'the device is only defined',
    { world: optical(13), sql: ["UPDATE target_device SET status = 'Defined' WHERE kind = 'optical'"] },
  ],
  ['P17', 'inactive', 'it is off', { world: mobile('terminal: true') }],
  [
    'P17',
    'active',
    'its process is gone',
    { world: mobile('terminal: true'), sql: ["UPDATE terminal SET pid = 1, birth = 'another boot'"] },
  ],
  [
    'P18',
    'active',
    'adapters need not be dynamic',
    { sql: ["UPDATE partition SET dlpar_io = 0 WHERE name = 'mobile'"] },
  ],
  ['P18', 'inactive', 'nobody asks one that is off', { world: mobile('dlpar: false') }],
  ['P20', 'active', 'all the signs that a name may have', { request: { profile: 'A9 ,./;:~@#^-_=+{}' } }],
  ['P20', 'active', 'the longest name', { request: { profile: 'x'.repeat(31) } }],
];
