/**
 * Attributes of Ethernet adapters and interfaces. Of the shared Ethernet adapter the names and two descriptions stand in
 * a published listing, of an interface most of them; the rest is recalled.
 */
import { addressOf } from '../addresses.ts';
import { type AttributeDefinition, fixed, settable } from './definition.ts';
import { address, list, range } from './legal.ts';

const yesNo = list('yes', 'no');
const onOff = list('on', 'off');
const noAddress = '0x000000000000';

export const physicalEthernet: readonly AttributeDefinition[] = [
  settable('alt_addr', noAddress, 'Alternate ethernet address'),
  settable('chksum_offload', 'yes', 'Enable transmit and receive checksum', yesNo),
  settable('flow_ctrl', 'yes', 'Enable transmit and receive flow control', yesNo),
  settable('jumbo_frames', 'no', 'Transmit jumbo frames', yesNo),
  settable('large_receive', 'yes', 'Enable receive TCP segment aggregation', yesNo),
  settable('large_send', 'yes', 'Enable hardware Transmit TCP segmentation', yesNo),
  settable('use_alt_addr', 'no', 'Enable alternate ethernet address', yesNo),
];

export const aggregation: readonly AttributeDefinition[] = [
  settable('adapter_names', ({ backing = '' }) => backing, 'EtherChannel Adapters'),
  settable('alt_addr', noAddress, 'Alternate EtherChannel Address'),
  settable('auto_recovery', 'yes', 'Enable automatic recovery after failover', yesNo),
  settable('backup_adapter', 'NONE', 'Adapter used when whole channel fails'),
  settable(
    'hash_mode',
    'default',
    'Determines how outgoing adapter is chosen',
    list('default', 'dst_port', 'src_port', 'src_dst_port'),
  ),
  settable('interval', 'long', 'Determines interval value for IEEE 802.3ad mode', list('long', 'short')),
  settable('mode', '8023ad', 'EtherChannel mode of operation', list('8023ad', 'round_robin', 'standard')),
  settable('netaddr', '0', 'Address to ping'),
  settable('noloss_failover', 'yes', 'Enable lossless failover after ping failure', yesNo),
  settable('num_retries', '3', 'Times to retry ping before failing', range(2, 100)),
  settable('retry_time', '1', 'Wait time (in seconds) between pings', range(1, 100)),
  settable('use_alt_addr', 'no', 'Enable Alternate EtherChannel Address', yesNo),
  settable('use_jumbo_frame', 'no', 'Enable Gigabit Ethernet Jumbo Frames', yesNo),
];

function buffers(size: string, low: number, high: number): AttributeDefinition[] {
  const name = size.toLowerCase();
  return [
    settable(`max_buf_${name}`, String(high), `Maximum ${size} Buffers`, range(low, 4096)),
    settable(`min_buf_${name}`, String(low), `Minimum ${size} Buffers`, range(1, 4096)),
  ];
}

export const virtualEthernet: readonly AttributeDefinition[] = [
  settable('alt_addr', noAddress, 'Alternate Ethernet Address'),
  settable('chksum_offload', 'yes', 'Checksum Offload Enable', yesNo),
  settable('copy_buffs', '32', 'Transmit Copy Buffers', range(16, 256)),
  settable('copy_bytes', '65536', 'Transmit Copy Buffer Size', range(2048, 262_144)),
  fixed('desired_mapmem', '0', 'I/O memory entitlement reserved for device'),
  settable('max_buf_control', '64', 'Maximum Control Buffers', range(1, 64)),
  settable('min_buf_control', '24', 'Minimum Control Buffers', range(1, 64)),
  ...buffers('Huge', 24, 64),
  ...buffers('Large', 24, 64),
  ...buffers('Medium', 128, 256),
  ...buffers('Small', 512, 2048),
  ...buffers('Tiny', 512, 2048),
  settable('trace_debug', 'no', 'Trace Debug Enable', yesNo),
  settable('use_alt_addr', 'no', 'Enable Alternate Ethernet Address', yesNo),
];

