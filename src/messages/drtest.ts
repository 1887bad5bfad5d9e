import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own report: no vendor has it" } as const;

/** What `parlab drtest` finds in a script, each with what to do about it. */
export const drtestMessages = defineMessages('drtest', {
  notExecutable: {
    text: 'The file is not executable, and drmgr installs only what is. Set its mode: chmod +x {file}.',
    ...ours,
  },
  noInterpreter: {
    text: 'The first line does not begin with #!. Name there what runs the script: #!/usr/bin/ksh.',
    ...ours,
  },
  carriageReturn: {
    text: 'Line {line} ends with a carriage return, which is part of its last word. Save the file with line feeds alone.',
    ...ours,
  },
  name: {
    text: 'The name {name} begins neither with the vendor nor with sysadmin. Call it VENDOR_SUBSYSTEM, or sysadmin_SUBSYSTEM.',
    ...ours,
  },
  terminal: {
    text: 'Line {line} uses a terminal ({word}), and the script has none. Leave it out.',
    ...ours,
  },
  descriptionFails: { text: '{how}; installation needs 0. End with 0.', ...ours },
  noItem: { text: 'It prints no {item}, and installation needs it. Print {item}=VALUE.', ...ours },
  otherVersion: {
    text: 'DR_VERSION is {value}; the protocol has the version 1. Print DR_VERSION=1.',
    ...ours,
  },
  badTimeout: { text: 'DR_TIMEOUT is {value}. Print a whole number of seconds.', ...ours },
  noTimeout: {
    text: 'DR_TIMEOUT is 0: a call that hangs holds up the partition for ever. Print a number of seconds.',
    ...ours,
  },
  noResource: {
    text: 'It prints no DR_RESOURCE: the script would never be called. Print one for each resource.',
    ...ours,
  },
  strangeResource: {
    text: 'DR_RESOURCE={value} is never called for. Print one of {names}.',
    ...ours,
  },
  resourceTwice: { text: 'DR_RESOURCE={value} is printed twice. Print it once.', ...ours },
  notRegistered: {
    text: 'The script does not register {resource}: it is never called for it. Print DR_RESOURCE={resource}.',
    ...ours,
  },
  noUsage: {
    text: 'It prints no DR_USAGE: drmgr -l has nothing to show. Print DR_USAGE="what it is used for".',
    ...ours,
  },
  surroundings: {
    text: 'It answers otherwise in another directory and without LANG. Use whole paths, and depend on no language.',
    ...ours,
  },
  notRefused: { text: '{how}; what a script does not know ends with 10. Add a last case: exit 10.', ...ours },
  unknownName: { text: 'Nobody reads {name}. Did you mean {guess}?', ...ours },
  strangeName: { text: 'Nobody reads {name}. For texts to log there are DR_LOG_INFO and its like.', ...ours },
  misplacedName: { text: '{name} is not read from this command. Print it where it belongs.', ...ours },
  noPair: {
    text: 'A line is no NAME=VALUE, so nobody reads it: {line}. Print DR_LOG_INFO="text", or nothing.',
    ...ours,
  },
  refusedLine: {
    text: 'A line is no NAME=VALUE, and drmgr does not install the script: {line}. Leave no blank before the sign =.',
    ...ours,
  },
  notQuoted: { text: 'The text of {name} is not in quotation marks. Print {name}="text".', ...ours },
  brokenQuotes: {
    text: 'The quotation marks of {name} do not match. Print {name}="text" on one line.',
    ...ours,
  },
  errorMissing: {
    text: '{how} without DR_ERROR: nobody learns why. Print DR_ERROR="application: reason" before a failure.',
    ...ours,
  },
  errorIgnored: {
    text: 'DR_ERROR was printed, but it ended with {status}, which is no failure: the request goes on. To refuse, end with 1.',
    ...ours,
  },
  errorAfter: {
    text: 'DR_ERROR was printed, but it ended with {status}, which is no failure. End with 1, or print DR_LOG_WARNING.',
    ...ours,
  },
  errorNameless: {
    text: 'DR_ERROR seems not to name the application: {error}. Begin it with the name: whoever reads it has many scripts.',
    ...ours,
  },
  errorTwice: { text: 'There are several DR_ERROR, and only the first is shown. Print one.', ...ours },
  valueCut: {
    text: '{name} is longer than is shown: it is cut. Keep texts below {most} characters.',
    ...ours,
  },
  outputCut: { text: 'It prints more than is read: the rest is lost. Print less.', ...ours },
  timeOver: {
    text: 'It did not end within {limit}; {effect}. Do less in a call, or raise DR_TIMEOUT.',
    ...ours,
  },
  timeHalf: {
    text: 'It took more than half of its {limit}. Do less in a call, or raise DR_TIMEOUT.',
    ...ours,
  },
  controls: { text: '{name} has control characters, shown as question marks. Print plain text.', ...ours },
  standardError: {
    text: 'It writes on standard error, where nobody reads it: {line}. Print DR_LOG_ERR="text" instead.',
    ...ours,
  },
  notFound: {
    text: 'It misses a program: {line}. PATH is {path}: call others by their whole paths.',
    ...ours,
  },
  noTerminal: { text: 'It wants a terminal, and has none: {line}. Leave out what needs one.', ...ours },
  leftRunning: {
    text: 'It leaves a program running: {program}. Fine for a service; anything else should end with the call.',
    ...ours,
  },
  leftFiles: {
    text: 'It leaves {file} in /tmp. Remove it, or keep records below /var.',
    ...ours,
  },
  postFails: {
    text: '{how}: it is reported, and the change stays. Repair what you can in post, and let it succeed.',
    ...ours,
  },
  undoFails: {
    text: '{how}: what pre has done may stay. Record it in pre, and let undo succeed without a record, too.',
    ...ours,
  },
  undoAgain: {
    text: 'The first undo ended with {first}, the second with {second}. An undo with nothing left to do should succeed.',
    ...ours,
  },
  notRestored: {
    text: 'It ended with {first} at first, and with {second} after all courses. Post and undo should restore what they found.',
    ...ours,
  },
  neverCalled: {
    text: 'It was never called: the script refuses before in every course. Run drtest where it does not refuse.',
    ...ours,
  },
  givenUp: { text: 'Courses left out: {count}. {why}.', ...ours },
});

/** Why `parlab drtest` could not try a script. */
export const drtestTroubles = defineMessages('drtest-trouble', {
  notRun: { text: '{command}: {script} could not be run on {host}: {reason}.', status: 2, ...ours },
  notRead: { text: '{command}: There is no script {path}.', status: 2, ...ours },
  notAix: {
    text: '{command}: {host} is no AIX host: it has no scripts for dynamic changes.',
    status: 2,
    ...ours,
  },
  badTime: { text: '{command}: {time} is no number of seconds.', status: 2, ...ours },
  noCourse: { text: '{command}: No resource asked for has the event {event}.', status: 2, ...ours },
  interrupted: { text: '{command}: The test was interrupted.', status: 2, ...ours },
});
