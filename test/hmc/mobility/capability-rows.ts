import type { Finds, Passes } from './rows.ts';

const here = process.pid;
const migrating = (failed: number, pid: number) =>
  `INSERT INTO migration (partition, type, phase, failed, source, dest, source_id, console, plan, started, log, pid, birth)
   SELECT id, 'active', 'starting', ${failed}, 1, 2, 5, 'hmc1', '{}', 0, 1, ${pid}, '' FROM partition WHERE name = 'mobile'`;

const wrongState =
  'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.';
const keys =
  'HSCL3653 The Secure Shell (SSH) communication configuration between the source and destination management consoles has not been set up properly for the remote user padmin. Run the mkauthkeys command to set up the SSH communication authentication keys';
const incapable = (type: string, system: string) =>
  `The managed system ${system} is not capable of ${type} partition mobility.  Check that PowerVM Enterprise Edition is activated on it.`;
const unreachable = (partition: string) =>
  `HSCLA246 The management console cannot communicate with partition ${partition}.  Either the network connection is not available or the partition does not have a level of software that is capable of supporting this operation.  Verify the correct network and setup of the partition, and try the operation again.`;
const lonely: Finds[3]['world'] = [
  ['firmware: AL740_100 # alpha', 'firmware: AL770_100'],
  ['firmware: AL740_101 # beta', 'firmware: AL720_101'],
];

export const capabilityFinds: readonly Finds[] = [
  [
    'G04',
    'active',
    'E',
    { world: [['state: Operating # beta', 'state: Standby']] },
    'The managed system beta is in the state Standby.  Both managed systems must be Operating.',
  ],
  [
    'G04',
    'inactive',
    'E',
    {
      world: [
        [
          'consoles: [hmc1, hmc2] # beta',
          "consoles: [{ console: hmc1, state: No Connection, error: '0040' }, hmc2]",
        ],
      ],
    },
    'The management console is not connected to the managed system beta.  The state of the connection is No Connection.',
  ],
  ['G05', 'active', 'E', { remote: 'padmin' }, keys],
  [
    'G05',
    'suspended',
    'E',
    { remote: 'hscroot', world: [['level: V7R7.8 # hmc2', 'level: V7R3.3.0']] },
    'The management console hmc2 is at level V7R3.3.0.  A migration between the managed systems of two management consoles needs level V7R3.4 or later of both.',
  ],
  [
    'G05',
    'active',
    'E',
    { world: [['level: V7R7.9 # hmc1', 'level: V6R1.3']] },
    'The management console hmc1 is at level V6R1.3.  Partition mobility needs level V7R3.2 or later.',
  ],
  [
    'G05',
    'active',
    'E',
    { world: [['level: V7R7.9 # hmc1', 'level: V7R3.2']] },
    'The management console hmc1 is at level V7R3.2.  At this level partition mobility needs the fix MH01062.',
  ],
  [
    'G05',
    'active',
    'E',
    { world: [['level: V7R7.9 # hmc1', 'level: V7R7.7']], request: { everything: true } },
    'The management console hmc1 is at level V7R7.7.  The migration of all partitions needs level V7R7.8 or later.',
  ],
  [
    'G06',
    'active',
    'E',
    { world: [['# beta:', 'capabilities: { active_lpar_mobility: false }']] },
    incapable('active', 'beta'),
  ],
  [
    'G07',
    'inactive',
    'E',
    { world: [['# alpha:', 'capabilities: { inactive_lpar_mobility: false }']] },
    incapable('inactive', 'alpha'),
  ],
  [
    'G07',
    'suspended',
    'E',
    { world: [['# beta:', 'capabilities: { inactive_lpar_mobility: false }']] },
    incapable('inactive', 'beta'),
  ],
  [
    'G12',
    'active',
    'E',
    { world: lonely },
    'A partition cannot be migrated from a managed system with firmware level AL770_100 to one with firmware level AL720_101.',
  ],
  [
    'G12',
    'inactive',
    'E',
    { world: [['firmware: AL740_101 # beta', 'firmware: EL340_038']] },
    'The managed system beta has firmware level EL340_038.  Partition mobility needs level 340_039 or later.',
  ],
  [
    'G13',
    'active',
    'E',
    { world: [['# beta:', 'optimizing: true']] },
    'The Dynamic Platform Optimizer is at work on the managed system beta.  Wait until it has finished, or stop it, then try the operation again.',
  ],
  [
    'G14',
    'active',
    'E',
    { sql: [migrating(0, here)] },
    wrongState,
    'A migration of partition mobile is in progress.',
  ],
  [
    'G14',
    'active',
    'E',
    { sql: [migrating(1, here)] },
    wrongState,
    'A migration of partition mobile has failed.  Recover it first.',
  ],
  [
    'G14',
    'active',
    'E',
    // What is made on the destination is on its way as well.
    {
      sql: [
        migrating(0, here).replace("'mobile'", "'other'"),
        "UPDATE migration SET shell = (SELECT id FROM partition WHERE name = 'mobile')",
      ],
    },
    wrongState,
    'A migration of partition mobile is in progress.',
  ],
  [
    'G15',
    'inactive',
    'E',
    { world: [['# mobile:', 'migration_disabled: true']] },
    'Migration is disabled for partition mobile.',
  ],
  [
    'G16',
    'active',
    'E',
    { world: [['# alpha:', 'on_battery: true']] },
    'The managed system alpha is running on battery power.',
  ],
  [
    'G17',
    'active',
    'W',
    {
      world: [
        ['# a1:', 'clock_offset: -4\n        time_ref: true'],
        ['# b2:', 'clock_offset: 2'],
      ],
    },
    'The times of day of the Virtual I/O Servers of the two managed systems differ by up to 6 seconds.  They should be synchronized.',
    'a1: -4 seconds',
    'a2: 0 seconds',
    'a3: 0 seconds',
    'b1: 0 seconds',
    'b2: +2 seconds',
    'No Virtual I/O Server of the managed system beta is a time reference partition.',
  ],
  [
    'G18',
    'inactive',
    'E',
    { world: [['os: VIOS 2.2.3.3 # b1', 'os: VIOS 1.5.1.1']] },
    'The Virtual I/O Server b1 is at level 1.5.1.1.  Partition mobility needs level 1.5.2.1 or later.',
  ],
  [
    'G18',
    'active',
    'E',
    { world: [['os: VIOS 2.2.3.3 # a1', 'os: VIOS 2.2.2.3']], request: { everything: true } },
    'The Virtual I/O Server a1 is at level 2.2.2.3.  The migration of all partitions needs level 2.2.3 or later.',
  ],
  ['G08', 'active', 'E', { world: [['# mobile:', 'rmc: inactive']] }, unreachable('mobile')],
  // The console still believes what the daemon no longer sees.
  ['G08', 'active', 'E', { world: [['# a2:', 'rmc_connected: false']] }, unreachable('a2')],
  ['G08', 'active', 'E', { world: [['# b1:', 'rmc: busy']] }, unreachable('b1')],
  ['G09', 'inactive', 'E', { world: [['# a1:', 'rmc: inactive']] }, unreachable('a1')],
  ['G09', 'suspended', 'E', { world: [['# b2:', 'rmc: none']] }, unreachable('b2')],
  [
    'G09',
    'inactive',
    'E',
    { sql: ["DELETE FROM partition WHERE system = 2 AND env = 'vioserver'"] },
    'The managed system beta has no Virtual I/O Server.',
  ],
];

