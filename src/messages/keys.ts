import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts of mkauthkeys. */
export const keyMessages = defineMessages('key', {
  notSetUp: {
    text: 'HSCL3653 The Secure Shell (SSH) communication configuration between the source and destination management consoles has not been set up properly for the remote user {user}. Run the mkauthkeys command to set up the SSH communication authentication keys',
    evidence: 'capture',
    source: 'mkauthkeys --test, bond-huang/ebook; the line ends without a full stop there',
  },
  noPassword: {
    text: 'The password of {user} is needed, and there is no terminal to ask for it.  Use --passwd.',
    ...ours,
  },
  wrongPassword: {
    text: 'The password for user {user} on the remote host {host} was not accepted.',
    ...ours,
  },
  unknownRemote: { text: 'No management console was found at {host}.', ...ours },
  ownAddress: { text: '{host} is this management console.', ...ours },
  badKey: {
    text: 'The key is none: a public key has a type, its data and usually a comment.',
    ...ours,
  },
  keyUnknown: { text: 'No such key is authorized for user {user}.', ...ours },
  badUser: { text: '{user} cannot be the name of a user.', ...ours },
});
