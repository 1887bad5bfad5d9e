import type { LabFacts } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { type SubsystemRow, subsystemRows } from '../../state/subsystems.ts';
import type { Place } from '../place.ts';
import { atLeast } from '../release.ts';
import { type Boot, bootOf, onlyInit } from './boot.ts';
import { type Contact, type Delivered, delivered, ownDaemons } from './daemons.ts';
import { residentOf } from './error-log.ts';
import { daemonPid } from './pids.ts';

/** What mkssys and chssys say of a subsystem. */
export interface Definition {
  readonly group: string;
  readonly path: string;
  readonly arguments: string;
  readonly user: number;
  readonly synonym: string;
  readonly input: string;
  readonly output: string;
  readonly error: string;
  /** Started again when it ends by itself. */
  readonly restarts: boolean;
  /** Shown by `lssrc -a` while it does not run. */
  readonly shown: boolean;
  /** More than one at a time. */
  readonly several: boolean;
  readonly contact: Contact;
  readonly queue: number;
  readonly messageType: number;
  readonly normalSignal: number;
  readonly forceSignal: number;
  readonly nice: number;
  /** Seconds to wait for its end. */
  readonly wait: number;
}

export interface Subsystem {
  readonly name: string;
  readonly definition: Definition;
  /** Its number; undefined: inoperative. */
  readonly pid: number | undefined;
  /** Lab seconds. */
  readonly started: number;
  /** As ps shows it. */
  readonly command: string;
  /** ps prints a blank after its command. */
  readonly bare: boolean;
  /** The WPAR whose init it is: `cor_NAME`. */
  readonly keeps: string | undefined;
}

/** What mkssys takes where nothing is said (mkssys page). */
export const usualDefinition: Definition = {
  group: '',
  path: '',
  arguments: '',
  user: 0,
  synonym: '',
  input: '/dev/console',
  output: '/dev/console',
  error: '/dev/console',
  restarts: false,
  shown: true,
  several: false,
  contact: 'sockets',
  queue: 0,
  messageType: 0,
  normalSignal: 0,
  forceSignal: 0,
  nice: 20,
  wait: 20,
};

/** The subsystems of a place, in the order of `lssrc -a`. A global environment has one for each system WPAR. */
export function subsystemsOf(lab: LabFacts, place: Place): Subsystem[] {
  const boot = bootOf(lab, place);
  const rows = new Map(subsystemRows(lab.engine, residentOf(place)).map((row) => [row.name, row]));
  const shipped = deliveredTo(place).flatMap((each) => {
    const row = rows.get(each.name);
    rows.delete(each.name);
    return row?.removed === 1 ? [] : [asDelivered(lab, place, boot, each, row)];
  });
  const added = [...rows.values()].flatMap((row) => (row.removed === 1 ? [] : [asAdded(row, boot)]));
  return [...shipped, ...added, ...(place.wpar ? [] : wparSubsystems(lab.engine, place.host.name))];
}

export function findSubsystem(lab: LabFacts, place: Place, name: string): Subsystem | undefined {
  return subsystemsOf(lab, place).find((each) => each.name === name || each.definition.synonym === name);
}

/** Whether AIX is delivered with a subsystem of the name. */
export function isDelivered(place: Place, name: string): boolean {
  return deliveredTo(place).some((each) => each.name === name);
}

function deliveredTo({ host, wpar }: Place): Delivered[] {
  return delivered.filter(
    ({ globalOnly, since }) =>
      !(wpar && globalOnly === true) && (since === undefined || atLeast(host.release, since)),
  );
}

function asDelivered(
  lab: LabFacts,
  place: Place,
  boot: Boot | undefined,
  each: Delivered,
  row: SubsystemRow | undefined,
): Subsystem {
  const { name, command } = each;
  const runs = boot !== undefined && row?.boot === boot.key ? running(row) : undefined;
  const definition = row?.definition ? (JSON.parse(row.definition) as Definition) : definitionOf(each);
  const words = runs?.arguments ?? null;
  const base = {
    name,
    definition,
    command: row?.definition || words !== null ? commandOf(definition, words) : command,
    bare: each.bare === true,
    keeps: undefined,
  };
  const usual = boot && usualStart(lab, place, boot, each);
  const alive = onDaemon(lab.engine, place, name, runs ?? usual);
  return { ...base, pid: alive?.pid, started: alive?.started ?? 0 };
}

interface Running {
  readonly pid: number | undefined;
  readonly started: number;
  readonly arguments?: string | null;
}

function running(row: SubsystemRow): Running {
  return { pid: row.pid ?? undefined, started: row.started ?? 0, arguments: row.arguments };
}

function usualStart(lab: LabFacts, place: Place, boot: Boot, each: Delivered): Running {
  const { name, starts } = each;
  const runs = starts === 'everywhere' || starts === (place.wpar ? 'wpar' : 'global');
  if (!runs || onlyInit(place.wpar)) return { pid: undefined, started: 0 };
  const index = 1 + ownDaemons.length + delivered.indexOf(each);
  return { pid: daemonPid(lab, place, boot, name, index), started: boot.time + each.offset };
}

// What consoles know of a partition's RMC daemon is what rmcctrl changes.
function onDaemon(
  engine: Engine,
  place: Place,
  name: string,
  runs: Running | undefined,
): Running | undefined {
  if (name !== 'ctrmc' || place.wpar) return runs;
  return partitionOfHost(engine, place.host.name)?.rmc_daemon === 0 ? undefined : runs;
}

function asAdded(row: SubsystemRow, boot: Boot | undefined): Subsystem {
  const definition = JSON.parse(row.definition ?? JSON.stringify(usualDefinition)) as Definition;
  const runs = boot !== undefined && row.boot === boot.key ? running(row) : undefined;
  return {
    name: row.name,
    definition,
    pid: runs?.pid,
    started: runs?.started ?? 0,
    command: commandOf(definition, runs?.arguments ?? null),
    bare: false,
    keeps: undefined,
  };
}

function commandOf(definition: Definition, words: string | null): string {
  const given = words ?? definition.arguments;
  return given === '' ? definition.path : `${definition.path} ${given}`;
}

function definitionOf({ command, group, contact }: Delivered): Definition {
  const [path = '', ...words] = command.split(' ');
  const signals = contact === 'signals' ? { normalSignal: 15, forceSignal: 9 } : {};
  return { ...usualDefinition, group, path, arguments: words.join(' '), contact, ...signals };
}

// Seed 3: the subsystem's process is the WPAR's init. The group was not found on any page; it has none here.
function wparSubsystems(engine: Engine, host: string): Subsystem[] {
  const wpars = engine.all<{ name: string; pid: number | null; started: number | null }>(
    `SELECT name, CASE WHEN state IN ('D', 'L', 'N', 'E') THEN NULL ELSE init_pid END AS pid, started
     FROM wpar WHERE host = ? AND type = 'S' ORDER BY name`,
    host,
  );
  return wpars.map(({ name, pid, started }) => ({
    name: `cor_${name}`,
    definition: {
      ...usualDefinition,
      path: '/usr/sbin/startwpar',
      arguments: `-I ${name}`,
      contact: 'signals',
      normalSignal: 15,
      forceSignal: 9,
    },
    pid: pid ?? undefined,
    started: started ?? 0,
    command: '/etc/init',
    bare: false,
    keeps: name,
  }));
}
