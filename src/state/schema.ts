import { workloadPartitions } from './migrations/1-workload-partitions.ts';
import { frames } from './migrations/2-frames.ts';
import { mobility } from './migrations/3-mobility.ts';
import { inside } from './migrations/4-inside.ts';
import { dynamic } from './migrations/5-dynamic.ts';

/**
 * Step n brings a lab from schema n to n + 1. Published steps are never edited: an older lab walks the rest of them
 * when it is next written.
 */
export const migrations: readonly string[] = [workloadPartitions, frames, mobility, inside, dynamic];

/** The schema this program writes; a lab with a higher one was written by a newer parlab and is refused. */
export const schemaVersion = migrations.length;

/** Tables that make up a world, parents first: what reset empties, and snapshots save, restore and compare. */
export const worldTables: readonly string[] = [
  'meta',
  'host',
  'interface',
  'host_name',
  'volume_group',
  'disk',
  'logical_volume',
  'file_system',
  'directory',
  'nfs_export',
  'host_file',
  'wpar',
  'wpar_network',
  'wpar_route',
  'wpar_mount',
  'wpar_device',
  'wpar_kext',
  'wpar_resource',
  'preserved',
  'console',
  'managed_system',
  'connection',
  'virtual_switch',
  'processor_pool',
  'memory_pool',
  'partition',
  'partition_memory',
  'partition_processor',
  'profile',
  'virtual_adapter',
  'adapter_wwpn',
  'io_slot',
  'storage_port',
  'lun',
  'zone',
  'lun_mask',
  'vios_port',
  'vios_disk',
  'vios_ethernet',
  'sea',
  'target_device',
  'paging_device',
  'mover',
  'logical_port',
  'migration',
  'transition',
  'terminal',
  'holder',
  'mounted',
  'subsystem',
  'error_entry',
  'wpar_message',
  'checkpoint',
  'unmounted',
  'trusted_console',
  'authorized_key',
  'error_log',
  'device_attribute',
  'script_repository',
  'dlpar_script',
  'dlpar_request',
  'syslog',
  'kernel_handler',
  'program_phase',
  'program_told',
  'fault',
  'operation',
  'stale',
  'log',
  'change',
];
