import type { Finds, Passes } from './rows.ts';

const mobile = (properties: string) => [['# mobile:', properties]] as const;
const os = (name: string) => [['os: AIX 7.1 7100-02-02-1316', `os: ${name}`]] as const;
const tooOld = (name: string, least: string) =>
  `The operating system of the migrating partition is ${name}.  Active partition mobility needs ${least} or later.`;

export const softwareFinds: readonly Finds[] = [
  [
    'P19',
    'active',
    'E',
    { world: mobile('refuses_migration: A job of the accounting must not be moved.') },
    "HSCLA257 The migrating partition has returned a failure response to the management console's request to perform a check for migration readiness.  The migrating partition in not ready for migration at this time.  Try the operation again later.",
    'A job of the accounting must not be moved.',
  ],
  ...(
    [
      ['AIX 5.2 5200-10-06-0826', 'AIX 5300-07-01'],
      ['AIX 5.2', 'AIX 5300-07-01'],
      ['AIX 5.3 5300-07-00-0747', 'AIX 5300-07-01'],
      ['AIX 6.1 6100-02-07-1008', 'AIX 6100-02-08'],
      ['Linux/Red Hat 2.6.18-8.el5 5.0', 'Red Hat Enterprise Linux 5.1'],
      ['Linux/SuSE 2.6.5-7.97-pseries64 9', 'SUSE Linux Enterprise Server 10 SP1'],
      ['Linux/SuSE 2.6.16.21-0.8-ppc64 10 SP0', 'SUSE Linux Enterprise Server 10 SP1'],
    ] as const
  ).map(([name, least]): Finds => ['P21', 'active', 'E', { world: os(name) }, tooOld(name, least)]),
];

export const softwarePasses: readonly Passes[] = [
  ['P19', 'inactive', 'nobody asks one that is off', { world: mobile('refuses_migration: no') }],
  [
    'P21',
    'inactive',
    'levels that cannot move while they run (seed 5, page 33)',
    { world: os('AIX 5.2 5200-10-06-0826') },
  ],
  ...[
    'AIX 5.3 5300-07-01-0748',
    'AIX 5.3 5300-12',
    'AIX 6.1 6100-02-08-1037',
    'AIX 6.1',
    'AIX 7.1 7100-00-00-0000',
    'Linux/Red Hat 2.6.18-53.el5 5.1',
    'Linux/Red Hat 2.6.32-71.el6.ppc64 6.0',
    'Linux/SuSE 2.6.16.46-0.12-ppc64 10 SP1',
    'Linux/SuSE 3.0.76-0.11-ppc64 11',
    'Unknown',
  ].map((name): Passes => ['P21', 'active', name, { world: os(name) }]),
];
