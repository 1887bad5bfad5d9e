import type { Engine } from '../../state/engine.ts';
import { type PartitionEnv, partitionNamesOf } from '../../state/frames/partitions.ts';
import {
  capabilitiesOf,
  ioSlotsOf,
  type ManagedSystem,
  memoryPoolOf,
  type ProcessorPool,
  processorPoolsOf,
  switchesOf,
} from '../../state/frames/systems.ts';
import type { Surroundings } from './checked-elements.ts';
import { isGeneration } from './generations.ts';
import { profileAttributeNames } from './profiles.ts';

/** What a profile is checked against. */
export interface ProfilePlace {
  readonly system: ManagedSystem;
  readonly env: PartitionEnv;
  readonly capabilities: Readonly<Record<string, number>>;
  readonly pools: readonly ProcessorPool[];
  readonly sharesMemory: boolean;
  readonly around: Surroundings;
}

/** @param force what the system does not have (slots, partners) is taken, too */
export function profilePlace(
  engine: Engine,
  system: ManagedSystem,
  env: PartitionEnv,
  force: boolean,
): ProfilePlace {
  return {
    system,
    env,
    capabilities: capabilitiesOf(system),
    pools: processorPoolsOf(engine, system.id),
    sharesMemory: memoryPoolOf(engine, system.id) !== undefined,
    around: {
      partitions: new Map(partitionNamesOf(engine, system.id).map(({ lpar_id, name }) => [lpar_id, name])),
      switches: switchesOf(engine, system.id).map(({ name }) => name),
      slots: new Set(ioSlotsOf(engine, system.id).map(({ drc_index }) => drc_index)),
      power6: isGeneration(system.generation, 'POWER6'),
      force,
    },
  };
}

const fromPower6 = new Set([
  'affinity_group_id',
  'virtual_fc_adapters',
  'bsr_arrays',
  'virtual_vasi_adapters',
  'lpar_proc_compat_mode',
  'electronic_err_reporting',
  'shared_proc_pool_id',
  'shared_proc_pool_name',
]);
const fromPower8 = new Set(['virtual_eth_vsi_profiles', 'vtpm_adapters', 'sriov_eth_logical_ports']);
const hugePages = new Set(['min_num_huge_pages', 'desired_num_huge_pages', 'max_num_huge_pages']);

/** Names of the attributes that a profile has there: they depend on the system and the partition's environment. */
export function profileNamesHere({ system, env, capabilities }: ProfilePlace): readonly string[] {
  const power6 = isGeneration(system.generation, 'POWER6');
  const power8 = isGeneration(system.generation, 'POWER8');
  return profileAttributeNames.filter((name) => {
    if (fromPower6.has(name) && !power6) return false;
    if (fromPower8.has(name) && !power8) return false;
    if (hugePages.has(name)) return env === 'aixlinux';
    if (name === 'mem_expansion')
      return env === 'aixlinux' && capabilities.active_mem_expansion_capable === 1;
    return name !== 'virtual_vasi_adapters' || env === 'vioserver';
  });
}
