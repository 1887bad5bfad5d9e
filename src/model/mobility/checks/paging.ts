import { fillIn } from '../../../messages/define.ts';
import { resourceMessages as texts } from '../../../messages/mobility/resources.ts';
import { capabilitiesOf, memoryPoolOf } from '../../../state/frames/systems.ts';
import { suspendStorage } from '../../frames/suspend-storage.ts';
import { amountsToMove } from '../amounts.ts';
import { type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { devicesOf, freeDevices, redundantDevice } from '../paging.ts';

/** Of a partition with shared memory: the pool, and a device that it can page to. */
export function sharedMemoryFound(facts: Facts): Found[] {
  const { engine, dest } = facts;
  const { memory } = amountsToMove(facts);
  if (memory.mode !== 'shared') return [];
  if (capabilitiesOf(dest).active_mem_sharing_capable !== 1)
    return [found(texts.sharing, { system: dest.name })];
  const pool = memoryPoolOf(engine, dest.id);
  const unsuitable = (...details: string[]) => [found(texts.memoryPool, undefined, details)];
  if (!pool) return unsuitable(fillIn(texts.noPool.text, { system: dest.name }));
  const needed = memory.curr_max;
  if (pool.memory < needed) return unsuitable(fillIn(texts.poolTooSmall.text, { size: pool.memory, needed }));
  // One that is off gets its device when it is activated.
  if (facts.type === 'inactive') return [];
  const all = freeDevices(facts, 'memory', needed);
  const devices = devicesOf(all, facts.request.data.pagingVios);
  if (devices.length === 0) return unsuitable(fillIn(texts.noPagingDevice.text, { needed }));
  return facts.request.redundantVios === 1 && !redundantDevice(devices, all)
    ? unsuitable(fillIn(texts.noRedundantPaging.text, { needed }))
    : [];
}

/** Of a partition that can be suspended: 110 per cent of its memory on reserved storage (seed 5, page 21). */
export function storageFound(facts: Facts): Found[] {
  const { dest, mobile, request } = facts;
  if (!mobile.suspend_capable) return [];
  const needed = suspendStorage(amountsToMove(facts).memory.curr);
  const all = freeDevices(facts, 'suspend', needed);
  const devices = devicesOf(all, request.data.storageVios);
  if (devices.length === 0) return [found(texts.storage, { system: dest.name, needed })];
  return request.redundantVios === 1 && !redundantDevice(devices, all)
    ? [found(texts.redundantStorage, { system: dest.name, needed })]
    : [];
}
