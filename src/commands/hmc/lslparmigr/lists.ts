import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute } from '../../../format/hmc-csv.ts';
import { atLeast } from '../../../model/release.ts';
import { printerOf } from '../listing.ts';
import { printMemoryPools } from './memory-pools.ts';
import { printMovers } from './movers.ts';
import { printPartitions } from './partitions.ts';
import { printProcessorPools } from './processor-pools.ts';
import { printSystem } from './systems.ts';
import { printVirtualIo } from './virtual-io.ts';

/** What one resource type lists, and the flags it takes. */
interface List {
  readonly takes: readonly string[];
  readonly needs: readonly string[];
  readonly print: (args: Arguments, context: Context) => number;
}

const choice = (print: List['print']): List => ({
  takes: ['m', 't', '-filter', '-ip', 'u'],
  needs: ['m', 't', '-filter'],
  print,
});

/** By the words of -r. */
export const lists: Readonly<Record<string, List>> = {
  manager: { takes: [], needs: [], print: printManager },
  sys: { takes: ['m'], needs: ['m'], print: printSystem },
  lpar: { takes: ['m', '-filter'], needs: ['m'], print: printPartitions },
  msp: choice(printMovers),
  procpool: choice(printProcessorPools),
  virtualio: choice(printVirtualIo),
  mempool: choice(printMemoryPools),
};

// Remote migration came with V7R3.4 (seed 5, page 7).
const managerAttributes: readonly Attribute<Context>[] = [
  {
    name: 'remote_lpar_mobility_capable',
    value: ({ host }) => (atLeast(host.release.replace(/^V(\d+)R/, '$1.'), '7.3.4') ? 1 : 0),
  },
];

function printManager(args: Arguments, context: Context): number {
  return printerOf(args, managerAttributes)(context, [context]);
}
