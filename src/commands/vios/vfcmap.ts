import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { portUseOf } from '../../model/frames/fc-login.ts';
import { viosSpec } from './listing.ts';
import { requireAdapter } from './mkvdev/adapters.ts';
import { requireServer, type ThisServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'vfcmap',
  purpose: 'maps a virtual Fibre Channel adapter to a physical port, or unmaps it',
  synopsis: ['vfcmap -vadapter VirtualServerAdapter -fcp [FCPName]'],
  options: [
    valued('vadapter', 'VirtualServerAdapter', 'The virtual Fibre Channel adapter.', 'document'),
    {
      flag: 'fcp',
      argument: { kind: 'optional', name: 'FCPName' },
      text: 'The port; without a name the adapter is unmapped.',
      evidence: 'document',
    },
  ],
  required: [['vadapter'], ['fcp']],
  statuses: {
    0: 'The adapter is mapped or unmapped.',
    1: 'The port cannot be used.',
    10: 'There is no such device.',
    63: 'The device is not a server virtual Fibre Channel adapter.',
  },
};

/** @throws Failure if no further adapter can be mapped to it */
function requirePort(context: Context, server: ThisServer, name: string): void {
  const use = portUseOf(context.engine, server).find(({ port }) => port.name === name);
  if (!use) throw failure(messages.noDevice, { device: name });
  if (use.port.status !== 'Available') throw failure(messages.notAvailable, { device: name });
  if (use.port.fabric !== 1) throw failure(messages.notNpivPort, { device: name });
  if (use.freePorts <= 0) throw failure(messages.portFull, { device: name });
}

function run(args: Arguments, context: Context): number {
  const server = requireServer(context);
  const device = args.value('vadapter') ?? '';
  const port = args.value('fcp') ?? '';
  context.lab.update((change) => {
    const adapter = requireAdapter(context.engine, server.id, 'fc', device);
    const wanted = port === '' ? null : port;
    if (adapter.port === wanted) return;
    if (wanted !== null) requirePort(context, server, wanted);
    change.engine.run('UPDATE virtual_adapter SET port = ? WHERE id = ?', wanted, adapter.id);
    change.note(context.host.name, device, wanted === null ? 'unmapped' : `mapped to ${wanted}`);
  });
  context.report(messages.changed, { device });
  return 0;
}

export const command: Command = { spec, run };
