import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { keyMessages as messages } from '../../messages/keys.ts';
import { consoleAt } from '../../model/frames/console-address.ts';
import { authorize, forgetTrust, isTrusted, trust, withdraw } from '../../state/frames/keys.ts';
import type { Host } from '../../state/hosts.ts';
import { seeded } from '../../state/random.ts';
import { helpOption } from './listing.ts';

const spec: CommandSpec = {
  name: 'mkauthkeys',
  platform: 'hmc',
  purpose: 'sets up keys between consoles, and keys of users',
  synopsis: [
    'mkauthkeys --ip remote-HMC -u remote-user --test',
    'mkauthkeys --ip remote-HMC -u remote-user [-g] [--passwd password] [-t {dsa | rsa}]',
    'mkauthkeys {-a | --add | -r | --remove} "public key string" [-u user]',
    'mkauthkeys -g [-t {dsa | rsa}]',
  ],
  evidence: 'recalled',
  options: [
    valued('-ip', 'remote-HMC', 'The other console, by its host name or an address.', 'capture'),
    valued('u', 'user', 'The user there; of -a and -r a user here.', 'capture'),
    flag('-test', 'Only tests whether the keys are set up.', 'capture'),
    valued('-passwd', 'password', 'The password of the user there; it is asked for without it.', 'capture'),
    flag('g', 'Makes new keys for this console.', 'recalled'),
    {
      flag: 't',
      text: 'The type of the keys; default rsa.',
      evidence: 'recalled',
      argument: { kind: 'value', name: 'type', values: { dsa: '', rsa: '' } },
    },
    valued('a', 'key', 'Adds the public key of somebody who may log in.', 'recalled'),
    valued('-add', 'key', 'The same as -a.', 'capture'),
    valued('r', 'key', 'Takes a key away: the key itself, or its comment.', 'recalled'),
    valued('-remove', 'key', 'The same as -r.', 'capture'),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['-ip', 'a', '-add', 'r', '-remove', 'g']],
  exclusive: [
    ['-ip', 'a', '-add', 'r', '-remove'],
    ['g', '-test'],
    ['g', 'a', '-add', 'r', '-remove'],
    ['-test', '-passwd'],
    ['-test', 't'],
  ],
  needs: { '-test': ['-ip'], '-passwd': ['-ip'], t: ['g', '-ip'], u: ['-ip', 'a', '-add', 'r', '-remove'] },
  user: 'any',
  statuses: { 0: 'It is done, or --test found keys.', 1: 'It is not, or there are no keys.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const user = args.value('u') ?? context.user;
  if (!/^[A-Za-z_][\w.-]{0,31}$/.test(user)) throw failure(messages.badUser, { user });
  const added = args.value('a') ?? args.value('-add');
  if (added !== undefined) return addKey(added, user, context);
  const removed = args.value('r') ?? args.value('-remove');
  if (removed !== undefined) return removeKey(removed, user, context);
  const named = args.value('-ip');
  if (named === undefined) return makeKeys(args.value('t') ?? 'rsa', context);
  if (!args.has('u')) throw failure(hmcMessages.missingParameter, { parameter: '-u' });
  const remote = remoteAt(named, context);
  if (args.has('-test')) {
    if (isTrusted(context.engine, context.host.name, remote.name, user)) return 0;
    throw failure(messages.notSetUp, { user });
  }
  await setUp(args, context, remote, { named, user });
  return 0;
}

function remoteAt(named: string, { engine, host }: Context): Host {
  const found = consoleAt(engine, named);
  if (!found) throw failure(messages.unknownRemote, { host: named });
  if (found.name === host.name) throw failure(messages.ownAddress, { host: named });
  return found;
}

async function setUp(
  args: Arguments,
  context: Context,
  remote: Host,
  { named, user }: { readonly named: string; readonly user: string },
): Promise<void> {
  const { host, lab } = context;
  const question = `Enter the password for user ${user} on the remote host ${named}: `;
  const password = args.value('-passwd') ?? (await context.ask(question, { hidden: true }));
  if (password === undefined) throw failure(messages.noPassword, { user });
  // parlab keeps no passwords, so each is right, but nobody has an empty one.
  if (password === '') throw failure(messages.wrongPassword, { user, host: named });
  lab.update((change) => {
    if (args.has('g')) forgetTrust(change, host.name);
    trust(change, host.name, remote.name, user);
    change.note(host.name, remote.name, `keys set up for ${user}`);
  });
}

function addKey(text: string, user: string, { host, lab }: Context): number {
  const key = text.trim().replaceAll(/\s+/g, ' ');
  if (!/^[a-z][\w@.-]+ [A-Za-z\d+/]{16,}={0,2}( [^\u0000-\u001f\u007f]+)?$/.test(key) || key.length > 10_000)
    throw failure(messages.badKey, {});
  lab.update((change) => {
    authorize(change, host.name, user, key);
    change.note(host.name, user, `key added: ${key.split(' ').slice(2).join(' ') || key.split(' ')[0]}`);
  });
  return 0;
}

function removeKey(text: string, user: string, { host, lab }: Context): number {
  lab.update((change) => {
    const count = withdraw(change, host.name, user, text.trim().replaceAll(/\s+/g, ' '));
    if (count === 0) throw failure(messages.keyUnknown, { user });
    change.note(host.name, user, `keys removed: ${count}`);
  });
  return 0;
}

// Programs read the key from the output (of IVM, captured).
function makeKeys(type: string, { host, lab, stdout, user }: Context): number {
  const index = lab.update((change) => {
    forgetTrust(change, host.name);
    change.note(host.name, user, `new ${type} keys made`);
    return change.next('key');
  });
  const key = publicKey(type, Number(lab.meta('seed') ?? 1), index);
  stdout.write(`${key} ${user}@${host.name}\n`);
  return 0;
}

/** A key in the form of a real one; its numbers are the lab's own, and no lock has them. */
function publicKey(type: string, seed: number, index: number): string {
  const name = type === 'dsa' ? 'ssh-dss' : 'ssh-rsa';
  // RSA: exponent 65537 and modulus. DSA: p, q, g and y.
  const sizes = type === 'dsa' ? [128, 20, 128, 128] : [256];
  const numbers = sizes.map((size, place) => {
    const words = Array.from({ length: size / 4 }, (_, lane) => seeded(seed + place, index, 100 + lane));
    const bytes = Buffer.from(words.map((word) => word.toString(16).padStart(8, '0')).join(''), 'hex');
    // Positive: a zero before a byte whose first bit is set.
    bytes[0] = (bytes[0] ?? 0) | 0x80;
    return field(Buffer.concat([Buffer.from([0]), bytes]));
  });
  const exponent = type === 'dsa' ? [] : [field(Buffer.from([1, 0, 1]))];
  const data = Buffer.concat([field(Buffer.from(name)), ...exponent, ...numbers]);
  return `${name} ${data.toString('base64')}`;
}

function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export const command: Command = { spec, run };
