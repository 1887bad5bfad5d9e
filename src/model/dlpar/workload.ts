/** Workload Manager: its classes as the configuration and the kernel have them. */
import { failure } from '../../messages/failure.ts';
import { workloadMessages as messages } from '../../messages/workload.ts';
import type { Change, LabFacts } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import {
  type ClassAttributes,
  classRows,
  type WorkloadClass,
  type WorkloadMode,
  workloadState,
  writeClass,
  writeWorkloadState,
} from '../../state/workload.ts';
import { bootOf } from '../processes/boot.ts';
import { cpusOf, rsetNamed } from './rsets.ts';

/** Classes that are always there (classes file, documented). */
export const predefined: readonly string[] = ['System', 'Default', 'Shared'];

/** How the Workload Manager of a host runs; a start of the host ends it. */
export function workloadMode(lab: LabFacts, host: Host): WorkloadMode | undefined {
  const state = workloadState(lab.engine, host.name);
  return state?.boot === bootOf(lab, { host })?.key ? state?.mode : undefined;
}

/** Starts the Workload Manager, or changes how it works: the kernel has what the configuration says. */
export function startWorkload(change: Change, host: Host, mode: WorkloadMode): void {
  const boot = bootOf(change.lab, { host })?.key ?? 0;
  load(change, host);
  writeWorkloadState(change, host.name, { mode, boot });
  change.note(host.name, '', `Workload Manager started, ${mode}`);
}

/** @throws Failure if it does not run */
export function updateWorkload(change: Change, host: Host): void {
  if (!workloadMode(change.lab, host)) throw failure(messages.notRunning, {});
  load(change, host);
  change.note(host.name, '', 'Workload Manager updated');
}

/** @throws Failure if it does not run */
export function stopWorkload(change: Change, host: Host): void {
  if (!workloadMode(change.lab, host)) throw failure(messages.notRunning, {});
  for (const each of classRows(change.engine, host.name))
    writeClass(change, host.name, { ...each, active: undefined });
  writeWorkloadState(change, host.name, undefined);
  change.note(host.name, '', 'Workload Manager stopped');
}

// Resource sets are looked up then: one that is not registered any more cannot be loaded.
function load(change: Change, host: Host): void {
  for (const each of classRows(change.engine, host.name)) {
    const rset = each.definition?.rset ?? '';
    if (rset !== '' && !rsetNamed(change.engine, host, rset))
      throw failure(messages.classRset, { name: each.name, rset });
    writeClass(change, host.name, { ...each, active: each.definition });
  }
}

/** The classes of a configuration: those that are always there, then the others by name. */
export function classesOf(engine: Engine, host: Host): WorkloadClass[] {
  const rows = classRows(engine, host.name);
  const always = predefined.map(
    (name) => rows.find((row) => row.name === name) ?? { name, definition: {}, active: undefined },
  );
  return [...always, ...rows.filter(({ name, definition }) => definition && !predefined.includes(name))];
}

/** @throws Failure */
export function requireClass(engine: Engine, host: Host, name: string): WorkloadClass {
  const found = classesOf(engine, host).find((each) => each.name === name);
  if (!found) throw failure(messages.noClass, { name });
  return found;
}

/** @throws Failure */
export function makeClass(change: Change, host: Host, name: string, attributes: ClassAttributes): void {
  if (!/^\w{1,16}$/.test(name) || /^(Unclassified|Unmanaged|default)$/.test(name))
    throw failure(messages.badName, { name });
  const rows = classRows(change.engine, host.name);
  if (classesOf(change.engine, host).some((each) => each.name === name))
    throw failure(messages.exists, { name });
  checkRset(change, host, attributes);
  const active = rows.find((row) => row.name === name)?.active;
  writeClass(change, host.name, { name, definition: attributes, active });
  change.note(host.name, '', `workload class ${name} made`);
}

/** Changes the configuration; the kernel goes on with what it has until the next update. @throws Failure */
export function changeClass(change: Change, host: Host, name: string, attributes: ClassAttributes): void {
  const found = requireClass(change.engine, host, name);
  checkRset(change, host, attributes);
  const definition = { ...found.definition, ...attributes };
  writeClass(change, host.name, { ...found, definition });
  change.note(host.name, '', `workload class ${name} changed`);
}

/** @throws Failure */
export function removeClass(change: Change, host: Host, name: string): void {
  if (predefined.includes(name)) throw failure(messages.predefined, { name });
  const found = requireClass(change.engine, host, name);
  writeClass(change, host.name, { ...found, definition: undefined });
  change.note(host.name, '', `workload class ${name} removed`);
}

function checkRset(change: Change, host: Host, { rset = '' }: ClassAttributes): void {
  if (rset !== '' && !rsetNamed(change.engine, host, rset)) throw failure(messages.noRset, { rset });
}

/** Resource sets of classes as the kernel has them: what keeps their processes on some processors. */
export function workloadRsets(
  lab: LabFacts,
  host: Host,
): { readonly name: string; readonly rset: string; readonly cpus: readonly number[] }[] {
  // Passive, it only watches.
  if ((workloadMode(lab, host) ?? 'passive') === 'passive') return [];
  return classRows(lab.engine, host.name).flatMap(({ name, active }) => {
    const set = active?.rset ? rsetNamed(lab.engine, host, active.rset) : undefined;
    return set ? [{ name, rset: set.name, cpus: cpusOf(set) }] : [];
  });
}
