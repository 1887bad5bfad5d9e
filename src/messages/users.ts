import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the vendor was found for this' } as const;

/** Texts of the commands for users, groups and passwords, and of who is logged in. */
export const userMessages = defineMessages('user', {
  noUser: {
    text: '3004-687 User "{name}" does not exist.',
    evidence: 'seed',
    source: 'seed 3, listing 11; the status is inferred; sessions that catch it redirect stderr',
  },
  idUnknown: {
    text: '{command}: There is no user {name}.',
    ...ours,
  },
  noGroup: {
    text: '3004-686 Group "{name}" does not exist.',
    evidence: 'capture',
    source: 'a session with chuser groups=',
  },
  nameTooLong: {
    text: '3004-694 Error adding "{name}" : Name is too long.',
    evidence: 'capture',
    source: 'an installation script that explains it; where the name stands is recalled',
  },
  exists: {
    text: '3004-694 Error adding "{name}" : Account exists.',
    evidence: 'recalled',
    source: 'mkuser and mkgroup; number and form as with a name that is too long',
  },
  badName: {
    text: '{command}: "{name}" cannot be a name.',
    evidence: 'ours',
    source: 'rules: mkuser page; wording not found',
  },
  badValue: {
    text: '3004-692 Error changing "{attribute}" to "{value}" : Value is invalid.',
    evidence: 'capture',
    source: 'a session that changed a shell',
  },
  shellNotListed: {
    text: '3004-703 Check "/etc/security/login.cfg" file.\n3004-692 Error changing "shell" to "{shell}" : Value is invalid.',
    evidence: 'capture',
    source: 'a session that changed a shell to one that login.cfg did not list',
  },
  unknownAttribute: { text: '{command}: {attribute} is not an attribute that parlab knows.', ...ours },
  notAPair: { text: '{command}: "{word}" is not of the form Attribute=Value.', ...ours, status: 2 },
  idTaken: { text: '{command}: The id {id} is that of {name} already.', ...ours },
  noFreeId: { text: '{command}: No id is free.', ...ours },
  needsRoot: { text: '{command}: root cannot be removed.', ...ours },
  primaryGroup: {
    text: '{command}: {name} is the primary group of the user {user}.',
    evidence: 'ours',
    source: 'rule: rmgroup page; wording not found',
  },
  otherRegistry: {
    text: '{command}: There is no load module {module}: the users of parlab are in files.',
    ...ours,
  },
  damagedFile: { text: '{command}: {path} is damaged or missing; nothing was changed.', ...ours },
  cannotWrite: { text: '{command}: Cannot write {path}: {why}; nothing was changed.', ...ours },
  noHome: {
    text: '{command}: The user {name} was made, but not its home directory {path}: {why}.',
    ...ours,
  },
  changing: {
    text: 'Changing password for "{name}"',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'passwd',
  },
  notTheOld: {
    text: '3004-604 Your entry does not match the old password.',
    evidence: 'recalled',
    source: 'passwd',
  },
  notTwice: { text: 'The two entries are not the same; the password was not changed.', ...ours },
  noEntry: { text: 'The password was not changed.', ...ours },
  flagValue: { text: '{command}: "{flag}" is not one of ADMIN, ADMCHG and NOCHECK.', ...ours },
  weak: {
    text: '3004-603 Your password must have:',
    evidence: 'recalled',
    source: 'passwd; a line for each rule follows',
  },
  rule: { text: '\t{rule}', evidence: 'recalled', source: 'passwd, after 3004-603' },
  notAllowed: {
    text: '3004-709 Error changing password for "{name}" : You do not have permission.',
    evidence: 'recalled',
    source: 'number and form: a capture with another reason',
  },
  noSuchLogin: {
    text: '3004-500 User "{user}" does not exist.',
    evidence: 'recalled',
    source: 'su',
  },
  loginWrong: {
    text: '3004-007 You entered an invalid login name or password.',
    evidence: 'recalled',
    source: 'login',
  },
  loginLocked: {
    text: '3004-301 Your account has been locked; please see the system administrator.',
    evidence: 'recalled',
    source: 'login',
  },
  noTerminal: { text: '{command}: There is no terminal to ask for the password on.', ...ours },
  noRecords: {
    text: '{command}: Who was logged in before is not recorded: there is no {path}.',
    ...ours,
  },
  onlyGlobal: {
    text: '{command}: The {flag} flag is for the global environment.',
    evidence: 'ours',
    source: 'rule: -@ is not for the inside of a WPAR; wording not found',
  },
});
