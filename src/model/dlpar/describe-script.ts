import { printable } from '../../messages/define.ts';
import { scriptMessages as messages } from '../../messages/dlpar-scripts.ts';
import { failure } from '../../messages/failure.ts';
import type { ScriptInformation, ScriptResource } from '../../state/dlpar-scripts.ts';
import type { ScriptEnd, ScriptSession } from '../inside.ts';
import { scriptDirectory, scriptEnvironment, usualTimeout } from './environment.ts';
import { readOutput, type Said } from './output.ts';

/** A script that is asked what it is. */
export interface Described {
  /** In the place of the session. */
  readonly path: string;
  /** What messages call it. */
  readonly shown: string;
  readonly signal: AbortSignal;
  /** Seconds for each call. */
  readonly seconds?: number;
}

/** More than there are; each costs a call. */
const mostResources = 32;
/** No timer runs longer: 24 days. */
export const longestTimeout = 2_147_483;

/**
 * Asks a script by `scriptinfo`, `register` and `usage` what it is (seed 4, "Installing Application Scripts").
 * @throws Failure that says which call breaks the protocol, and in which line
 */
export async function describeScript(session: ScriptSession, script: Described): Promise<ScriptInformation> {
  const about = await asked(session, script, 'scriptinfo');
  const text = (item: string): string => {
    const found = about.said.findLast(({ name }) => name === item);
    if (!found) throw failure(messages.missing, { ...about.where, item, words: ownWords(about) });
    if (found.value === '') throw badLine(about, found, messages.noValue.text);
    return printable(found.value);
  };
  return {
    version: text('DR_VERSION'),
    date: text('DR_DATE'),
    vendor: text('DR_VENDOR'),
    info: text('DR_SCRIPTINFO'),
    timeout: timeoutOf(about),
    resources: await resourcesOf(session, script),
  };
}

/** What a call has said, for messages about it. */
interface Answered {
  readonly where: { readonly path: string; readonly call: string };
  readonly end: ScriptEnd;
  readonly said: readonly Said[];
}

async function asked(session: ScriptSession, script: Described, ...words: string[]): Promise<Answered> {
  const { path, shown, signal, seconds = usualTimeout } = script;
  const end = await session.run({
    words: [path, ...words],
    environment: { ...scriptEnvironment, DR_DETAIL_LEVEL: '0' },
    directory: scriptDirectory,
    seconds,
    signal,
  });
  const where = { path: shown, call: words.join(' ') };
  if (end.timedOut) throw failure(messages.late, { ...where, seconds });
  if (end.cut) throw failure(messages.endless, { ...where, kilobytes: 64 });
  const answered = { where, end, said: readOutput(end.stdout) };
  // Nobody has an empty usage for want of words: a usage that fails is empty (reference: recalled).
  if (end.status === 0 || (words[0] === 'usage' && end.status < 126)) {
    refuseOtherLines(answered);
    return answered;
  }
  const message = end.status === 126 || end.status === 127 ? messages.notRun : messages.failed;
  throw failure(message, { ...where, status: end.status, words: ownWords(answered) });
}

/** What a script says of its own trouble: its DR_ERROR, or the first line of its standard error. */
function ownWords({ end, said }: Answered): string {
  const error = said.find(({ name }) => name === 'DR_ERROR')?.value;
  const [first = ''] = end.stderr.split('\n');
  const words = error ?? first.slice(0, 1024);
  return words === '' ? '' : ` ${words}`;
}

// What begins with DR_ is meant for us (seed 4): a line that nobody understands is an author's mistake.
function refuseOtherLines(answered: Answered): void {
  answered.end.stdout.split('\n').forEach((text, index) => {
    if (!/^[ \t]*DR_/.test(text) || answered.said.some(({ line }) => line === index + 1)) return;
    throw badLine(answered, { line: index + 1, text }, messages.notPair.text);
  });
}

function badLine(
  { where, end }: Answered,
  { line, text }: { readonly line: number; readonly text?: string },
  why: string,
): Error {
  const whole = (text ?? end.stdout.split('\n')[line - 1] ?? '').trim();
  const shown = whole.length > 200 ? `${whole.slice(0, 197)}...` : whole;
  return failure(messages.badLine, { ...where, line, text: shown, why });
}

/** Seconds that the script wants for a call; 0: no limit. */
function timeoutOf(about: Answered): number {
  const found = about.said.findLast(({ name }) => name === 'DR_TIMEOUT');
  if (!found) return usualTimeout;
  if (!/^\d{1,7}$/.test(found.value) || Number(found.value) > longestTimeout)
    throw badLine(about, found, messages.badTimeout.text);
  return Number(found.value);
}

async function resourcesOf(session: ScriptSession, script: Described): Promise<ScriptResource[]> {
  const registered = await asked(session, script, 'register');
  const lines = registered.said.filter(({ name }) => name === 'DR_RESOURCE');
  if (lines.length === 0)
    throw failure(messages.missing, {
      ...registered.where,
      item: 'DR_RESOURCE',
      words: ownWords(registered),
    });
  for (const line of lines) {
    if (!/^[\w.:-]{1,64}$/.test(line.value)) throw badLine(registered, line, messages.badResource.text);
  }
  const names = [...new Set(lines.map(({ value }) => value))];
  if (names.length > mostResources)
    throw failure(messages.manyResources, { ...registered.where, most: mostResources });
  const resources: ScriptResource[] = [];
  for (const name of names) {
    const { end, said } = await asked(session, script, 'usage', name);
    const usage = end.status === 0 ? said.findLast((each) => each.name === 'DR_USAGE')?.value : undefined;
    resources.push({ name, usage: printable(usage ?? '') });
  }
  return resources;
}
