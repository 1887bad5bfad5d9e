import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of AIX was found for this' } as const;

/** What commands say that show who and what a host or a WPAR is. */
export const systemMessages = defineMessages('system', {
  badName: { text: '{command}: {name} cannot be the name of a domain.', ...ours },
  badIdentifier: {
    text: '{command}: {identifier} is no hexadecimal number of up to eight digits, no address and no name of a host.',
    ...ours,
  },
  badLevel: { text: '{command}: {level} is not a level of this kind.', status: 2, ...ours },
  badFamily: { text: '{command}: {family} is no address family: inet or inet6.', status: 2, ...ours },
  badPart: { text: '{command}: {part} is no part: r, s or u.', status: 2, ...ours },
  noInterface: { text: '{command}: There is no interface called {name}.', ...ours },
  fixedAddresses: {
    text: '{command}: Addresses are not changed here: those of a host are given by the world, those of a workload partition by mkwpar and chwpar -N.',
    ...ours,
  },
  noWpar: { text: '{command}: There is no workload partition called {name}.', ...ours },
  noNetwork: { text: '{command}: Workload partition {name} is not active: it has no network.', ...ours },
  nameWpar: { text: '{command}: Name a workload partition after {flag}.', status: 2, ...ours },
  notInside: { text: '{command}: The {flag} flag is not available inside a workload partition.', ...ours },
  onlyInside: {
    text: '{command}: This command runs inside a workload partition; in the global environment there is syncwpar.',
    ...ours,
  },
  notInstalled: {
    text: '{command}: 0504-132  Fileset {name} not installed.',
    evidence: 'capture',
    source: 'lslpp -L of a fileset that is not there, below the titles',
  },
  noOwner: { text: '{command}: parlab knows no fileset that {file} belongs to.', ...ours },
  noClass: { text: '{command}: There is no object class {class} in {directory}.', ...ours },
  otherClass: {
    text: '{command}: The object class {class} is not supported by parlab: it keeps no database of devices and software as objects; lsdev, lsattr and lslpp show what there is.',
    status: 2,
    ...ours,
  },
});

const documented = (page: string) =>
  ({ stream: 'stdout', status: 1, evidence: 'document', source: page }) as const;
const said = { stream: 'stdout', status: 0, ...ours } as const;

/** What is said while the software of WPARs is brought to another level. */
export const migrationMessages = defineMessages('migration', {
  higher: {
    text: 'Your global system is at a higher version than the WPAR.',
    ...documented('syncroot page'),
  },
  logOut: {
    text: 'Please log out of the WPAR and execute the migwpar command.',
    ...documented('syncroot page'),
  },
  migrating: { text: 'Migrating workload partition {name} from AIX {from} to AIX {to}.', ...said },
  enabling: { text: 'Enabling workload partition {name} to run on AIX {to}.', ...said },
  migrated: { text: 'Workload partition {name} migrated successfully.', ...said },
  enabled: { text: 'Workload partition {name} enabled successfully.', ...said },
  nothing: { text: 'There is no workload partition to migrate.', ...said },
  sameLevel: { text: '{command}: Workload partition {name} is at the level of the global system.', ...ours },
  needsSource: { text: '{command}: The -C flag needs a software source: -d.', status: 2, ...ours },
  useConversion: {
    text: '{command}: Workload partition {name} is versioned: name it alone, with -C and -d.',
    ...ours,
  },
  notVersioned: { text: '{command}: Workload partition {name} is not versioned.', ...ours },
  onlyRootvg: {
    text: '{command}: Workload partition {name} needs no -V: only versioned ones with a rootvg of their own do.',
    ...ours,
  },
  noLog: { text: '{command}: ATTENTION: The log {path} could not be written.', ...ours },
});
