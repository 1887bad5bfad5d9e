import { basename, resolve } from 'node:path';
import { explainTrouble, requireUp } from '../../../../cli/call.ts';
import { chooseHost } from '../../../../cli/choose-host.ts';
import { drtestTroubles as troubles } from '../../../../messages/drtest.ts';
import { failure } from '../../../../messages/failure.ts';
import type { DlparAction } from '../../../../model/dlpar/event.ts';
import { trialAmounts } from '../../../../model/dlpar/trial/amounts.ts';
import type { TrialFile } from '../../../../model/dlpar/trial/file-rules.ts';
import { readHostScript, readScript } from '../../../../model/dlpar/trial/host-script.ts';
import { Recorder } from '../../../../model/dlpar/trial/recorder.ts';
import { actionsOf, resourceNames } from '../../../../model/dlpar/trial/scenarios.ts';
import { NotStarted, type TrialWishes, tryScript } from '../../../../model/dlpar/trial/trial.ts';
import { insideOf } from '../../../../runtime/inside.ts';
import { findHost, type Host } from '../../../../state/hosts.ts';
import type { Lab } from '../../../../state/lab.ts';
import type { Report } from '../report.ts';
import { requireHost } from '../require.ts';
import { type Place, subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';
import { conforms, trialData, trialText } from './trial-report.ts';

const actions: readonly DlparAction[] = ['acquire', 'release', 'migrate', 'hibernate'];

/** `parlab drtest`: runs a DLPAR script through all that may happen to it. Status 1: it has problems; 2: it could not be run. */
export const drtest = subcommand({
  synopsis: 'drtest <script>',
  summary: 'Tests a DLPAR script: runs it through all phases, and says what its author should change',
  declare: (parser) =>
    parser
      .positional('script', {
        type: 'string',
        demandOption: true,
        describe: 'A file of yours, or HOST:PATH; it is not installed',
      })
      .option('host', { type: 'string', requiresArg: true, describe: 'The AIX host that it runs on' })
      .option('resource', {
        type: 'string',
        array: true,
        nargs: 1,
        choices: resourceNames,
        describe: 'Only this resource; may be repeated',
      })
      .option('event', {
        type: 'string',
        array: true,
        nargs: 1,
        choices: actions,
        describe: 'Only this event; may be repeated',
      })
      .option('timeout', {
        type: 'string',
        requiresArg: true,
        describe: 'Seconds for a call, instead of DR_TIMEOUT',
      })
      .option('verbose', {
        type: 'boolean',
        default: false,
        describe: 'Show each call: its environment, its output, its time',
      })
      .example('$0 sysadmin_licence.sh --host l488pp008', ''),
  async run(words, place): Promise<Report> {
    try {
      return await withLab(place, async (lab) => await test(lab, words, place));
    } catch (error) {
      // That nothing could be tested must not look like a script that fails its test.
      explainTrouble(error, 'parlab', place.caller);
      return { status: 2, data: { conforms: null }, text: '' };
    }
  },
});

interface Words {
  readonly script: string;
  readonly host: string | undefined;
  readonly resource: readonly (typeof resourceNames)[number][] | undefined;
  readonly event: readonly DlparAction[] | undefined;
  readonly timeout: string | undefined;
  readonly verbose: boolean;
}

async function test(lab: Lab, words: Words, { caller }: Place): Promise<Report> {
  const wishes = wishesOf(words);
  const { host, file } = subject(lab, words, caller.directory, caller.environment.PARLAB_HOST);
  requireUp(lab, host);
  const inside = insideOf(lab);
  // Names that begin with a dot are those of the session's own files.
  const name = file.name.replace(/^\.+/, '') || 'script';
  const session = await inside.openScripts({ host }, { [name]: file.content });
  const { signal } = caller;
  const sleep = (milliseconds: number) => lab.machine.sleep(milliseconds, signal);
  const recorder = new Recorder(session, { place: { host }, inside, signal, sleep });
  try {
    const where = { recorder, path: recorder.lent(name), amounts: trialAmounts(lab.engine, host), signal };
    const trial = await tryScript(file, where, wishes);
    if (signal.aborted) throw failure(troubles.interrupted, {});
    const subjectNames = { script: words.script, host: host.name };
    return {
      status: conforms(trial) ? 0 : 1,
      data: trialData(trial, subjectNames, words.verbose),
      text: (form) => trialText(trial, subjectNames, words.verbose, form),
    };
  } catch (error) {
    if (!(error instanceof NotStarted)) throw error;
    const reason = error.message === '' ? 'it did not start' : error.message;
    throw failure(troubles.notRun, { script: words.script, host: host.name, reason });
  } finally {
    recorder.close();
  }
}

/** @throws Failure */
function wishesOf({ resource, event, timeout }: Words): TrialWishes {
  const resources = resource ?? [];
  const wanted = event ?? [];
  if (timeout !== undefined && !/^(?!0+(?:\.0+)?$)\d{1,6}(?:\.\d{1,3})?$/.test(timeout)) {
    throw failure(troubles.badTime, { time: timeout });
  }
  const possible = (resources.length > 0 ? resources : resourceNames).flatMap((each) => actionsOf[each]);
  const impossible = wanted.find((each) => !possible.includes(each));
  if (impossible !== undefined) throw failure(troubles.noCourse, { event: impossible });
  return {
    resources,
    actions: wanted,
    seconds: timeout === undefined ? undefined : Number(timeout),
  };
}

/** The script, and where it runs. @throws Failure */
function subject(
  lab: Lab,
  { script, host: named }: Words,
  directory: string,
  chosen: string | undefined,
): { readonly host: Host; readonly file: TrialFile } {
  const [, holder = '', path = ''] = /^([^/:]+):(.*)$/s.exec(script) ?? [];
  const owner = findHost(lab.engine, holder);
  const host = named === undefined ? (owner ?? chooseHost(lab, 'aix', chosen)) : requireHost(lab, named);
  if (host.platform !== 'aix') throw failure(troubles.notAix, { host: host.name });
  const file = owner
    ? readHostScript(lab, owner, path.startsWith('/') ? path : `/${path}`)
    : readHere(resolve(directory, script));
  if (!file) throw failure(troubles.notRead, { path: script });
  return { host, file };
}

function readHere(path: string): TrialFile | undefined {
  try {
    return readScript(path, basename(path), true);
  } catch {
    return undefined;
  }
}
