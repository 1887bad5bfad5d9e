import { ability } from './ability-rows.ts';
import type { Different } from './movable.ts';
import type { Finds, Passes } from './rows.ts';

const betaMemory = 'memory: { installed_mb: 65536, firmware_mb: 2048, region_mb: 256 } # beta';
const betaProcessors = 'processors: { installed: 8 } # beta';
const mobileMemory = 'memory: { min: 1024, desired: 4096, max: 8192 }';
const mobileProcessors = 'processors: { units: 0.5, procs: 2 }';
const units = (text: string) => [[mobileProcessors, `processors: { ${text} }`]] as const;
// b1, b2 and other have 2.25 processors and 10240 MB there, a pool reserves 0.25 processors.
const installed = (processors: number) =>
  [[betaProcessors, `processors: { installed: ${processors} }`]] as const;
const memory = (mb: number) =>
  [[betaMemory, `memory: { installed_mb: ${mb}, firmware_mb: 2048, region_mb: 256 }`]] as const;
const large = (mb: number) => `memory: { min: 1024, desired: ${mb}, max: 65536, hpt_ratio: '1:128' }`;
const profile = (attributes: string): NonNullable<Different['world']> => [
  ['# alpha:', 'inactive_profile_policy: prof'],
  ['# mobile:', `profiles: [{ name: default, ${attributes} }]`],
];
const slots = (b1: number, b2: number) =>
  [
    ['# b1:', `max_slots: ${b1}`],
    ['# b2:', `max_slots: ${b2}`],
  ] as const;
const power7plus = (system: string) => [[`generation: POWER7 # ${system}`, 'generation: POWER7+']] as const;
const pool = (name: string, needed = '0.50', available = '0.50') =>
  `The shared processor pool ${name} of the managed system beta has ${available} processing units available.  The migrating partition needs ${needed}.`;

export const resourceFinds: readonly Finds[] = [
  [
    'R01',
    'inactive',
    'E',
    { world: [[betaMemory, 'memory: { installed_mb: 65536, firmware_mb: 2048, region_mb: 128 }']] },
    'The memory region size of the managed systems differs: alpha has 256 MB, beta has 128 MB.',
  ],
  [
    'R02',
    'active',
    'E',
    { world: installed(2.99) },
    'The managed system beta has 0.49 processing units available.  The migrating partition needs 0.5.',
  ],
  [
    'R02',
    'suspended',
    'E',
    { world: [...installed(4), ...units('dedicated: 2')] },
    'The managed system beta has 1 processors available.  The migrating partition needs 2 dedicated processors.',
  ],
  [
    'R02',
    'inactive',
    'E',
    { world: [...installed(3.05), ...profile("desired_proc_units: '0.6'")] },
    'The managed system beta has 0.55 processing units available.  The migrating partition needs 0.6.',
  ],
  [
    // It holds nothing now, so what its profile says counts, whatever the policy is.
    'R02',
    'inactive',
    'E',
    { world: [...installed(2.95), ['# mobile:', 'configured: false']] },
    'The managed system beta has 0.45 processing units available.  The migrating partition needs 0.5.',
  ],
  [
    'R03',
    'active',
    'E',
    { world: memory(2048 + 10240 + 4096) },
    'The managed system beta has 4096 MB of memory available.  The migrating partition needs 4352 MB, of which 256 MB are for its page table.',
  ],
  [
    'R03',
    'active',
    'E',
    { world: [...memory(2048 + 10240 + 8448), [mobileMemory, large(8192)]] },
    'The managed system beta has 8448 MB of memory available.  The migrating partition needs 8704 MB, of which 512 MB are for its page table.',
  ],
  [
    'R03',
    'inactive',
    'E',
    { world: [...memory(2048 + 10240 + 8192), ...profile("desired_mem: '8192'")] },
    'The managed system beta has 8192 MB of memory available.  The migrating partition needs 8448 MB, of which 256 MB are for its page table.',
  ],
  [
    'R04',
    'active',
    'E',
    { world: [...power7plus('alpha'), ...units('units: 0.1, procs: 2')] },
    'The migrating partition has 0.05 processing units for each virtual processor.  The managed system beta needs at least 0.1.',
  ],
  [
    'R05',
    'active',
    'E',
    { data: { pool: { name: 'Nobody' } } },
    'The managed system beta has no shared processor pool Nobody.',
  ],
  [
    'R05',
    'inactive',
    'E',
    { data: { pool: { name: 'Web', id: 2 } } },
    'The managed system beta has no shared processor pool Web/2.',
  ],
  [
    'R05',
    'active',
    'E',
    { data: { pool: { id: 2 } }, world: units('units: 0.51, procs: 2') },
    pool('Batch', '0.51', '0.5'),
  ],
  [
    'R06',
    'inactive',
    'E',
    { world: slots(4, 3) },
    'The Virtual I/O Servers of the managed system beta have 2 free virtual adapter slots.  The migrating partition needs 3.',
  ],
  [
    'R06',
    'active',
    'E',
    {
      world: [
        ...slots(5, 200),
        [
          'env: vioserver\n        os: VIOS 2.2.3.3\n        ip: 10.0.0.22',
          'env: vioserver\n        state: Not Activated\n        os: VIOS 2.2.3.3\n        ip: 10.0.0.22',
        ],
      ],
    },
    'The Virtual I/O Servers of the managed system beta have 2 free virtual adapter slots.  The migrating partition needs 3.',
  ],
  ...ability.finds,
  ['R15', 'active', 'E', { data: { destId: 7 } }, 'The partition ID 7 is in use on the managed system beta.'],
  [
    'R15',
    'inactive',
    'E',
    {
      data: { destId: 9 },
      sql: [
        `INSERT INTO migration (partition, type, phase, failed, source, dest, source_id, dest_id, console, plan, started, log, pid, birth)
         SELECT id, 'active', 'starting', 0, 1, 2, 3, 9, 'hmc1', '{}', 0, 1, 1, '' FROM partition WHERE name = 'a3'`,
      ],
    },
    'The partition ID 9 is in use on the managed system beta.',
  ],
  [
    'R16',
    'active',
    'E',
    {
      request: { affinity: true },
      world: [
        ['# alpha:', 'affinity_score: 81'],
        ['# beta:', 'affinity_score: 80'],
      ],
    },
    'The affinity score of the partition would be 80 on the managed system beta.  It is 81 now.',
  ],
  [
    'R18',
    'active',
    'E',
    { world: [['# beta:', 'max_lpars: 3']] },
    'The managed system beta has 3 partitions, as many as it can have.',
  ],
];

