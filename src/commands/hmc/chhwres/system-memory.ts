/** `chhwres -r mem -o s -a`: what the memory of a managed system is to be after its next start. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { parseRecord, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { hardwareMessages as messages } from '../../../messages/hardware.ts';
import { requireConnection } from '../../../model/frames/require.ts';
import { oneOf } from '../../../model/frames/values.ts';
import { requireSystem } from '../objects.ts';

const attributes = ['requested_num_sys_huge_pages', 'pend_mem_region_size', 'mem_mirroring_mode'];

/** Sizes in MB: those of a public test program that sets them, and the smaller ones of early systems (recalled). */
const regions = ['16', '32', '64', '128', '256', '1024', '2048', '4096'];

export function setSystemMemory(args: Arguments, context: Context, ofPartition: boolean): void {
  const pairs = parseRecord(args.value('a') ?? '');
  refuseUnknown(pairs, attributes);
  const [first] = pairs;
  if (ofPartition) throw failure(messages.notOfPartition, { attribute: first?.name ?? '' });
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  requireConnection(system);
  const pages = plainValue(pairs, 'requested_num_sys_huge_pages');
  if (pages !== undefined && pages !== '0')
    throw failure(messages.noHugePages, { attribute: 'requested_num_sys_huge_pages' });
  const mirroring = plainValue(pairs, 'mem_mirroring_mode');
  if (mirroring !== undefined && mirroring !== 'none')
    throw failure(messages.noMirroring, { attribute: 'mem_mirroring_mode' });
  const region = plainValue(pairs, 'pend_mem_region_size');
  if (region === undefined) return;
  const size = Number(oneOf({ name: 'pend_mem_region_size', value: region }, regions));
  context.lab.update((change) => {
    change.engine.run('UPDATE managed_system SET pend_lmb_mb = ? WHERE id = ?', size, system.id);
    change.note(context.host.name, system.name, `memory region size ${size} MB from the next start on`);
  });
}
