import { scriptMessages as messages } from '../../messages/dlpar-scripts.ts';
import { Failure } from '../../messages/failure.ts';
import type { Change } from '../../state/change.ts';
import {
  deleteScriptRow,
  everyHost,
  putScriptRow,
  type ScriptInformation,
  type ScriptRow,
  scriptPath,
  scriptRepository,
  scriptRows,
  setScriptRepository,
} from '../../state/dlpar-scripts.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import type { ScriptSession } from '../inside.ts';
import { bootOf, firstBoot } from '../processes/boot.ts';
import type { Work } from '../work.ts';
import { digestOf } from './deliver.ts';
import { deliveredInformation, deliveredText } from './delivered.ts';
import { describeScript } from './describe-script.ts';
import { namesIn, readScript, scriptFile } from './script-files.ts';

/** A script that stands in a repository. */
interface Standing {
  readonly folder: string;
  readonly name: string;
  readonly path: string;
  /** undefined: it cannot be called. */
  readonly digest: string | undefined;
}

/** How the information is collected. */
export interface Collection {
  /** Another base of the repository, from now on. */
  readonly root?: string;
  /** Says which files are left out, and why. */
  readonly tell: boolean;
}

/**
 * Collects the script information anew: what stands in the directories of the repository is asked what it is. A script that
 * is still the same file keeps the administrator's limit; one that has gone or gives no answer is installed no longer.
 * @throws Failure where no scripts can run: nothing was changed
 */
export async function collectScripts(work: Work, { root: other, tell }: Collection): Promise<void> {
  const { lab, host } = work;
  const root = other ?? scriptRepository(lab.engine, host.name).root;
  const before = scriptRows(lab.engine, host.name);
  const standing = standingIn(lab, host, root, before);
  const boot = bootOf(lab, { host })?.key ?? null;
  const answers = await askAll(work, standing, tell);
  lab.update((change) => {
    const now = scriptRows(lab.engine, host.name);
    for (const { folder, name, digest } of before) {
      // What somebody has installed meanwhile is newer than what was read here.
      if (find(now, { folder, name })?.digest === digest)
        deleteScriptRow(lab.engine, host.name, { folder, name });
    }
    for (const [script, information] of answers) keep(lab, host, { script, information, now });
    setScriptRepository(change, host.name, { root, boot });
    noteDifference(change, host, before);
  });
}

/**
 * Collects it if the host was booted since that was done last (seed 4: "collected when the system is booted"). Where no
 * scripts can run, what is known stays.
 */
export async function collectAfterBoot(work: Work): Promise<void> {
  const { lab, host } = work;
  const collected = scriptRepository(lab.engine, host.name).boot ?? firstBoot(lab);
  if (lab.readOnly || collected === bootOf(lab, { host })?.key) return;
  try {
    await collectScripts(work, { tell: false });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

// Only folders of which somebody has said that they are for scripts: whoever makes / the base runs nothing of /etc.
function standingIn(lab: Lab, host: Host, root: string, before: readonly ScriptRow[]): Standing[] {
  const folders = new Set([everyHost, host.name, ...before.map(({ folder }) => folder)]);
  const there = namesIn(lab, host, root, 'folder').filter((folder) => folders.has(folder));
  return there.flatMap((folder) =>
    namesIn(lab, host, scriptPath(root, folder), 'file').map((name) => {
      const path = scriptPath(root, folder, name);
      return { folder, name, path, digest: digestAt(lab, host, path) };
    }),
  );
}

function digestAt(lab: Lab, host: Host, path: string): string | undefined {
  const content = readScript(lab, host, path);
  return content && digestOf(content);
}

type Answers = (readonly [Standing, ScriptInformation])[];

// The script that every host has is known: hosts without others need no way in.
async function askAll(work: Work, standing: readonly Standing[], tell: boolean): Promise<Answers> {
  const { inside, host, lab, signal } = work;
  // Node's digests take milliseconds to load: most requests ask for none.
  const deliveredDigest = digestOf(deliveredText);
  let session: ScriptSession | undefined;
  const answers: Answers = [];
  try {
    for (const script of standing) {
      if (script.digest === undefined) {
        if (tell && scriptFile(lab, host, script.path) === 'notExecutable') {
          work.say(messages.leftOut, { path: script.path });
        }
        continue;
      }
      if (script.digest === deliveredDigest) {
        answers.push([script, deliveredInformation]);
        continue;
      }
      session ??= await inside.openScripts({ host }, {});
      const { path } = script;
      try {
        answers.push([script, await describeScript(session, { path, shown: path, signal })]);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (tell) work.say(error.catalogued, error.values as never);
      }
    }
    return answers;
  } finally {
    session?.close();
  }
}

interface Kept {
  readonly script: Standing;
  readonly information: ScriptInformation;
  /** The rows before this collection. */
  readonly now: readonly ScriptRow[];
}

function keep(lab: Lab, host: Host, { script, information, now }: Kept): void {
  const { folder, name, path, digest } = script;
  // It may have been replaced or removed while others were asked.
  if (digest === undefined || digestAt(lab, host, path) !== digest) return;
  if (find(scriptRows(lab.engine, host.name), script)) return;
  const old = find(now, script);
  const override = old?.digest === digest ? old.override : 0;
  putScriptRow(lab.engine, host.name, { ...information, folder, name, digest, override });
}

function find(
  rows: readonly ScriptRow[],
  { folder, name }: Pick<ScriptRow, 'folder' | 'name'>,
): ScriptRow | undefined {
  return rows.find((each) => each.folder === folder && each.name === name);
}

function noteDifference(change: Change, host: Host, before: readonly ScriptRow[]): void {
  const names = (rows: readonly ScriptRow[]) => rows.map(({ folder, name }) => `${folder}/${name}`).join(' ');
  const after = scriptRows(change.engine, host.name);
  const what = names(before) === names(after) ? 'the same' : names(after) || 'none';
  change.note(host.name, 'drmgr', `script information collected: ${what}`);
}
