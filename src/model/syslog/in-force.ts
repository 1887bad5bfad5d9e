import type { Lab } from '../../state/lab.ts';
import { findSyslog, writeSyslog } from '../../state/syslog.ts';
import type { Place } from '../place.ts';
import { residentOf } from '../processes/error-log.ts';
import { findSubsystem } from '../processes/subsystems.ts';
import { readPlaceFile, writableFile } from '../tree/files.ts';
import { type Configuration, configurationFile, type LogRule, parseConfiguration } from './configuration.ts';
import { ifPossible } from './possible.ts';

/** A rule that syslogd goes by. */
export interface ActiveRule extends LogRule {
  /** Lab seconds: when the file was begun, as far as its age counts. */
  readonly since: number;
}

/** A syslogd that runs, and what it goes by. */
export interface Daemon {
  readonly pid: number;
  /** Lab seconds. */
  readonly started: number;
  readonly rules: readonly ActiveRule[];
  /** It has read its configuration just now, so it says that it begins. */
  readonly fresh: boolean;
}

/** @returns undefined where no syslogd runs */
export function runningDaemon(lab: Lab, place: Place): Pick<Daemon, 'pid' | 'started'> | undefined {
  if (place.host.platform !== 'aix') return undefined;
  const found = findSubsystem(lab, place, 'syslogd');
  return found?.pid === undefined ? undefined : { pid: found.pid, started: found.started };
}

/**
 * What the syslogd of a place goes by. It has read its file when it was started: whoever asks first after that, and whoever goes
 * into the place, makes that true, before anybody can have edited the file.
 * @returns undefined where no syslogd runs
 */
export function daemonOf(lab: Lab, place: Place): Daemon | undefined {
  const running = runningDaemon(lab, place);
  if (!running) return undefined;
  const row = findSyslog(lab.engine, residentOf(place));
  if (row?.pid === running.pid && row.started === running.started)
    return { ...running, rules: JSON.parse(row.rules) as ActiveRule[], fresh: false };
  return readAnew(lab, place, running, Math.min(running.started, lab.now()));
}

/** Reads the configuration, and remembers it where the lab can be written. @param now lab seconds */
export function readAnew(
  lab: Lab,
  place: Place,
  running: Pick<Daemon, 'pid' | 'started'>,
  now: number,
): Daemon {
  const text = readPlaceFile(lab, place, configurationFile) ?? '';
  const configuration = parseConfiguration(text);
  // A file is opened now or never: one that is made later is not written before syslogd reads its configuration again.
  const there = configuration.rules.filter(
    ({ file }) => ifPossible(() => writableFile(lab, place, file)) !== undefined,
  );
  const rules = there.map((rule) => ({ ...rule, since: now }));
  ifPossible(() =>
    lab.update((change) => {
      writeSyslog(change, residentOf(place), { ...running, rules: JSON.stringify(rules) });
      const what = summary(configuration, rules);
      if (what !== '') change.note(place.host.name, place.wpar?.name ?? '', what);
    }),
  );
  return { ...running, rules, fresh: true };
}

// For the lab's log: the real daemon tells such things to a console that few people look at.
function summary({ rules, wrong }: Configuration, active: readonly ActiveRule[]): string {
  const parts = [...new Set(active.map(({ file }) => file))].map((file) => `to ${file}`);
  const known = new Set(active.map(({ file }) => file));
  const missing = [...new Set(rules.map(({ file }) => file))].filter((file) => !known.has(file));
  parts.push(...missing.map((file) => `not to ${file}: there is no such file`));
  if (wrong.length > 0) parts.push(`not understood: line ${wrong.join(', ')}`);
  return parts.length === 0 ? '' : `syslogd logs by ${configurationFile}: ${parts.join('; ')}`;
}
