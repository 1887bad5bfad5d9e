/** Attributes of the system, its processors and memory (recalled), and of `vioslpm0` (seed 5, page 52). */
import { atLeast } from '../../release.ts';
import { runMemory, threadsAt } from '../base.ts';
import type { Place } from '../device.ts';
import { type AttributeDefinition, fixed, settable } from './definition.ts';
import { list, range } from './legal.ts';

const trueFalse = list('true', 'false');

export const systemObject: readonly AttributeDefinition[] = [
  settable('autorestart', 'true', 'Automatically REBOOT OS after a crash', trueFalse),
  settable('cpuguard', 'enable', 'CPU Guard', list('disable', 'enable')),
  settable('fullcore', 'false', 'Enable full CORE dump', trueFalse),
  settable('iostat', 'false', 'Continuously maintain DISK I/O history', trueFalse),
  settable('maxbuf', '20', 'Maximum number of pages in block I/O BUFFER CACHE', range(20, 1000)),
  settable('maxmbuf', '0', 'Maximum Kbytes of real memory allowed for MBUFS', range(0, 67_108_864)),
  settable('maxpout', '8193', 'HIGH water mark for pending write I/Os per file', range(0, 32_767)),
  settable('maxuproc', '128', 'Maximum number of PROCESSES allowed per user', range(40, 131_072)),
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
];

export const processor: readonly AttributeDefinition[] = [
  fixed('smt_enabled', 'true', 'Processor SMT enabled'),
  fixed('smt_threads', (_, place) => String(threadsAt(place)), 'Processor SMT threads'),
  fixed('state', 'enable', 'Processor state'),
  fixed('type', (_, { system }) => `PowerPC_${system?.generation ?? 'POWER5'}`, 'Processor type'),
];

export const memory: readonly AttributeDefinition[] = [
  fixed('goodsize', (_, place) => String(runMemory(place)), 'Amount of usable physical memory in Mbytes'),
  fixed('size', (_, place) => String(runMemory(place)), 'Total amount of physical memory in Mbytes'),
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
