import type { Generation } from '../../state/frames/systems.ts';
import { isGeneration } from './generations.ts';

/**
 * Capabilities in the order in which `lssyscfg -r sys` lists them (capture, HMC V7R7.9), with the generation that has
 * them first; never: a system has it only if the world says so.
 */
const firstIn: Readonly<Record<string, Generation | 'never'>> = {
  active_lpar_mobility_capable: 'POWER6',
  inactive_lpar_mobility_capable: 'POWER6',
  active_lpar_share_idle_procs_capable: 'POWER6',
  active_mem_expansion_capable: 'POWER7',
  hardware_active_mem_expansion_capable: 'POWER7+',
  active_mem_sharing_capable: 'POWER6',
  addr_broadcast_perf_policy_capable: 'never',
  bsr_capable: 'POWER6',
  cod_mem_capable: 'never',
  cod_proc_capable: 'POWER5',
  dynamic_platform_optimization_capable: 'POWER7+',
  electronic_err_reporting_capable: 'POWER6',
  firmware_power_saver_capable: 'POWER6',
  hardware_power_saver_capable: 'never',
  hardware_discovery_capable: 'POWER6',
  hca_capable: 'POWER5',
  huge_page_mem_capable: 'POWER5',
  lhea_capable: 'POWER6',
  lpar_avail_priority_capable: 'POWER6',
  lpar_proc_compat_mode_capable: 'POWER6',
  lpar_remote_restart_capable: 'POWER7',
  powervm_lpar_remote_restart_capable: 'POWER8',
  lpar_suspend_capable: 'POWER7',
  micro_lpar_capable: 'POWER5',
  os400_capable: 'POWER6',
  '5250_application_capable': 'never',
  redundant_err_path_reporting_capable: 'POWER5',
  shared_eth_failover_capable: 'POWER5',
  sni_msg_passing_capable: 'never',
  sp_failover_capable: 'POWER5',
  vet_activation_capable: 'POWER5',
  virtual_fc_capable: 'POWER6',
  virtual_io_server_capable: 'POWER5',
  virtual_switch_capable: 'POWER6',
  vsn_phase2_capable: 'POWER7+',
  vsi_on_veth_capable: 'POWER7',
};

export const listedCapabilities: readonly string[] = Object.keys(firstIn);

/** Asked for by name: not in the captured listing of a POWER5 system. */
export const namedCapabilities: readonly string[] = ['os400_lpar_mobility_capable', 'vtpm_capable'];

/** Kept by the service processor: known while the system is off, when all others are `unavailable` (capture). */
export const keptWhileOff: ReadonlySet<string> = new Set([
  'addr_broadcast_perf_policy_capable',
  'firmware_power_saver_capable',
  'hardware_power_saver_capable',
  'hca_capable',
  'huge_page_mem_capable',
  'sni_msg_passing_capable',
  'sp_failover_capable',
]);

export function usualCapabilities(generation: Generation): Record<string, number> {
  const capable = ([name, first]: readonly [string, Generation | 'never']) =>
    [name, first !== 'never' && isGeneration(generation, first) ? 1 : 0] as const;
  return {
    ...Object.fromEntries(Object.entries(firstIn).map(capable)),
    os400_lpar_mobility_capable: isGeneration(generation, 'POWER7') ? 1 : 0,
    // Trusted boot came with POWER7 (recalled).
    vtpm_capable: isGeneration(generation, 'POWER7') ? 1 : 0,
  };
}
