/** Attributes of the system, its processors and memory (recalled), and of `vioslpm0` (seed 5, page 52). */
import { amountsOf, type PartitionProcessor } from '../../../state/frames/amounts.ts';
import { atLeast } from '../../release.ts';
import { runMemory, threadsAt } from '../base.ts';
import type { Place } from '../device.ts';
import { type AttributeDefinition, fixed, settable } from './definition.ts';
import { list, range } from './legal.ts';

const trueFalse = list('true', 'false');

// Shares of a partition are those that its console shows; a machine of its own is one dedicated processor.
function share(
  at: Place,
  of: (row: PartitionProcessor) => number,
  whole: (row: PartitionProcessor) => number,
) {
  if (!at.partition) return '1.00';
  const row = amountsOf(at.engine, at.partition.id).processor;
  const hundredths = row.curr_mode === 'shared' ? of(row) : whole(row) * 100;
  return (hundredths / 100).toFixed(2);
}

const processorOf = ({ engine, partition }: Place) => partition && amountsOf(engine, partition.id).processor;
const isDedicated = (at: Place) => (processorOf(at)?.curr_mode ?? 'ded') === 'ded';

export const systemObject: readonly AttributeDefinition[] = [
  settable('autorestart', 'true', 'Automatically REBOOT OS after a crash', trueFalse),
  fixed('capacity_inc', (_, at) => (isDedicated(at) ? '1.00' : '0.01'), 'Processor capacity increment'),
  fixed(
    'capped',
    (_, at) => String(isDedicated(at) || processorOf(at)?.curr_sharing === 'cap'),
    'Partition is capped',
  ),
  settable('cpuguard', 'enable', 'CPU Guard', list('disable', 'enable')),
  fixed('dedicated', (_, at) => String(isDedicated(at)), 'Partition is dedicated'),
  fixed(
    'ent_capacity',
    (_, at) =>
      share(
        at,
        (row) => row.run_units || row.curr_units,
        (row) => row.run_procs || row.curr_procs,
      ),
    'Entitled processor capacity',
  ),
  settable('fullcore', 'false', 'Enable full CORE dump', trueFalse),
  settable('iostat', 'false', 'Continuously maintain DISK I/O history', trueFalse),
  fixed(
    'max_capacity',
    (_, at) =>
      share(
        at,
        (row) => row.curr_max_units,
        (row) => row.curr_max_procs,
      ),
    'Maximum potential processor capacity',
  ),
  settable('maxbuf', '20', 'Maximum number of pages in block I/O BUFFER CACHE', range(20, 1000)),
  settable('maxmbuf', '0', 'Maximum Kbytes of real memory allowed for MBUFS', range(0, 67_108_864)),
  settable('maxpout', '8193', 'HIGH water mark for pending write I/Os per file', range(0, 32_767)),
  settable('maxuproc', '128', 'Maximum number of PROCESSES allowed per user', range(40, 131_072)),
  fixed(
    'min_capacity',
    (_, at) =>
      share(
        at,
        (row) => row.curr_min_units,
        (row) => row.curr_min_procs,
      ),
    'Minimum potential processor capacity',
  ),
  settable('minpout', '4096', 'LOW water mark for pending write I/Os per file', range(0, 32_767)),
  fixed('modelname', (_, { system }) => (system ? `IBM,${system.type_model}` : ''), 'Machine name'),
  // The description is of a captured complaint about ncargs.
  settable('ncargs', '256', 'ARG/ENV list size in 4Kbyte blocks', range(256, 1024)),
  fixed('os_uuid', (_, { partition }) => partition?.uuid.toLowerCase() ?? '', 'N/A'),
  fixed(
    'realmem',
    (_, place) => String(runMemory(place) * 1024),
    'Amount of usable physical memory in Kbytes',
  ),
  fixed(
    'systemid',
    (_, { system }) => (system ? `IBM,02${system.serial}` : ''),
    'Hardware system identifier',
  ),
  fixed(
    'variable_weight',
    (_, at) => {
      const row = processorOf(at);
      if (!row || row.curr_mode === 'ded' || row.curr_sharing === 'cap') return '0';
      return String(row.run_weight || row.curr_weight);
    },
    'Variable processor capacity weight',
  ),
];

/** Hertz that processors of a generation may have; ours, from models of each. */
const frequencies: Readonly<Record<string, string>> = {
  POWER5: '1654344000',
  POWER6: '4204000000',
  'POWER6+': '4704000000',
  POWER7: '3300000000',
  'POWER7+': '3612000000',
  POWER8: '3525000000',
  POWER9: '3450000000',
  POWER10: '3550000000',
};

export const processor: readonly AttributeDefinition[] = [
  fixed('frequency', (_, { system }) => frequencies[system?.generation ?? 'POWER5'] ?? '', 'Processor Speed'),
  fixed('smt_enabled', 'true', 'Processor SMT enabled'),
  fixed('smt_threads', (_, place) => String(threadsAt(place)), 'Processor SMT threads'),
  fixed('state', 'enable', 'Processor state'),
  fixed('type', (_, { system }) => `PowerPC_${system?.generation ?? 'POWER5'}`, 'Processor type'),
];

export const memory: readonly AttributeDefinition[] = [
  fixed('ent_mem_cap', '', 'I/O memory entitlement in Kbytes'),
  fixed('goodsize', (_, place) => String(runMemory(place)), 'Amount of usable physical memory in Mbytes'),
  fixed(
    'mem_exp_factor',
    (_, { engine, partition }) => {
      const factor = partition ? amountsOf(engine, partition.id).memory.curr_expansion : 0;
      return factor > 0 ? (factor / 100).toFixed(2) : '';
    },
    'Memory expansion factor',
  ),
  fixed('size', (_, place) => String(runMemory(place)), 'Total amount of physical memory in Mbytes'),
  fixed('var_mem_weight', '', 'Variable memory capacity weight'),
];

const concurrency = ({ host }: Place) => (atLeast(host.release, '2.2.4.0') ? '4' : '3');

export const partitionMobility: readonly AttributeDefinition[] = [
  {
    // Its name and values are in programs; its description and the level that brought it were not found: ours.
    ...settable('auto_tunnel', '0', 'Create secure tunnels between movers automatically', list('0', '1')),
    since: { vios: '2.2.4.0' },
  },
  settable(
    'cfg_msp_lpm_ops',
    '8',
    'Configured number of concurrent LPM operations for this MSP',
    range(1, 8),
  ),
  { ...settable('concurrency_lvl', '', 'Concurrency level', range(1, 5)), byDefault: concurrency },
  settable('lpm_msnap_succ', '1', 'Create mini-snap for successful migrations', range(0, 1)),
  fixed('max_lpm_vasi', '1', 'Maximum number of VASI adapters used for LPM operations'),
  fixed('max_vasi_ops', '8', 'Maximum number of concurrent LPM operations per VASI'),
  settable('tcp_port_high', '0', 'TCP highest ephemeral port', range(0, 65_535)),
  settable('tcp_port_low', '0', 'TCP lowest ephemeral port', range(0, 65_535)),
];
