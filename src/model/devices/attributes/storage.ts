/**
 * Attributes of disks and of the adapters in front of them. Names and descriptions of the Fibre Channel disk are those
 * of a published `lsdev -dev hdisk31 -attr` of a VIO server; the rest is recalled.
 */
import { type AttributeDefinition, fixed, online, settable } from './definition.ts';
import { hex, list, range } from './legal.ts';

const yesNo = list('yes', 'no');
const policies = list('no_reserve', 'PR_exclusive', 'PR_shared', 'single_path');
const transfers = hex(
  '0x20000',
  '0x40000',
  '0x80000',
  '0x100000',
  '0x200000',
  '0x400000',
  '0x800000',
  '0x1000000',
);

// 16 zeroes complete the PVID that other commands show.
const pvid = fixed(
  'pvid',
  ({ pvid: id }) => (id ? id.padEnd(32, '0') : 'none'),
  'Physical volume identifier',
);

const checks: readonly AttributeDefinition[] = [
  online('hcheck_cmd', 'test_unit_rdy', 'Health Check Command', list('test_unit_rdy', 'inquiry')),
  online('hcheck_mode', 'nonactive', 'Health Check Mode', list('enabled', 'failed', 'nonactive')),
];

function reserve(usual: string): AttributeDefinition {
  return { ...online('reserve_policy', usual, 'Reserve Policy', policies), exclusive: true };
}

function exclusive(definition: AttributeDefinition): AttributeDefinition {
  return { ...definition, exclusive: true };
}

export const fcDisk: readonly AttributeDefinition[] = [
  fixed('PCM', 'PCM/friend/fcpother', 'Path Control Module'),
  online('PR_key_value', 'none', 'Persistant Reserve Key Value'),
  exclusive(
    online('algorithm', 'fail_over', 'Algorithm', list('fail_over', 'round_robin', 'shortest_queue')),
  ),
  exclusive(settable('clr_q', 'no', 'Device CLEARS its Queue on error', yesNo)),
  settable('dist_err_pcnt', '0', 'Distributed Error Percentage', range(0, 100)),
  settable('dist_tw_width', '50', 'Distributed Error Sample Time', range(1, 600)),
  ...checks,
  online('hcheck_interval', '60', 'Health Check Interval', range(0, 3600)),
  settable('location', '', 'Location Label'),
  fixed('lun_id', ({ path }) => (path ? `0x${path.lun}` : ''), 'Logical Unit Number ID'),
  settable('lun_reset_spt', 'yes', 'LUN Reset Supported', yesNo),
  exclusive(settable('max_coalesce', '0x40000', 'Maximum Coalesce Size', transfers)),
  settable('max_retry_delay', '60', 'Maximum Quiesce Time', range(0, 3600)),
  exclusive(settable('max_transfer', '0x80000', 'Maximum TRANSFER Size', transfers)),
  fixed('node_name', ({ path }) => (path ? `0x${path.target}` : ''), 'FC Node Name'),
  pvid,
  settable('q_err', 'yes', 'Use QERR bit', yesNo),
  settable('q_type', 'simple', 'Queuing TYPE', list('none', 'ordered', 'simple')),
  exclusive(settable('queue_depth', '8', 'Queue DEPTH', range(1, 256))),
  settable('reassign_to', '120', 'REASSIGN time out value', range(1, 600)),
  reserve('single_path'),
  settable('rw_timeout', '30', 'READ/WRITE time out value', range(30, 180)),
  settable('start_timeout', '60', 'START unit time out value', range(1, 600)),
  online('timeout_policy', 'fail_path', 'Timeout Policy', list('retry_path', 'fail_path', 'disable_path')),
  fixed('unique_id', ({ uniqueId = '' }) => uniqueId, 'Unique device identifier'),
  fixed('ww_name', ({ path }) => (path ? `0x${path.target}` : ''), 'FC World Wide Name'),
];