export const resourcePasses: readonly Passes[] = [
  [
    'R01',
    'active',
    'a change is pending',
    { sql: ['UPDATE managed_system SET pend_lmb_mb = 128 WHERE id = 2'] },
  ],
  ['R02', 'active', 'just enough', { world: installed(3) }],
  [
    'R02',
    'active',
    'just enough for dedicated ones',
    { world: [...installed(4.5), ...units('dedicated: 2')] },
  ],
  [
    'R02',
    'inactive',
    'the configuration counts, not the profile',
    {
      world: [...installed(3), ['# mobile:', "profiles: [{ name: default, desired_proc_units: '0.6' }]"]],
    },
  ],
  [
    'R02',
    'inactive',
    'a profile without a sensible number',
    { world: profile("desired_proc_units: '', desired_mem: many") },
  ],
  ['R03', 'active', 'just enough', { world: memory(2048 + 10240 + 4352) }],
  [
    'R03',
    'active',
    'just enough with another page table',
    { world: [...memory(2048 + 10240 + 8704), [mobileMemory, large(8192)]] },
  ],
  [
    'R04',
    'active',
    'both systems know thin processors',
    { world: [...power7plus('alpha'), ...power7plus('beta'), ...units('units: 0.1, procs: 2')] },
  ],
  ['R04', 'active', 'not so thin', { world: [...power7plus('alpha'), ...units('units: 0.2, procs: 2')] }],
  ['R05', 'active', 'just enough room', { data: { pool: { name: 'Batch' } } }],
  ['R05', 'active', 'by its number', { data: { pool: { id: 0 } } }],
  [
    'R05',
    'active',
    'dedicated processors are in no pool',
    { data: { pool: { id: 2 } }, world: units('dedicated: 2') },
  ],
  ['R06', 'active', 'just enough', { world: slots(5, 3) }],
  ...ability.passes,
  ['R15', 'active', 'the number is free there', { data: { destId: 5 } }],
  ['R16', 'active', 'as good', { request: { affinity: true } }],
  ['R16', 'active', 'nobody asked for it', { world: [['# beta:', 'affinity_score: 80']] }],
  ['R18', 'active', 'one more', { world: [['# beta:', 'max_lpars: 4']] }],
];