export const capabilityPasses: readonly Passes[] = [
  [
    'G04',
    'active',
    'the other console is not asked',
    { sql: ["UPDATE connection SET state = 'No Connection' WHERE console = 'hmc2'"] },
  ],
  ['G05', 'active', 'keys of this user', { remote: 'hscroot' }],
  [
    'G05',
    'active',
    'both have the least level for two consoles',
    {
      remote: 'hscroot',
      world: [
        ['level: V7R7.9 # hmc1', 'level: V7R3.4.0'],
        ['level: V7R7.8 # hmc2', 'level: V7R3.4.0'],
      ],
    },
  ],
  [
    'G05',
    'active',
    'the least level with its fix',
    {
      world: [
        ['level: V7R7.9 # hmc1', 'level: V7R3.2.0'],
        ['service_pack: 3', "fixes: ['MH01062: Required fix (01-01-2008)']"],
      ],
    },
  ],
  [
    'G05',
    'active',
    'all partitions, at the least level',
    { request: { everything: true }, world: [['level: V7R7.9 # hmc1', 'level: V7R7.8.0']] },
  ],
  [
    'G06',
    'inactive',
    'of inactive mobility the other capability counts',
    { world: [['# beta:', 'capabilities: { active_lpar_mobility: false }']] },
  ],
  [
    'G07',
    'active',
    'of active mobility the other capability counts',
    { world: [['# beta:', 'capabilities: { inactive_lpar_mobility: false }']] },
  ],
  [
    'G12',
    'active',
    'the pair is in the matrix',
    { world: [['firmware: AL740_101 # beta', 'firmware: AL720_101']] },
  ],
  [
    'G12',
    'active',
    'the lowest level',
    {
      world: [
        ['firmware: AL740_100 # alpha', 'firmware: EL350_039'],
        ['firmware: AL740_101 # beta', 'firmware: EL340_039'],
      ],
    },
  ],
  ['G13', 'active', 'it is at work on the source only', { world: [['# alpha:', 'optimizing: true']] }],
  [
    'G14',
    'active',
    'another partition migrates',
    { sql: [migrating(0, here).replace("'mobile'", "'other'")] },
  ],
  [
    'G15',
    'active',
    'it is disabled for another partition',
    { world: [['# other:', 'migration_disabled: true']] },
  ],
  ['G16', 'inactive', 'nothing runs that could be lost', { world: [['# alpha:', 'on_battery: true']] }],
  ['G17', 'active', 'near enough', { world: [['# a1:', 'clock_offset: -5']] }],
  ['G17', 'inactive', 'no time of day moves', { world: [['# a1:', 'clock_offset: -500']] }],
  ['G18', 'active', 'the lowest level', { world: [['os: VIOS 2.2.3.3 # b1', 'os: VIOS 1.5.2.1']] }],
  [
    'G18',
    'active',
    'all partitions, at the lowest level',
    { request: { everything: true }, world: [['os: VIOS 2.2.3.3 # b1', 'os: VIOS 2.2.3.0']] },
  ],
  ['G08', 'active', 'a3 hosts nothing of it', { world: [['# a3:', 'rmc: inactive']] }],
  ['G08', 'active', 'a server that is off is no choice', { world: [['# b2:', 'state: Not Activated']] }],
  [
    'G08',
    'active',
    'IBM i has no RMC',
    {
      world: [
        ['env: aixlinux', 'env: os400'],
        ['# mobile:', 'restricted_io: true'],
        ['os: AIX 7.1 7100-02-02-1316', 'os: IBM i Licensed Internal Code 7.1.0 410 0'],
      ],
    },
  ],
  ['G09', 'inactive', 'nobody asks a partition that is off', { world: [['# mobile:', 'rmc: inactive']] }],
];