// Settings that stand in columns of `sea` are read there; what is written here is what a new adapter has.
export const sharedEthernet: readonly AttributeDefinition[] = [
  settable(
    'accounting',
    'disabled',
    'Enable per-client accounting of network statistics',
    list('disabled', 'enabled'),
  ),
  settable('ctl_chan', '', 'Control Channel adapter for SEA failover'),
  settable('gvrp', 'no', 'Enable GARP VLAN Registration Protocol (GVRP)', yesNo),
  settable('ha_mode', 'disabled', 'High Availability Mode', list('disabled', 'auto', 'standby', 'sharing')),
  settable('hash_algo', '0', 'Hash algorithm used to select a SEA thread', range(0, 1)),
  settable('jumbo_frames', 'no', 'Enable Gigabit Ethernet Jumbo Frames', yesNo),
  settable('large_receive', 'no', 'Enable receive TCP segment aggregation', yesNo),
  settable('largesend', '0', 'Enable Hardware Transmit TCP Resegmentation', range(0, 1)),
  settable('lldpsvc', 'no', 'Enable IEEE 802.1qbg services', yesNo),
  settable('netaddr', '0', 'Address to ping'),
  settable('nthreads', '7', 'Number of SEA threads in Thread mode', range(1, 128)),
  settable('pvid', '1', 'PVID to use for the SEA device', range(1, 4094)),
  settable('pvid_adapter', '', 'Default virtual adapter to use for non-VLAN-tagged packets'),
  settable('qos_mode', 'disabled', 'N/A', list('disabled', 'loose', 'strict')),
  settable('queue_size', '8192', 'Queue size for a SEA thread', range(1024, 65_536)),
  settable('real_adapter', '', 'Physical adapter associated with the SEA'),
  settable('thread', '1', 'Thread mode enabled (1) or disabled (0)', range(0, 1)),
  settable('virt_adapters', '', 'List of virtual adapters associated with the SEA (comma separated)'),
];

const ip: readonly AttributeDefinition[] = [
  settable('alias4', '', 'IPv4 Alias including Subnet Mask'),
  settable('alias6', '', 'IPv6 Alias including Prefix Length'),
  settable('netaddr', (device, place) => addressOf(place, device.name).address, 'Internet Address', address),
  settable('netaddr6', (device, place) => addressOf(place, device.name).address6, 'IPv6 Internet Address'),
  settable('netmask', (device, place) => addressOf(place, device.name).netmask, 'Subnet Mask', address),
  settable(
    'prefixlen',
    (device, place) => addressOf(place, device.name).prefixlen,
    'Prefix Length for IPv6 Internet Address',
  ),
  settable('rfc1323', '', 'Enable/Disable TCP RFC 1323 Window Scaling', list('', '0', '1')),
  settable('tcp_mssdflt', '', 'Set TCP Maximum Segment Size'),
  settable('tcp_nodelay', '', 'Enable/Disable TCP_NODELAY Option', list('', '0', '1')),
  settable('tcp_recvspace', '', 'Set Socket Buffer Space for Receiving'),
  settable('tcp_sendspace', '', 'Set Socket Buffer Space for Sending'),
  settable(
    'state',
    (device, place) => addressOf(place, device.name).state,
    'Current Interface Status',
    list('up', 'down', 'detach'),
  ),
];

export const ethernetInterface: readonly AttributeDefinition[] = [
  ...ip,
  settable('arp', 'on', 'Address Resolution Protocol (ARP)', onOff),
  settable('authority', '', 'Authorized Users'),
  settable('broadcast', '', 'Broadcast Address'),
  settable('mtu', '1500', 'Maximum IP Packet Size for This Device', range(60, 65_535)),
  {
    // Not in the published listing, which is of an older level.
    ...settable('mtu_bypass', 'off', 'Enable/Disable largesend for virtual Ethernet', onOff),
    since: { aix: '7.1' },
  },
  settable('remmtu', '576', 'Maximum IP Packet Size for REMOTE Networks', range(60, 65_535)),
  settable('security', 'none', 'Security Level', list('none', 'public')),
];

export const loopback: readonly AttributeDefinition[] = [
  ...ip,
  settable('mtu', '16896', 'Maximum IP Packet Size for This Device', range(60, 65_535)),
];
