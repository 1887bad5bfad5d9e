/** `chhwres -r hea -o r`: logical ports of Host Ethernet Adapters. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { logicalPortMessages as messages } from '../../../messages/logical-ports.ts';
import { findHostPort, removeHostPort } from '../../../model/frames/host-ethernet.ts';
import type { Engine } from '../../../state/engine.ts';
import { ownerOf } from './owners.ts';
import { carryPort } from './port-passage.ts';
import { wishesOf } from './wishes.ts';

export async function changeHostPorts(operation: string, args: Arguments, context: Context): Promise<void> {
  if (operation !== 'r') throw failure(messages.onlyRemoval, { operation });
  const wishes = wishesOf(args);
  const words = ['l', 'g', '-logport'].map((flag) => args.value(flag) ?? '');
  const find = (engine: Engine) => {
    const { partition } = ownerOf(args, context);
    const port = findHostPort(engine, partition, words.join('/'));
    if (port !== undefined) return { partition, port };
    const [adapter = '', group = '', logical = ''] = words;
    throw failure(messages.foreignHost, { adapter, group, port: logical, partition: partition.name });
  };
  await carryPort(
    args,
    context,
    {
      action: 'release',
      kind: 'HEA',
      check: (engine) => find(engine).port,
      apply: (change) => {
        const { partition, port } = find(change.engine);
        removeHostPort(change, partition, port);
      },
    },
    wishes,
  );
}
