import type { Different } from './movable.ts';
import type { Finds, Passes } from './rows.ts';

const mobile = (properties: string) => ['# mobile:', properties] as const;
const beta = (properties: string) => ['# beta:', properties] as const;
const lacks = (name: string) => beta(`capabilities: { ${name}: false }`);
const plainMemory = 'memory: { min: 1024, desired: 4096, max: 8192 }';
const memory = (more: string) =>
  [plainMemory, `memory: { min: 1024, desired: 4096, max: 8192, ${more} }`] as const;
const current = (mode: string) =>
  `The managed system beta does not support the current processor compatibility mode of the migrating partition, ${mode}.`;
const preferred = (mode: string) =>
  `The managed system beta does not support the preferred processor compatibility mode of the migrating partition, ${mode}.`;
const generation = (system: string, generation: string) =>
  [`generation: POWER7 # ${system}`, `generation: ${generation}`] as const;

const noPool =
  "HSCLA304 A suitable shared memory pool for the mobile partition was not found on the destination managed system.  In order to support the mobile partition, the destination managed system must have a shared memory pool that can accommodate the partition's entitled and maximum memory values, as well as its redundancy capabilities.";
const sourcePool = ['# alpha:', 'memory_pool: { size_mb: 8192 }'] as const;
// `# b1` and `# b2` follow the same words.
const paging = (
  purpose: string,
  b1: readonly (readonly [string, number])[],
  b2: readonly (readonly [string, number])[] = [],
) => {
  const list = (devices: readonly (readonly [string, number])[]) =>
    `paging: [${devices.map(([device, size]) => `{ device: ${device}, size_mb: ${size}, purpose: ${purpose} }`).join(', ')}]`;
  return [
    ['paging: [] # b1', list(b1)],
    ['paging: [] # b2', list(b2)],
  ] as const;
};
const shared = [memory('shared: true'), sourcePool] as const;
const pool = (mb: number) => beta(`memory_pool: { size_mb: ${mb} }`);
const both = [['hdisk2', 8192] as const] as const;

const storage = (needed: number) =>
  `The managed system beta has no free device of at least ${needed} MB in its reserved storage device pool.  The migrating partition can be suspended and needs 110 percent of its memory there.`;
const twoWays =
  'The managed system beta has no free device of at least 4506 MB in its reserved storage device pool that is accessible through two Virtual I/O Servers.';
const suspendable = mobile('suspend_capable: true');
const restart =
  'The migrating partition can be restarted remotely.  The managed system beta is not capable of remote restart.';

const ibmi: NonNullable<Different['world']> = [
  ['env: aixlinux', 'env: os400'],
  ['os: AIX 7.1 7100-02-02-1316', 'os: IBM i Licensed Internal Code 7.1.0 410 0'],
];
const restricted = mobile('restricted_io: true');

