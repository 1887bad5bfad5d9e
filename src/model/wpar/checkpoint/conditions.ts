import { failure } from '../../../messages/failure.ts';
import { wparMessages as messages } from '../../../messages/wpar.ts';
import { type Checkpoint, findCheckpoint } from '../../../state/checkpoints.ts';
import type { Engine } from '../../../state/engine.ts';
import { type Host, hostDetails } from '../../../state/hosts.ts';
import { devicesOf, mountsOf, networksOf, type Wpar } from '../../../state/wpars.ts';
import { checkExport } from '../mounts.ts';
import { stateWords } from '../states.ts';
import type { PartitionState, StateRead } from './files.ts';

const fileset = 'mcr.rte';

/** @throws Failure on a host without the checkpoint product */
export function requireMcr(host: Host): void {
  if (!hasMcr(host)) throw failure(messages.mcrMissing, { host: host.name });
}

export function hasMcr(host: Host): boolean {
  return hostDetails(host).software.includes(fileset);
}

/** @throws Failure unless the WPAR may be checkpointed at all */
export function requireCheckpointable(engine: Engine, wpar: Wpar): void {
  if (wpar.checkpointable === 0) throw failure(messages.notCheckpointable, { name: wpar.name });
  // Devices of its own block a checkpoint, except pseudo devices and the disks of its rootvg.
  const blocking = devicesOf(engine, wpar.id).find(
    (device) => device.rootvg === 0 && !device.name.startsWith('/dev/'),
  );
  if (blocking) throw failure(messages.checkpointDevice, { device: blocking.name });
}

/** @throws Failure if the WPAR has files that another host cannot reach */
export function requireRemoteFiles(engine: Engine, wpar: Wpar): void {
  const local = mountsOf(engine, wpar.id).find((mount) => {
    // A directory is part of the file system that it stands in.
    if (mount.vfs.startsWith('nfs') || mount.vfs === 'directory') return false;
    // What is shared read-only is the same on hosts of one level; /proc is each kernel's own.
    return mount.vfs !== 'namefs' || (mount.directory !== '/proc' && mount.options.split(',').includes('rw'));
  });
  if (local) throw failure(messages.localFileSystem, { directory: local.directory, name: wpar.name });
}

/** @throws Failure unless the host has the level of the checkpoint */
export function requireLevel(host: Host, name: string, level: string): void {
  if (host.release === level) return;
  throw failure(messages.levelDiffers, { name, level, host: host.name, other: host.release });
}

/** @throws Failure unless the exports of a WPAR's file systems are open to a host, and to the WPAR */
export function requireExports(engine: Engine, wpar: Wpar, host: string): void {
  for (const mount of mountsOf(engine, wpar.id))
    if (mount.vfs.startsWith('nfs')) checkExport(engine, mount.node, mount.device, [host, wpar.hostname]);
}

/** @throws Failure unless the arrival side has the file systems and the addresses of the checkpoint */
export function requireSamePlaces(engine: Engine, wpar: Wpar, state: PartitionState): void {
  const mounts = mountsOf(engine, wpar.id);
  for (const each of state.mounts) {
    const here = mounts.find((mount) => mount.directory === each.directory);
    if (here?.device !== each.device || here.node !== each.node)
      throw failure(messages.otherFileSystem, { directory: each.directory, name: wpar.name });
  }
  const networks = networksOf(engine, wpar.id);
  for (const { address, network } of state.networks) {
    const here = networks.find((each) => each.address === address);
    if (!here) throw failure(messages.otherAddress, { name: wpar.name, address });
    if (here.network !== network) throw failure(messages.otherNetwork, { host: wpar.host, address });
  }
}

/**
 * The checkpoint that a state directory stands for.
 * @throws Failure if it stands for nothing (any more), or for another WPAR
 */
export function requireWaiting(
  engine: Engine,
  path: string,
  name: string,
  { ticket, digest }: StateRead,
): Checkpoint {
  const known = findCheckpoint(engine, ticket.ticket);
  if (!known) throw failure(messages.stateGone, { path });
  if (known.digest !== digest) throw failure(messages.stateChanged, { path });
  if (known.name !== name) throw failure(messages.stateOfOther, { path, other: known.name, name });
  if (known.kind === 'copy') throw failure(messages.stateCopy, { path });
  if (known.outcome === '') return known;
  throw {
    restarted: () => failure(messages.stateRestarted, { path, host: known.went ?? known.host }),
    resumed: () => failure(messages.stateResumed, { path, host: known.host }),
    killed: () => failure(messages.stateGone, { path }),
    lost: () => failure(messages.stateGone, { path }),
    removed: () => failure(messages.stateGone, { path }),
  }[known.outcome]();
}

/** @throws Failure unless the processes of a checkpoint with -p still stand still in the original */
export function requirePausedOrigin(origin: Wpar): void {
  if (origin.state === 'P') return;
  const { name, host, state } = origin;
  throw failure(messages.originNotPaused, { name, host, state: stateWords[state] });
}
