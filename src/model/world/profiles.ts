import { formatUnits } from '../../format/hmc-csv.ts';
import type { Change } from '../../state/change.ts';
import { adaptersOf, type VirtualAdapter } from '../../state/frames/adapters.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { capabilitiesOf, type ManagedSystem, systemByKey } from '../../state/frames/systems.ts';
import { insertRow } from '../../state/insert.ts';
import type { WorldSystem } from '../../state/worlds/systems.ts';
import { isGeneration } from '../frames/generations.ts';
import { adapterLists } from '../frames/profile-elements.ts';
import { profileAttributeNames } from '../frames/profiles.ts';
import type { Standing } from './adapters.ts';
import { memoryPlan, processorPlan } from './amounts.ts';
import { Impossible } from './place.ts';

/** The profiles of partitions: each is what the partition is, but for what the world says of it. */
export function buildProfiles(change: Change, world: WorldSystem, standing: readonly Standing[]): void {
  const system = systemByKey(change.engine, standing[0]?.system ?? 0);
  if (!system) return;
  const adapters = new Map<number, VirtualAdapter[]>();
  for (const each of adaptersOf(change.engine, system.id)) {
    adapters.set(each.partition, [...(adapters.get(each.partition) ?? []), each]);
  }
  for (const partition of standing) {
    const usual = partitionAttributes(change, partition, adapters.get(partition.id) ?? [], { system, world });
    const extra = partition.world.profiles;
    const own = extra.some((each) => each.name === partition.world.profile)
      ? extra
      : [{ name: partition.world.profile }, ...extra];
    own.forEach(({ name, ...changed }, seq) => {
      const unknown = Object.keys(changed).find((key) => !profileAttributeNames.includes(key));
      if (unknown !== undefined) throw new Impossible(`a profile has no attribute called ${unknown}`);
      const attributes = JSON.stringify({ ...usual, ...changed });
      insertRow(change.engine, 'profile', { partition: partition.id, seq, name, attributes });
    });
  }
}

interface Place {
  readonly system: ManagedSystem;
  readonly world: WorldSystem;
}

function partitionAttributes(
  change: Change,
  partition: Standing,
  adapters: readonly VirtualAdapter[],
  { system, world }: Place,
): ProfileAttributes {
  const { world: own } = partition;
  const power6 = isGeneration(system.generation, 'POWER6');
  const power8 = isGeneration(system.generation, 'POWER8');
  return {
    all_resources: '0',
    ...memoryAttributes(partition, { system, world }),
    ...processorAttributes(change, partition, power6),
    ...(power6 ? { affinity_group_id: 'none' } : {}),
    io_slots: own.io.map((drc) => `${drc}/none/1`),
    lpar_io_pool_ids: 'none',
    max_virtual_slots: String(maxSlots(change, partition)),
    ...adapterLists(adapters, power6),
    ...(power8 ? { virtual_eth_vsi_profiles: 'none' } : {}),
    ...(power8 ? { vtpm_adapters: 'none' } : {}),
    hca_adapters: 'none',
    boot_mode: own.boot_mode,
    conn_monitoring: own.connection_monitoring ? '1' : '0',
    auto_start: own.auto_start ? '1' : '0',
    power_ctrl_lpar_ids: 'none',
    work_group_id: String(own.work_group ?? 'none'),
    redundant_err_path_reporting: own.redundant_errors ? '1' : '0',
    ...(power6 ? { bsr_arrays: String(memoryPlan(own, world).bsrArrays) } : {}),
    ...(power6 && own.env === 'vioserver' ? { virtual_vasi_adapters: 'none' } : {}),
    ...(power6 ? { lpar_proc_compat_mode: own.mode, electronic_err_reporting: 'null' } : {}),
    ...(power8 ? { sriov_eth_logical_ports: 'none' } : {}),
  };
}

function memoryAttributes({ world: own }: Standing, { system, world }: Place): ProfileAttributes {
  const plan = memoryPlan(own, world);
  const huge = String(plan.hugePages);
  const expandable = own.env === 'aixlinux' && capabilitiesOf(system).active_mem_expansion_capable === 1;
  return {
    min_mem: String(plan.min),
    desired_mem: String(plan.desired),
    max_mem: String(plan.max),
    ...(own.env === 'aixlinux'
      ? { min_num_huge_pages: '0', desired_num_huge_pages: huge, max_num_huge_pages: huge }
      : {}),
    mem_mode: plan.shared ? 'shared' : 'ded',
    ...(expandable ? { mem_expansion: formatUnits(plan.expansion) } : {}),
    hpt_ratio: plan.hptRatio,
  };
}

function processorAttributes(change: Change, partition: Standing, pools: boolean): ProfileAttributes {
  const plan = processorPlan(partition.world);
  const procs = {
    min_procs: String(plan.minProcs),
    desired_procs: String(plan.procs),
    max_procs: String(plan.maxProcs),
    sharing_mode: plan.sharing,
  };
  if (plan.mode === 'ded') return { proc_mode: 'ded', ...procs };
  const pool = change.engine.get<{ number: number; name: string }>(
    `SELECT processor_pool.number, processor_pool.name FROM partition_processor
       JOIN processor_pool ON processor_pool.system = ? AND processor_pool.number = curr_pool WHERE partition = ?`,
    partition.system,
    partition.id,
  );
  return {
    proc_mode: 'shared',
    min_proc_units: formatUnits(plan.minUnits),
    desired_proc_units: formatUnits(plan.units),
    max_proc_units: formatUnits(plan.maxUnits),
    ...procs,
    uncap_weight: String(plan.weight),
    ...(pools && pool ? { shared_proc_pool_id: String(pool.number), shared_proc_pool_name: pool.name } : {}),
  };
}

function maxSlots(change: Change, { id }: Standing): number {
  return (
    change.engine.get<{ max_slots: number }>('SELECT max_slots FROM partition WHERE id = ?', id)?.max_slots ??
    0
  );
}
