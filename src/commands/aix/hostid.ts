import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import { hexAddress, interfacesSeen } from '../../model/system/addresses.ts';
import { kernelValue, setKernelValue } from '../../model/system/kernel-values.ts';
import { resolveName } from '../../state/hosts.ts';

const spec: CommandSpec = {
  name: 'hostid',
  platform: 'aix',
  purpose: 'shows or sets the identifier of the host',
  synopsis: ['hostid [ HexNumber | InternetAddress | HostName ]'],
  evidence: 'recalled',
  options: [],
  operands: { name: 'Identifier', minimum: 0, maximum: 1 },
  user: 'any',
  statuses: { 0: 'The identifier is shown or set.', '>0': 'It could not be set.' },
};

function run(args: Arguments, context: Context): number {
  const { engine, place, lab } = context;
  const [wanted] = args.operands;
  if (wanted === undefined) {
    const own = interfacesSeen(engine, place)
      .flatMap(({ addresses }) => addresses)
      .find(({ family, address }) => family === 'inet' && address !== '127.0.0.1');
    const value = kernelValue(engine, place, 'hostId') ?? hexAddress(own?.address ?? '127.0.0.1');
    context.stdout.write(`${value}\n`);
    return 0;
  }
  if (context.user !== 'root') throw failure(labMessages.onlyRoot, {});
  const value = identifierFrom(wanted, context);
  if (value === undefined) throw failure(messages.badIdentifier, { identifier: wanted.slice(0, 60) });
  lab.update((change) => setKernelValue(change, place, 'hostId', value));
  return 0;
}

function identifierFrom(wanted: string, { engine }: Context): string | undefined {
  if (/^0x[0-9a-f]{1,8}$/i.test(wanted)) return `0x${wanted.slice(2).toLowerCase().padStart(8, '0')}`;
  const [address = wanted] = resolveName(engine, wanted);
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(address) && address.split('.').every((part) => Number(part) < 256)
    ? hexAddress(address)
    : undefined;
}

export const command: Command = { spec, run };
