import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hardwareMessages as messages } from '../../../messages/hardware.ts';
import type { RequestWishes } from '../../../model/dlpar/event.ts';
import { requireConnection, requirePower } from '../../../model/frames/require.ts';
import type { Carrying } from '../../../model/hardware/carry.ts';
import type { Owner } from '../../../model/hardware/memory.ts';
import { type Capability, partOf, requireChangeable } from '../../../model/hardware/part.ts';
import type { Work } from '../../../model/work.ts';
import { requireSystem } from '../objects.ts';
import { partitionNamed, partitionNumbered, requirePartition } from '../one-partition.ts';

/** The partition that `-p` or `--id` names. @throws Failure */
export function ownerOf(args: Arguments, { engine, host }: Context): Owner {
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  return { system, partition: requirePartition(args, engine, system.id) };
}

/** The one that `-t` or `--tid` names, which gets what the other one loses. @throws Failure */
export function targetOf(args: Arguments, { engine }: Context, source: Owner): Owner {
  const { system } = source;
  const name = args.value('t');
  const partition =
    name === undefined
      ? partitionNumbered(engine, system.id, args.value('-tid') ?? '')
      : partitionNamed(engine, system.id, name);
  if (partition.id === source.partition.id) throw failure(messages.sameTarget, { partition: partition.name });
  return { system, partition };
}

/** The console reaches the system, and its hypervisor runs. @throws Failure */
export function requireHypervisor(args: Arguments, { engine, host }: Context): void {
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  requireConnection(system);
  requirePower(system);
}

/** Work that an interruption does not stop: what was taken somewhere is brought to an end. */
export function uninterrupted({ lab, host, inside, say }: Work): Work {
  return { lab, host, inside, say, signal: new AbortController().signal };
}

/** How a change to a partition is carried out. @throws Failure if it can be in no way */
export function carryingOf(
  context: Context,
  { partition }: Owner,
  capability: Capability,
  wishes: RequestWishes,
): Carrying {
  requireChangeable(context.engine, partition);
  return {
    part: partOf(partition, capability, wishes.force),
    ...{ wishes, faults: true },
    tell: (line) => context.stdout.write(`${line}\n`),
  };
}
