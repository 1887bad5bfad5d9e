import type { Engine } from '../../state/engine.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import type { Place } from '../place.ts';
import { digest, machineOf, serialAlone } from '../processes/machine.ts';
import { levelOf } from './level.ts';

/** Who a place is: what `uname` says. */
export interface Identity {
  readonly system: string;
  readonly node: string;
  readonly release: string;
  readonly version: string;
  /** 00F693484C00: xx, six digits of the machine, model 4C, 00. */
  readonly machine: string;
  /** Number of the LAN. */
  readonly lan: string;
  readonly processor: string;
  /** IBM,8233-E8B */
  readonly model: string;
  /** IBM,02069348P */
  readonly systemId: string;
  /** The same for all partitions of a machine, and one of its own for each. */
  readonly systemString: string;
  readonly partitionString: string;
  /** `3 l488pp008`; `-1 NULL` on a machine without partitions. */
  readonly partition: string;
  /** 0 in the global environment. */
  readonly wpar: string;
}

export function identityOf(engine: Engine, place: Place): Identity {
  const { host, wpar } = place;
  const level = levelOf(engine, place);
  const partition = partitionOfHost(engine, host.name);
  const system = partition && systemByKey(engine, partition.system);
  // A host outside every managed system is a machine of its own: seed 1's, a System p 550Q.
  const model = system?.type_model ?? '9133-55A';
  const serial = system?.serial ?? serialAlone(host.name);
  return {
    system: 'AIX',
    node: wpar?.hostname ?? host.name,
    release: level.release,
    version: level.version,
    machine: machineOf(engine, host),
    lan: String(Number.parseInt(digest(`lan ${host.name}`).slice(0, 8), 16)),
    processor: 'powerpc',
    model: `IBM,${model}`,
    systemId: `IBM,02${serial}`,
    systemString: digest(`${model} ${serial}`),
    partitionString: digest(`${model} ${serial} ${partition?.lpar_id ?? 0}`),
    partition: partition ? `${partition.lpar_id} ${partition.name}` : '-1 NULL',
    wpar: String(wpar?.configured_id ?? 0),
  };
}
