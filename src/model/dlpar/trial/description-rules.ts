import { notImplemented } from '../environment.ts';
import { readOutput, type Said } from '../output.ts';
import { callName, howEnded } from './call-rules.ts';
import { type Finding, finding } from './finding.ts';
import type { TrialCall } from './recorder.ts';
import { isResource, resourceNames } from './scenarios.ts';

/** What a script says of itself (drmgr.md 5.1 and 5.2). */
export interface Description {
  readonly version: string | undefined;
  readonly date: string | undefined;
  readonly info: string | undefined;
  readonly vendor: string | undefined;
  /** Seconds; undefined: nothing that counts. */
  readonly timeout: number | undefined;
}

function saidFor(said: readonly Said[], wanted: string): string | undefined {
  const value = said.findLast(({ name }) => name === wanted)?.value;
  return value === '' ? undefined : value;
}

export function readDescription(stdout: string): Description {
  const said = readOutput(stdout);
  const timeout = saidFor(said, 'DR_TIMEOUT');
  return {
    version: saidFor(said, 'DR_VERSION'),
    date: saidFor(said, 'DR_DATE'),
    info: saidFor(said, 'DR_SCRIPTINFO'),
    vendor: saidFor(said, 'DR_VENDOR'),
    timeout: timeout !== undefined && /^\d{1,7}$/.test(timeout) ? Number(timeout) : undefined,
  };
}

function fails(call: TrialCall): Finding[] {
  const { end } = call;
  if (end.timedOut || end.status === 0) return [];
  return [finding('descriptionFails', callName(call), { how: howEnded(end) })];
}

export function scriptinfoFindings(call: TrialCall): Finding[] {
  const name = callName(call);
  const said = readOutput(call.end.stdout);
  const found = fails(call);
  for (const item of ['DR_VERSION', 'DR_DATE', 'DR_SCRIPTINFO', 'DR_VENDOR']) {
    if (saidFor(said, item) === undefined) found.push(finding('noItem', name, { item }));
  }
  const version = saidFor(said, 'DR_VERSION');
  if (version !== undefined && version !== '1') found.push(finding('otherVersion', name, { value: version }));
  const timeout = said.findLast((each) => each.name === 'DR_TIMEOUT')?.value;
  if (timeout !== undefined && !/^\d{1,7}$/.test(timeout)) {
    found.push(finding('badTimeout', name, { value: timeout }));
  } else if (timeout !== undefined && Number(timeout) === 0) found.push(finding('noTimeout', name, {}));
  return found;
}

/** The resources that a script registers, in its order, each once. */
export function registeredIn(stdout: string): string[] {
  const all = readOutput(stdout).filter(({ name }) => name === 'DR_RESOURCE');
  return [...new Set(all.map(({ value }) => value))];
}

export function registerFindings(call: TrialCall): Finding[] {
  const name = callName(call);
  const all = readOutput(call.end.stdout).filter((said) => said.name === 'DR_RESOURCE');
  const found = fails(call);
  if (all.length === 0) found.push(finding('noResource', name, {}));
  for (const value of registeredIn(call.end.stdout)) {
    const times = all.filter((said) => said.value === value).length;
    if (!isResource(value)) {
      found.push(finding('strangeResource', name, { value, names: resourceNames.join(', ') }));
    } else if (times > 1) found.push(finding('resourceTwice', name, { value }));
  }
  return found;
}

export function usageFindings(call: TrialCall): Finding[] {
  const usage = saidFor(readOutput(call.end.stdout), 'DR_USAGE');
  if (usage !== undefined) return fails(call);
  return [...fails(call), finding('noUsage', callName(call), {})];
}

/** What a script does not know. */
export function refusalFindings(call: TrialCall): Finding[] {
  const { end } = call;
  if (end.timedOut || end.status === notImplemented) return [];
  return [finding('notRefused', callName(call), { how: howEnded(end) })];
}
