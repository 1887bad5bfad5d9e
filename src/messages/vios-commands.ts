import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the VIO server was found for this' } as const;
/** Statuses that the IBM collections for Ansible name; their texts were not found. */
const status = 'the status is in a client of the VIO server; no text was found';

/** Texts of the VIO server's commands for mappings, adapters, ports, logs and the rest of a server. */
export const viosCommandMessages = defineMessages('server', {
  licenseFirst: { text: '{command}: The license must be accepted first: license -accept.', ...ours },
  noHelp: {
    text: 'There is no command {name} on this Virtual I/O Server. Type help for those that there are.',
    ...ours,
  },
  invalidField: { text: 'The field {field} is not valid. Valid fields: {known}.', ...ours },
  invalidDelimiter: { text: 'The delimiter {delimiter} is not one of ! @ # % , and :', ...ours },
  invalidNumber: {
    text: 'The value {value} of the {flag} flag is not a number from {low} to {high}.',
    ...ours,
  },
  invalidType: { text: 'The type {type} is not valid. Valid types: {known}.', ...ours },
  noDevice: {
    text: 'There is no device {device} on this Virtual I/O Server.',
    status: 10,
    evidence: 'ours',
    source: status,
  },
  notScsiAdapter: {
    text: 'The device {device} is not a server virtual SCSI adapter.',
    status: 15,
    evidence: 'ours',
    source: status,
  },
  notEthernetAdapter: {
    text: 'The device {device} is not a server virtual Ethernet adapter.',
    status: 16,
    evidence: 'ours',
    source: status,
  },
  notFcAdapter: {
    text: 'The device {device} is not a server virtual Fibre Channel adapter.',
    status: 63,
    evidence: 'ours',
    source: status,
  },
  notPagingDevice: {
    text: 'The device {device} is not a paging device.',
    status: 69,
    evidence: 'ours',
    source: status,
  },
  notTarget: { text: 'The device {device} is not a virtual target device.', ...ours },
  notBacking: { text: 'The device {device} cannot stand behind a virtual target device.', ...ours },
  notAvailable: { text: 'The device {device} is not in the Available state.', ...ours },
  inVolumeGroup: {
    text: 'The physical volume {device} belongs to the volume group {group}. Use -f to map it all the same.',
    ...ours,
  },
  alreadyMapped: {
    text: 'The device {device} backs the virtual target device {target} already. Use -f to map it again.',
    ...ours,
  },
  inUseByPaging: { text: 'The device {device} is a paging device.', ...ours },
  nameTaken: { text: 'There is a device called {device} already.', ...ours },
  invalidName: {
    text: 'The device name {device} is not valid: up to 15 letters, digits and _ that begin with a letter.',
    ...ours,
  },
  noBacking: { text: 'No virtual target device is backed by {device}.', ...ours },
  severalTargets: {
    text: 'The device {device} backs {count} virtual target devices. Use -f to remove all of them.',
    ...ours,
  },
  notVolume: {
    text: 'The device {device} is not backed by a logical volume: -rmlv is not possible.',
    ...ours,
  },
  usedByMigration: {
    text: 'The adapter {device} belongs to a partition that is being migrated.',
    ...ours,
  },
  missingWith: { text: 'The {flag} flag needs {others}.', ...ours },
  operandOf: { text: 'The {flag} flag does not go with {others}.', ...ours },
  invalidAttribute: { text: 'The attribute {attribute} is not valid for this device.', ...ours },
  invalidAttributeValue: { text: 'The attribute {attribute} cannot have the value {value}.', ...ours },
  attributeFormat: { text: 'An attribute is written Attribute=Value, not {word}.', ...ours },
  notPhysicalEthernet: {
    text: 'The device {device} is neither an Ethernet port nor a link aggregation.',
    ...ours,
  },
  ethernetInUse: { text: 'The adapter {device} is in use by {user}.', ...ours },
  notTrunk: {
    text: 'The adapter {device} is no trunk adapter: it may not access external networks.',
    ...ours,
  },
  defaultNotListed: { text: 'The default adapter {device} is not among those of -vadapter.', ...ours },
  needsControlChannel: {
    text: 'ha_mode={mode} needs ctl_chan at level {level}: only 2.2.3.0 and later do without it.',
    evidence: 'ours',
    source: 'rule: seed 5, page 54; no text was found',
  },
  notSharedEthernet: { text: 'The device {device} is not a shared Ethernet adapter.', ...ours },
  notAggregation: { text: 'The device {device} is not a link aggregation.', ...ours },
  hasAddress: { text: 'The interface of {device} has the address {address}.', ...ours },
  notNpivPort: { text: 'The port {device} is not connected to a switch that supports NPIV.', ...ours },
  portFull: { text: 'The port {device} has no NPIV port left.', ...ours },
  noNpivPorts: {
    text: 'There are no NPIV capable ports on this Virtual I/O Server.',
    status: 62,
    evidence: 'ours',
    source: 'the status: the manual page of lsnports, E_NO_NPIV_PORTS; no text was found',
  },
  created: {
    text: '{device} Available',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'mkvdev, as mkdev of AIX',
  },
  deleted: {
    text: '{device} deleted',
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'rmvdev in published sessions',
  },
  changed: {
    text: '{device} changed',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'vfcmap, as chdev of AIX',
  },
  interface: {
    text: '{name}',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'mkvdev -sea: the interfaces of the new adapter, a line each',
  },
  invalidLocale: { text: 'The locale {locale} is not valid.', ...ours },
  licenseAccepted: {
    text: 'The license has been accepted.',
    stream: 'stdout',
    status: 0,
    ...ours,
  },
  licenseOpen: {
    text: 'The license has not been accepted.',
    stream: 'stdout',
    status: 0,
    ...ours,
  },
  notVasi: { text: 'The device {device} is not a VASI.', ...ours },
  noStream: { text: 'The device {device} has no stream {stream}.', ...ours },
  noEntry: { text: 'There is no entry with the sequence number {number}.', ...ours },
  userUnknown: {
    text: '3004-687 User "{user}" does not exist.',
    evidence: 'recalled',
    source: 'lsuser of AIX',
  },
  notFound: {
    text: 'rksh: {name}:  not found.',
    status: 127,
    evidence: 'recalled',
    source: 'the restricted shell of padmin',
  },
  restricted: {
    text: 'rksh: {name}: 0403-019 The operation is not allowed in a restricted shell.',
    evidence: 'recalled',
    source: 'the restricted shell of padmin',
  },
});
