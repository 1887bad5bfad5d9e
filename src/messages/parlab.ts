import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own command: no vendor has it" } as const;

/** What `parlab` itself refuses or reports. */
export const parlabMessages = defineMessages('parlab', {
  labExists: {
    text: '{command}: There is a lab in {directory} already; "parlab reset" makes it anew.',
    ...ours,
  },
  unknownHost: {
    text: '{command}: The lab has no host called {host}; "parlab hosts" lists them.',
    ...ours,
  },
  unknownPlace: {
    text: '{command}: The lab has no host and no workload partition called {place}.',
    ...ours,
  },
  severalPlaces: {
    text: '{command}: Several hosts have a workload partition called {place}: say {places}.',
    ...ours,
  },
  noCommands: { text: '{command}: {host} is an NFS server: no command acts on it.', ...ours },
  badPace: {
    text: '{command}: {pace} is no pace; it is instant, step or a factor of real time such as 60x.',
    status: 2,
    ...ours,
  },
  badDuration: {
    text: '{command}: {duration} is no duration; it is seconds, or for example 5m, 1h, 1h30m, 2d.',
    status: 2,
    ...ours,
  },
  cloneWords: {
    text: '{command}: clone takes a snapshot and a folder, or --current and a folder.',
    status: 2,
    ...ours,
  },
  nothingLogged: { text: '{command}: The log has nothing about {object}.', ...ours },
  unknownCommand: {
    text: '{command}: {name} is none of the documented commands: {commands}.',
    ...ours,
  },
  unknownWpar: {
    text: '{command}: The lab has no workload partition called {name}.',
    ...ours,
  },
  whichWpar: {
    text: '{command}: There is a workload partition {name} on several hosts; say one of {names}.',
    ...ours,
  },
  noTarget: {
    text: '{command}: No other host of the lab could take workload partition {name}; "parlab relocate {name} HOST" says why a host cannot.',
    ...ours,
  },
  badPath: { text: '{command}: {path} is not of the form HOST:/PATH.', status: 2, ...ours },
  badCount: { text: '{command}: {count} is no number of lines.', status: 2, ...ours },
});
