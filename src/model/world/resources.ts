import type { Change } from '../../state/change.ts';
import { writeBinding, writeMemoryUse } from '../../state/host-resources.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import { insertRow } from '../../state/insert.ts';
import type { WorldFile } from '../../state/worlds/read.ts';
import type { WorldHost } from '../../state/worlds/schema.ts';
import { attributeProblem } from '../dlpar/class-attributes.ts';
import { parseCpus } from '../dlpar/cpu-list.ts';
import { onlineProcessors } from '../dlpar/processors.ts';
import { makeRset } from '../dlpar/rsets.ts';
import { changeClass, makeClass, predefined, startWorkload } from '../dlpar/workload.ts';
import { daemonNamed } from '../processes/named.ts';
import { atPlace, Impossible } from './place.ts';

/** What holds processors and memory of the hosts fast; their partitions stand already. @throws LabTrouble naming the line */
export function buildResources(change: Change, file: WorldFile): void {
  file.world.hosts.forEach((world, index) => {
    atPlace(file, ['hosts', index], () => {
      const { memory_use, bindings, rsets, workload } = world;
      if (!memory_use && bindings.length === 0 && rsets.length === 0 && !workload) return;
      const host = findHost(change.engine, world.name);
      if (host?.platform !== 'aix') throw new Impossible('only an aix host has bindings, rsets and classes');
      buildMemoryUse(change, host, memory_use);
      buildBindings(change, host, bindings);
      for (const { name, cpus } of rsets) {
        const set = { name, cpus: parseCpus(cpus) ?? [], memory: false };
        makeRset(change, host, set, { owner: 'root', grp: 'system' });
      }
      buildWorkload(change, host, workload);
    });
  });
}

function buildMemoryUse(change: Change, host: Host, world: WorldHost['memory_use']): void {
  if (!world) return;
  const { pinned_mb, large_pages, programs, segments } = world;
  if (pinned_mb !== undefined || large_pages) {
    writeMemoryUse(change, host.name, {
      pinned_mb: pinned_mb ?? null,
      large_pages: large_pages?.count ?? 0,
      large_page_mb: large_pages?.size_mb ?? 16,
    });
  }
  for (const { program, pinned_mb: mb } of programs)
    insertRow(change.engine, 'pinned_program', { host: host.name, program, mb });
  for (const { id, key, owner, pinned_mb: mb } of segments)
    insertRow(change.engine, 'pinned_segment', { host: host.name, id, key, owner, mb });
}

function buildBindings(change: Change, host: Host, bindings: WorldHost['bindings']): void {
  const online = onlineProcessors(change.engine, host).length;
  for (const { program, cpu } of bindings) {
    const daemon = daemonNamed(change.lab, host, program);
    if (!daemon) throw new Impossible(`no daemon called ${program} runs on ${host.name}`);
    if (cpu >= online) throw new Impossible(`${host.name} has no processor ${cpu}`);
    writeBinding(change, host.name, { ...daemon, cpu });
  }
}

function buildWorkload(change: Change, host: Host, world: WorldHost['workload']): void {
  if (!world) return;
  for (const { name, ...attributes } of world.classes) {
    const problem = attributeProblem(attributes);
    if (problem) throw problem;
    if (predefined.includes(name)) changeClass(change, host, name, attributes);
    else makeClass(change, host, name, attributes);
  }
  if (world.mode !== undefined) startWorkload(change, host, world.mode);
}