export const sasDisk: readonly AttributeDefinition[] = [
  fixed('PCM', 'PCM/friend/sasother', 'Path Control Module'),
  exclusive(online('algorithm', 'fail_over', 'Algorithm', list('fail_over', 'round_robin'))),
  ...checks,
  online('hcheck_interval', '0', 'Health Check Interval', range(0, 3600)),
  exclusive(settable('max_transfer', '0x40000', 'Maximum TRANSFER Size', transfers)),
  pvid,
  exclusive(settable('queue_depth', '16', 'Queue DEPTH', range(1, 64))),
  reserve('no_reserve'),
  fixed('size_in_mb', ({ size = 0 }) => String(size), 'Size in Megabytes'),
];

export const vscsiDisk: readonly AttributeDefinition[] = [
  fixed('PCM', 'PCM/friend/vscsi', 'Path Control Module'),
  exclusive(online('algorithm', 'fail_over', 'Algorithm', list('fail_over'))),
  ...checks,
  online('hcheck_interval', '0', 'Health Check Interval', range(0, 3600)),
  exclusive(settable('max_transfer', '0x40000', 'Maximum TRANSFER Size', transfers)),
  pvid,
  exclusive(settable('queue_depth', '3', 'Queue DEPTH', range(1, 256))),
  reserve('no_reserve'),
];

const channel: readonly AttributeDefinition[] = [
  exclusive(
    settable(
      'lg_term_dma',
      '0x800000',
      'Long term DMA',
      hex('0x200000', '0x400000', '0x800000', '0x1000000', '0x2000000', '0x4000000', '0x8000000'),
    ),
  ),
  exclusive(
    settable(
      'max_xfer_size',
      '0x100000',
      'Maximum Transfer Size',
      hex('0x100000', '0x200000', '0x400000', '0x800000', '0x1000000'),
    ),
  ),
];

export const fcAdapter: readonly AttributeDefinition[] = [
  settable('init_link', 'auto', 'INIT Link flags', list('al', 'auto', 'pt2pt')),
  fixed('intr_priority', '3', 'Interrupt priority'),
  ...channel,
  exclusive(
    settable('num_cmd_elems', '500', 'Maximum number of COMMANDS to queue to the adapter', range(20, 4096)),
  ),
  settable('pref_alpa', '0x1', 'Preferred AL_PA'),
  exclusive(settable('sw_fc_class', '2', 'FC Class for Fabric', list('2', '3'))),
  settable('tme', 'no', 'Target Mode Enabled', yesNo),
];

export const virtualFcAdapter: readonly AttributeDefinition[] = [
  fixed('intr_priority', '3', 'Interrupt priority'),
  ...channel,
  exclusive(settable('num_cmd_elems', '200', 'Maximum Number of COMMAND Elements', range(20, 2048))),
  exclusive(settable('sw_fc_class', '2', 'FC Class for Fabric', list('2', '3'))),
];

export const protocol: readonly AttributeDefinition[] = [
  fixed('attach', 'switch', 'How this adapter is CONNECTED'),
  exclusive(settable('dyntrk', 'no', 'Dynamic Tracking of FC Devices', yesNo)),
  exclusive(
    settable(
      'fc_err_recov',
      'delayed_fail',
      'FC Fabric Event Error RECOVERY Policy',
      list('delayed_fail', 'fast_fail'),
    ),
  ),
  fixed('scsi_id', '', 'Adapter SCSI ID'),
  settable('sw_fc_class', '3', 'FC Class for Fabric', list('2', '3')),
];

export const clientScsi: readonly AttributeDefinition[] = [
  exclusive(settable('rw_timeout', '0', 'Virtual SCSI Read/Write Command Timeout', range(0, 3600))),
  exclusive(settable('vscsi_err_recov', 'delayed_fail', 'N/A', list('delayed_fail', 'fast_fail'))),
  exclusive(settable('vscsi_path_to', '0', 'Virtual SCSI Path Timeout', range(0, 3600))),
];

export const serverFc: readonly AttributeDefinition[] = [
  settable('label', '', 'User defined label'),
  fixed('map_port', ({ backing = '' }) => backing, 'Physical FC Port'),
];

export const serverScsi: readonly AttributeDefinition[] = [settable('label', '', 'User defined label')];

export const targetDevice: readonly AttributeDefinition[] = [
  fixed('LogicalUnitAddr', ({ address = '' }) => address, 'Logical Unit Address'),
  fixed('aix_tdev', ({ backing = '' }) => backing, 'Target Device Name'),
  settable('client_reserve', 'no', 'Client Reserve', yesNo),
];
