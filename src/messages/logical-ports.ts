import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;
const captured = {
  evidence: 'capture',
  source: 'hmc-mcp, live capture of a POWER9 console, V10R3 M1060, chhwres -r sriov -o a',
} as const;

/** Texts about logical ports of SR-IOV adapters and of Host Ethernet Adapters. */
export const logicalPortMessages = defineMessages('logical-ports', {
  assigned: {
    text: 'HSCL127D: HSCL1288 logical port {port} is already assigned to the partition.',
    ...captured,
  },
  capacityRange: {
    text: 'HSCL127D: HSCL1295 capacity {capacity} is outside the valid range 1.0 to 100.0.',
    ...captured,
  },
  capacityTotal: {
    text: 'HSCL127D: HSCL1293 total capacity would exceed 100.0; current capacity is {current}.',
    ...captured,
  },
  noAdapter: { text: 'The managed system has no SR-IOV adapter {adapter}.', ...ours },
  inUse: { text: 'The logical port {port} is in use by the partition {owner}.', ...ours },
  foreign: {
    text: 'The logical port {port} of the SR-IOV adapter {adapter} does not belong to partition {partition}.',
    ...ours,
  },
  noAttribute: {
    text: '{attribute} is not supported by parlab: its logical ports are Ethernet ports without addresses, virtual LANs and backup devices of their own.',
    ...ours,
  },
  noChange: {
    text: '-o s is not supported by parlab for logical ports: remove the port, then add it with another capacity.',
    ...ours,
  },
  foreignHost: {
    text: 'The logical port {port} of port group {group} of the Host Ethernet Adapter {adapter} does not belong to partition {partition}.',
    ...ours,
  },
  onlyRemoval: {
    text: '-o {operation} is not supported by parlab for Host Ethernet Adapters: their logical ports are as the world has them, and can be removed.',
    ...ours,
  },
  removal: {
    text: 'The dynamic removal of the logical port {port} from partition {partition} failed.  The detailed output of the OS operation follows:\n{time} caDlparCommand:execv to drmgr',
    ...ours,
  },
  addition: {
    text: 'The dynamic addition of the logical port {port} to partition {partition} failed.  The detailed output of the OS operation follows:\n{time} caDlparCommand:execv to drmgr',
    ...ours,
  },
});