export const ability: { readonly finds: readonly Finds[]; readonly passes: readonly Passes[] } = {
  finds: [
    ['R07', 'active', 'E', { world: [generation('beta', 'POWER6+')] }, current('POWER7')],
    // It runs in a mode that POWER8 no longer has, and prefers one that it has.
    [
      'R07',
      'suspended',
      'E',
      { world: [mobile('mode: POWER6\n        current_mode: POWER5'), generation('beta', 'POWER8')] },
      current('POWER5'),
    ],
    [
      'R07',
      'active',
      'E',
      { world: [mobile('mode: POWER7\n        current_mode: POWER6'), generation('beta', 'POWER6')] },
      preferred('POWER7'),
    ],
    [
      'R08',
      'inactive',
      'E',
      { world: [mobile('mode: POWER6+'), generation('beta', 'POWER6')] },
      preferred('POWER6+'),
    ],
    [
      'R09',
      'active',
      'E',
      { world: [memory('expansion: 1.25'), lacks('active_mem_expansion')] },
      'The migrating partition uses Active Memory Expansion.  The managed system beta is not capable of it.',
    ],
    [
      'R09',
      'inactive',
      'E',
      {
        world: [
          ['# alpha:', 'inactive_profile_policy: prof'],
          mobile("profiles: [{ name: default, mem_expansion: '1.5' }]"),
          lacks('active_mem_expansion'),
        ],
      },
      'The migrating partition uses Active Memory Expansion.  The managed system beta is not capable of it.',
    ],
    [
      'R10',
      'active',
      'E',
      { world: [...shared, lacks('active_mem_sharing')] },
      'The migrating partition uses Active Memory Sharing.  The managed system beta is not capable of it.',
    ],
    ['R10', 'inactive', 'E', { world: shared }, noPool, 'The managed system beta has no shared memory pool.'],
    [
      'R10',
      'inactive',
      'E',
      { world: [...shared, pool(7936)] },
      noPool,
      'The shared memory pool has 7936 MB.  The maximum memory of the partition is 8192 MB.',
    ],
    [
      'R10',
      'active',
      'E',
      { world: [...shared, pool(8192), ...paging('memory', [['hdisk2', 8191]])] },
      noPool,
      'There is no free paging device of at least 8192 MB.',
    ],
    [
      'R10',
      'active',
      'E',
      { world: [...shared, pool(8192), ...paging('memory', both)], data: { pagingVios: { name: 'b2' } } },
      noPool,
      'There is no free paging device of at least 8192 MB.',
    ],
    [
      'R10',
      'suspended',
      'E',
      {
        world: [...shared, pool(8192), ...paging('memory', [['hdisk3', 8192]], both)],
        request: { redundantVios: 1 },
      },
      noPool,
      'No free paging device of at least 8192 MB is accessible through two Virtual I/O Servers.',
    ],
    ['R11', 'active', 'E', { world: [suspendable, ...paging('suspend', [['hdisk3', 4505]])] }, storage(4506)],
    [
      'R11',
      'inactive',
      'E',
      { world: [suspendable, ...paging('memory', [['hdisk3', 9000]])] },
      storage(4506),
    ],
    ['R11', 'suspended', 'W', { world: [suspendable], request: { protectStorage: 2 } }, storage(4506)],
    [
      'R11',
      'suspended',
      'E',
      { world: [suspendable, ...paging('suspend', [['hdisk2', 4506]])], data: { storageVios: { id: 2 } } },
      storage(4506),
    ],
    [
      'R11',
      'active',
      'E',
      { world: [suspendable, ...paging('suspend', [['hdisk2', 4506]])], request: { redundantVios: 1 } },
      twoWays,
    ],
    [
      'R12',
      'inactive',
      'E',
      { world: [mobile('vtpm: true'), lacks('vtpm')] },
      'The migrating partition has a virtual trusted platform module.  The managed system beta is not capable of it.',
    ],
    [
      'R13',
      'active',
      'E',
      { world: [mobile('remote_restart: true'), lacks('lpar_remote_restart')] },
      restart,
    ],
    [
      'R13',
      'inactive',
      'W',
      { world: [mobile('simplified_restart: true')], request: { requireRestart: 2 } },
      restart,
    ],
    [
      'R14',
      'active',
      'E',
      { world: [...ibmi, restricted, lacks('os400_lpar_mobility')] },
      'IBM i partitions cannot be migrated: the managed system beta is not capable of IBM i partition mobility.',
    ],
    [
      'R14',
      'active',
      'E',
      { world: ibmi },
      'Partition mobile is not in restricted I/O mode.  Only IBM i partitions in this mode can be migrated.',
    ],
    [
      'R14',
      'inactive',
      'E',
      { world: [...ibmi, mobile("restricted_io: true\n        io: ['21010200']")] },
      'An IBM i partition that is migrated may have virtual I/O only.  Remove the physical I/O adapters from partition mobile.',
      'U78A0.001.DNWHZ4R-P1-C1 Fibre Channel Adapter',
    ],
    [
      'R14',
      'active',
      'E',
      {
        world: [
          ['env: aixlinux', 'env: os400'],
          restricted,
          ['os: AIX 7.1 7100-02-02-1316', 'os: IBM i 7.1 TR3'],
        ],
      },
      'The operating system of the migrating partition is IBM i 7.1 TR3.  Partition mobility needs IBM i 7.1 Technology Refresh 4 or later.',
    ],
    [
      'R14',
      'inactive',
      'E',
      { world: [...ibmi, restricted, ['firmware: AL740_101 # beta', 'firmware: AL740_087']] },
      'The managed system beta has firmware level AL740_087.  The migration of IBM i partitions needs 730_087, 740_088 or later.',
    ],
    [
      'R14',
      'inactive',
      'E',
      {
        world: [
          ...ibmi,
          restricted,
          generation('beta', 'POWER6'),
          ['firmware: AL740_101 # beta', 'firmware: EL350_085'],
        ],
      },
      'The managed system beta has POWER6 processors.  The migration of IBM i partitions needs POWER7 or later.',
    ],
    [
      'R14',
      'active',
      'E',
      { world: [...ibmi, restricted, ['level: V7R7.9 # hmc1', 'level: V7R7.4.0']] },
      'The management console hmc1 is at level V7R7.4.0.  The migration of IBM i partitions needs level V7R7.5 or later.',
    ],
    [
      'R14',
      'active',
      'E',
      { world: [...ibmi, restricted, ['os: VIOS 2.2.3.3 # b1', 'os: VIOS 2.2.1.3']] },
      'The Virtual I/O Server b1 is at level 2.2.1.3.  The migration of IBM i partitions needs level 2.2.1.4 or later.',
    ],
    [
      'R17',
      'active',
      'E',
      { world: [suspendable, lacks('lpar_suspend'), ...paging('suspend', [['hdisk3', 4506]])] },
      'The migrating partition can be suspended.  The managed system beta is not capable of suspending partitions.',
    ],
  ],
  passes: [
    [
      'R07',
      'active',
      'it runs in a mode that the destination has (documented)',
      { world: [mobile('current_mode: POWER6+'), generation('beta', 'POWER6+')] },
    ],
    ['R07', 'active', 'POWER7+ has the modes of POWER7', { world: [generation('beta', 'POWER7+')] }],
    ['R08', 'inactive', 'the current mode is of no matter', { world: [generation('beta', 'POWER6')] }],
    ['R09', 'active', 'it uses none', { world: [lacks('active_mem_expansion')] }],
    ['R10', 'active', 'its memory is its own', { world: [lacks('active_mem_sharing')] }],
    [
      'R10',
      'active',
      'a pool and a device, just large enough',
      { world: [...shared, pool(8192), ...paging('memory', [['hdisk3', 8192]])] },
    ],
    [
      'R10',
      'active',
      'two ways to one LUN',
      { world: [...shared, pool(8192), ...paging('memory', both, both)], request: { redundantVios: 1 } },
    ],
    [
      'R10',
      'active',
      'two ways if possible',
      {
        world: [...shared, pool(8192), ...paging('memory', [['hdisk3', 8192]])],
        request: { redundantVios: 2 },
      },
    ],
    ['R10', 'inactive', 'it gets its device when it is activated', { world: [...shared, pool(8192)] }],
    [
      'R11',
      'active',
      'just large enough',
      { world: [suspendable, ...paging('suspend', [['hdisk3', 4506]])] },
    ],
    [
      'R11',
      'active',
      'two ways to one LUN',
      {
        world: [suspendable, ...paging('suspend', [['hdisk2', 4506]], [['hdisk2', 4506]])],
        request: { redundantVios: 1 },
        data: { storageVios: { name: 'b1', id: 1 } },
      },
    ],
    ['R12', 'active', 'it has none', { world: [lacks('vtpm')] }],
    ['R12', 'active', 'the destination is capable of it', { world: [mobile('vtpm: true')] }],
    ['R13', 'active', 'the destination is capable of it', { world: [mobile('remote_restart: true')] }],
    ['R13', 'suspended', 'it is suspended', { world: [mobile('simplified_restart: true')] }],
    ['R14', 'active', 'not IBM i', { world: [lacks('os400_lpar_mobility')] }],
    [
      'R14',
      'active',
      'the least levels',
      {
        world: [
          ...ibmi,
          restricted,
          ['level: V7R7.9 # hmc1', 'level: V7R7.5.0'],
          ['os: VIOS 2.2.3.3 # b1', 'os: VIOS 2.2.1.4'],
          ['firmware: AL740_101 # beta', 'firmware: AL730_087'],
        ],
      },
    ],
    [
      'R14',
      'inactive',
      'later than the least level',
      {
        world: [
          ['env: aixlinux', 'env: os400'],
          restricted,
          ['os: AIX 7.1 7100-02-02-1316', 'os: IBM i 7.2'],
        ],
      },
    ],
    ['R17', 'active', 'it cannot be suspended', { world: [lacks('lpar_suspend')] }],
  ],
};
