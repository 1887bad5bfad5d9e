import type { Attribute, Named } from '../../../format/hmc-csv.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { type Available, availableMemory } from '../../../model/frames/resources.ts';
import { memoryListing } from '../../../state/frames/listings/amounts.ts';
import { capabilitiesOf, type ManagedHere } from '../../../state/frames/systems.ts';
import { type AnyListed, listed, type TextListed } from './listed.ts';

interface SystemMemory {
  readonly system: ManagedHere;
  readonly available: Available;
}

const hugePageMb = 16_384;

// A captured POWER5 system with 32 GB has at most 1; one is kept for the firmware (the rule is ours).
function maxHugePages({ configurable_memory }: ManagedHere): number {
  return Math.max(0, Math.floor(configurable_memory / hugePageMb) - 1);
}

const capable = ({ system }: SystemMemory, name: string) => capabilitiesOf(system)[name] === 1;

const systemAttributes: readonly Attribute<SystemMemory>[] = [
  { name: 'configurable_sys_mem', value: ({ system }) => system.configurable_memory },
  { name: 'curr_avail_sys_mem', value: ({ available }) => available.curr },
  { name: 'pend_avail_sys_mem', value: ({ available }) => available.pend },
  { name: 'installed_sys_mem', value: ({ system }) => system.installed_memory },
  {
    name: 'deconfig_sys_mem',
    value: () => 0,
  },
  { name: 'sys_firmware_mem', value: ({ system }) => system.firmware_memory },
  { name: 'mem_region_size', value: ({ system }) => system.lmb_mb },
  { name: 'pend_mem_region_size', shown: 'named', value: ({ system }) => system.pend_lmb_mb },
  { name: 'configurable_num_sys_huge_pages', value: () => 0 },
  { name: 'curr_avail_num_sys_huge_pages', value: () => 0 },
  { name: 'pend_avail_num_sys_huge_pages', value: () => 0 },
  { name: 'max_num_sys_huge_pages', value: ({ system }) => maxHugePages(system) },
  { name: 'requested_num_sys_huge_pages', value: () => 0 },
  { name: 'huge_page_size', value: () => hugePageMb },
  // Recalled: where a system has barrier synchronization registers, there are 256 arrays of 8 bytes.
  { name: 'total_sys_bsr_arrays', value: (row) => (capable(row, 'bsr_capable') ? 256 : undefined) },
  { name: 'bsr_array_size', value: (row) => (capable(row, 'bsr_capable') ? 8 : undefined) },
  { name: 'max_mem_pools', value: (row) => (capable(row, 'active_mem_sharing_capable') ? 1 : 0) },
  {
    name: 'max_paging_vios_per_mem_pool',
    value: (row) => (capable(row, 'active_mem_sharing_capable') ? 2 : undefined),
  },
  { name: 'default_hpt_ratios', value: () => '1:64' },
  { name: 'possible_hpt_ratios', value: () => ['1:32', '1:64', '1:128', '1:256', '1:512'] },
];

export const systemMemory: AnyListed = listed<SystemMemory>({
  attributes: systemAttributes,
  rows: (engine, system) => [{ system, available: availableMemory(engine, system) }],
});

const bsr = 'curr_bsr_arrays';
const asked = new Set(['curr_mem_expansion', 'pend_mem_expansion']);

const partitionAttributes: readonly Named[] = Object.keys(memoryListing.columns).map((name) =>
  asked.has(name) ? { name, shown: 'named' } : { name },
);

// Programs that read these listings know BSR arrays at their end.
export const partitionMemory: TextListed = {
  listing: memoryListing,
  attributes: partitionAttributes,
  shown: (system) =>
    isGeneration(system.generation, 'POWER6')
      ? partitionAttributes
      : partitionAttributes.filter(({ name }) => name !== bsr),
};
