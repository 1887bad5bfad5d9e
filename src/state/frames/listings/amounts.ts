import { type Listing, partitionFilters } from './listing.ts';
import { downwards } from './partitions.ts';
import { units } from './words.ts';

const owner = { lpar_name: 'partition.name', lpar_id: 'partition.lpar_id' } as const;

// Huge pages are for AIX and Linux (capture: rows of VIO servers have none).
const huge = (column: string) => `CASE env WHEN 'aixlinux' THEN ${column} END`;

/** What `lshwres -r mem --level lpar` shows. */
export const memoryListing: Listing = {
  columns: {
    ...owner,
    curr_min_mem: 'curr_min',
    curr_mem: 'curr',
    curr_max_mem: 'curr_max',
    pend_min_mem: 'pend_min',
    pend_mem: 'pend',
    pend_max_mem: 'pend_max',
    run_min_mem: 'run_min',
    run_mem: 'run',
    curr_min_num_huge_pages: huge('curr_min_huge'),
    curr_num_huge_pages: huge('curr_huge'),
    curr_max_num_huge_pages: huge('curr_max_huge'),
    pend_min_num_huge_pages: huge('pend_min_huge'),
    pend_num_huge_pages: huge('pend_huge'),
    pend_max_num_huge_pages: huge('pend_max_huge'),
    run_num_huge_pages: huge('run_huge'),
    mem_mode: 'mode',
    curr_hpt_ratio: 'hpt_ratio',
    curr_mem_expansion: units('curr_expansion'),
    pend_mem_expansion: units('pend_expansion'),
    curr_bsr_arrays: 'bsr_arrays',
  },
  rows: 'FROM partition_memory JOIN partition ON partition.id = partition_memory.partition WHERE partition.system = ?1',
  order: downwards,
  filters: partitionFilters,
};

// Units, pool and weight are those of shared processors (captures of both modes).
const shared = (when: 'curr' | 'pend', expression: string) =>
  `CASE ${when}_mode WHEN 'shared' THEN ${expression} END`;

function configured(when: 'curr' | 'pend'): Record<string, string> {
  return {
    [`${when}_shared_proc_pool_id`]: shared(when, `${when}_pool`),
    [`${when}_shared_proc_pool_name`]: shared(when, `${when}_pool_row.name`),
    [`${when}_proc_mode`]: `${when}_mode`,
    [`${when}_min_proc_units`]: shared(when, units(`${when}_min_units`)),
    [`${when}_proc_units`]: shared(when, units(`${when}_units`)),
    [`${when}_max_proc_units`]: shared(when, units(`${when}_max_units`)),
    [`${when}_min_procs`]: `${when}_min_procs`,
    [`${when}_procs`]: `${when}_procs`,
    [`${when}_max_procs`]: `${when}_max_procs`,
    [`${when}_sharing_mode`]: `${when}_sharing`,
    [`${when}_uncap_weight`]: shared(when, `${when}_weight`),
  };
}

/** What `lshwres -r proc --level lpar` shows. */
export const processorListing: Listing = {
  columns: {
    ...owner,
    ...configured('curr'),
    ...configured('pend'),
    run_proc_units: shared('curr', units('run_units')),
    run_procs: 'run_procs',
    run_uncap_weight: shared('curr', 'run_weight'),
  },
  rows: `FROM partition_processor JOIN partition ON partition.id = partition_processor.partition
      LEFT JOIN processor_pool AS curr_pool_row
        ON curr_pool_row.system = partition.system AND curr_pool_row.number = curr_pool
      LEFT JOIN processor_pool AS pend_pool_row
        ON pend_pool_row.system = partition.system AND pend_pool_row.number = pend_pool
    WHERE partition.system = ?1`,
  order: downwards,
  filters: partitionFilters,
};
