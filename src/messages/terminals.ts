import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;
const capture = {
  evidence: 'capture',
  stream: 'stdout',
  source: 'recorded session of a console (HMC V10R3 M1060)',
} as const;

/** Texts of virtual terminals. Lines of the console begin and end with a blank, and with a carriage return. */
export const terminalMessages = defineMessages('terminal', {
  opening: { text: '\r\n Open in progress  \r\n ', ...capture },
  heldAlready: {
    text: '\r\n A terminal session is already open for this partition. \r\n Only one open session is allowed for a partition. \r\n Exiting.... ',
    status: 0,
    ...capture,
  },
  inputEnded: { text: 'The write socket has closed. Exiting.', ...capture },
  end: {
    text: 'Terminate session? [y/n] ',
    stream: 'stdout',
    evidence: 'capture',
    source: 'a client that reads consoles waits for it',
  },
  closed: { text: '\r\n The session was closed. \r', stream: 'stdout', ...ours },
  closeSent: { text: 'Close command sent', ...capture },
  noConsole: {
    text: 'Partition {partition} is an IBM i partition: its console is no virtual terminal.',
    ...ours,
  },
  off: {
    text: '\r\nparlab: Partition {partition} is not activated: nothing is on its console.\r',
    stream: 'stdout',
    ...ours,
  },
  firmware: {
    text: '\r\nparlab: Partition {partition} is in the state {state}: parlab has no menus of its firmware.\r',
    stream: 'stdout',
    ...ours,
  },
  aixLogin: {
    text: '\r\nAIX Version {version}\r\nCopyright IBM Corporation, 1982, {year}.\r\nConsole login: ',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'the herald of AIX on its console',
  },
  viosLogin: {
    text: '\r\nIBM Virtual I/O Server\r\n\r\n                      login: ',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'the herald of a VIO server',
  },
  linuxLogin: {
    text: '\r\n{host} login: ',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'the end of the herald of Linux, whatever stands before it',
  },
  noLogin: {
    text: '\r\nparlab: Nobody can log in on a console yet; ~. ends it.\r',
    stream: 'stdout',
    ...ours,
  },
});
