import { scriptDirectory, scriptEnvironment, usualTimeout } from '../environment.ts';
import type { DlparAction, ScriptResource } from '../event.ts';
import type { TrialAmounts } from './amounts.ts';
import { callFindings } from './call-rules.ts';
import { Collector, type TrialCourse } from './collector.ts';
import { courseFindings, neverCalled, type Played, restoredFindings } from './course-rules.ts';
import {
  type Description,
  readDescription,
  refusalFindings,
  registeredIn,
  registerFindings,
  scriptinfoFindings,
  usageFindings,
} from './description-rules.ts';
import { fileFindings, nameFindings, type TrialFile } from './file-rules.ts';
import { type Finding, finding } from './finding.ts';
import { knownWords } from './names.ts';
import { play, type Stage } from './play.ts';
import type { Recorder, TrialCall } from './recorder.ts';
import { actionsOf, again, isResource, scenarios } from './scenarios.ts';

export interface TrialReport {
  readonly description: Description;
  /** Resources that the script has registered, by any names. */
  readonly registered: readonly string[];
  /** Seconds that a call had. */
  readonly limit: number;
  readonly courses: readonly TrialCourse[];
}

/** What to try. */
export interface TrialWishes {
  /** None: all that the script has registered. */
  readonly resources: readonly ScriptResource[];
  /** None: all that can happen to them. */
  readonly actions: readonly DlparAction[];
  /** Seconds for a call; undefined: what the script says, as far as it is reasonable to wait. */
  readonly seconds: number | undefined;
}

/** A call is not waited for any longer, whatever the script says (ours). */
const mostSeconds = 60;

/** The script does not even begin. */
export class NotStarted extends Error {}

/** Where a trial takes place. */
export interface TrialPlace {
  readonly recorder: Recorder;
  /** The script there. */
  readonly path: string;
  readonly amounts: TrialAmounts;
  readonly signal: AbortSignal;
}

/**
 * Tries a script: asks what it is, and plays every course of its resources. What it has left running is ended.
 * @throws NotStarted
 */
export async function tryScript(
  file: TrialFile,
  place: TrialPlace,
  wishes: TrialWishes,
): Promise<TrialReport> {
  const { recorder } = place;
  try {
    const collector = new Collector(recorder, await recorder.temporaryFiles());
    const { description, stage } = await describe(file, place, wishes, collector);
    const registered = await register(stage, collector);
    const known = knownWords(file.name, [description.vendor, description.info]);
    for (const resource of wishes.resources.filter((each) => !registered.includes(each))) {
      await collector.add(resource, 'register', [], [finding('notRegistered', 'register', { resource })]);
    }
    for (const resource of registered.filter(isResource)) {
      if (wishes.resources.length > 0 && !wishes.resources.includes(resource)) continue;
      await tryResource(resource, stage, wishes, collector, known);
    }
    await collector.close();
    return { description, registered, limit: stage.script.seconds, courses: collector.courses };
  } finally {
    await recorder.endLeft();
  }
}

async function describe(
  file: TrialFile,
  { path, ...place }: TrialPlace,
  wishes: TrialWishes,
  collector: Collector,
): Promise<{ description: Description; stage: Stage }> {
  const first = { ...place, script: { path, seconds: wishes.seconds ?? usualTimeout } };
  const call = await ask(first, ['scriptinfo']);
  const { status, stdout, stderr } = call.end;
  if ((status === 126 || status === 127) && stdout === '') {
    throw new NotStarted(stderr.trim().split('\n')[0] ?? '');
  }
  const description = readDescription(stdout);
  const { timeout = usualTimeout } = description;
  const declared = timeout === 0 ? mostSeconds : Math.min(timeout, mostSeconds);
  const about = [...fileFindings(file), ...nameFindings(file.name, description.vendor)];
  await collector.add(undefined, 'file', [], about);
  await tell(collector, undefined, 'scriptinfo', [call], scriptinfoFindings(call));
  return { description, stage: { ...first, script: { path, seconds: wishes.seconds ?? declared } } };
}

async function register(stage: Stage, collector: Collector): Promise<readonly string[]> {
  const call = await ask(stage, ['register']);
  await tell(collector, undefined, 'register', [call], registerFindings(call));
  await elsewhere(stage, collector, call);
  for (const [name, words] of [
    ['an unknown command', [['drtest', 'cpu']]],
    ['an unknown resource', ['usage', 'checkacquire', 'checkrelease'].map((each) => [each, 'drtest'])],
  ] as const) {
    if (!collector.goesOn()) continue;
    const calls: TrialCall[] = [];
    for (const each of words) calls.push(await ask(stage, each));
    await tell(collector, undefined, name, calls, calls.flatMap(refusalFindings));
  }
  return registeredIn(call.end.stdout);
}

/** LANG may be set or not, and nobody promises a directory to an installation (drmgr.md 5). */
async function elsewhere(stage: Stage, collector: Collector, here: TrialCall): Promise<void> {
  if (!collector.goesOn()) return;
  const call = await ask(stage, ['register'], true);
  const differs = call.end.stdout !== here.end.stdout || call.end.status !== here.end.status;
  const found = differs && !call.end.timedOut ? [finding('surroundings', 'register', {})] : [];
  await tell(collector, undefined, 'in another directory', [call], found);
}

async function tryResource(
  resource: ScriptResource,
  stage: Stage,
  { actions }: TrialWishes,
  collector: Collector,
  known: readonly string[],
): Promise<void> {
  if (collector.goesOn()) {
    const call = await ask(stage, ['usage', resource]);
    await tell(collector, resource, 'usage', [call], usageFindings(call));
  }
  for (const action of actionsOf[resource]) {
    if (actions.length === 0 || actions.includes(action)) {
      await tryAction(resource, action, stage, collector, known);
    }
  }
}

async function tryAction(
  resource: ScriptResource,
  action: DlparAction,
  stage: Stage,
  collector: Collector,
  known: readonly string[],
): Promise<void> {
  const all: Played[] = [];
  for (const scenario of scenarios[action]) {
    if (scenario.only !== undefined && scenario.only !== resource) continue;
    if (stage.signal.aborted || !collector.goesOn()) continue;
    await play(stage, resource, action, scenario);
    const played = { action, resource, calls: stage.recorder.take() };
    all.push(played);
    const [first] = all;
    const isLast = scenario === again;
    const found = [
      ...courseFindings(played, known),
      ...(isLast && first ? restoredFindings(first, played) : []),
      ...(isLast ? neverCalled(action, resource, all) : []),
    ];
    const { name } = scenario;
    await collector.add(resource, name === undefined ? action : `${action}, ${name}`, played.calls, found);
  }
}

/** Calls the script with a command that describes it, as an installation does: without the environment of an event. */
async function ask(
  { recorder, script, signal }: Stage,
  words: readonly string[],
  away = false,
): Promise<TrialCall> {
  const { LANG: _, ...withoutLanguage } = scriptEnvironment;
  await recorder.run({
    words: [script.path, ...words],
    environment: { ...(away ? withoutLanguage : scriptEnvironment), DR_DETAIL_LEVEL: '0' },
    directory: away ? '/' : scriptDirectory,
    seconds: script.seconds,
    signal,
  });
  const [call] = recorder.take();
  if (!call) throw new Error('a call was not recorded');
  return call;
}

async function tell(
  collector: Collector,
  resource: ScriptResource | undefined,
  name: string,
  calls: readonly TrialCall[],
  findings: readonly Finding[],
): Promise<void> {
  const common = calls.flatMap((call) => callFindings(call, { phase: undefined, known: [] }));
  await collector.add(resource, name, calls, [...findings, ...common]);
}
