import { type Caller, callOn } from '../../../cli/call.ts';
import { messageText } from '../../../cli/run.ts';
import { failure } from '../../../messages/failure.ts';
import { labMessages } from '../../../messages/lab.ts';
import { runtimeMessages } from '../../../messages/runtime.ts';
import type { Host } from '../../../state/hosts.ts';
import type { Wpar } from '../../../state/wpars.ts';
import { type Registered, registeredOn } from '../../registry.ts';
import type { Report } from './report.ts';
import { requirePlace } from './require.ts';
import { type Place, subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab on`: a documented command on a host, as if typed there. */
export const on = subcommand({
  synopsis: 'on <host> <command>',
  summary: 'Runs a command on a host, or in a WPAR, with all its own flags',
  declare: (parser) =>
    parser
      .positional('host', { type: 'string', demandOption: true, describe: 'The host; a WPAR, or HOST/WPAR' })
      .positional('command', {
        type: 'string',
        demandOption: true,
        describe: 'The command; all words after it are its own',
      })
      .example('$0 on p550q lswpar -L wp03', ''),
  run: (words, place) => (place.json ? captured(words, place) : run(words, place, place.caller)),
});

interface Words {
  readonly host: string;
  readonly command: string;
}

async function run(words: Words, place: Place, caller: Caller): Promise<Report> {
  const status = await withLab(place, (lab) => {
    const { host, wpar } = requirePlace(lab, words.host);
    const registered = registeredOn(words.command, host.platform);
    if (!registered) return notFound(words.command, host, caller);
    if (wpar) requireAnswering(wpar, registered);
    // Programs that a flag names (mkwpar -k) are the host's, too: they run there.
    const there: Caller = {
      ...caller,
      ...(wpar ? { wpar, directory: '/', fromInside: true } : {}),
      runScript: async (path, args) =>
        (await import('../../../runtime/stay.ts')).stay(
          lab,
          wpar ? { host, wpar } : { host },
          { words: () => [path, ...args], input: 'none' },
          caller,
        ),
    };
    return callOn(lab, host, words.command, registered, place.rest, there, true);
  });
  return { status, data: { status }, text: '' };
}

/** @throws Failure for a WPAR that is not active, and for what is not there inside */
function requireAnswering(wpar: Wpar, registered: Registered): void {
  if (registered.inWpar !== true) throw failure(runtimeMessages.notInside, {});
  if (wpar.state !== 'A' && wpar.state !== 'N') throw failure(runtimeMessages.noAnswer, { place: wpar.name });
}

// The shell of the host says so: it is the command's outcome, for --json too.
function notFound(command: string, host: Host, caller: Caller): number {
  const place = { command, release: host.release };
  caller.stderr.write(messageText(labMessages.notOnHost, { name: command }, place));
  return labMessages.notOnHost.status;
}

async function captured(words: Words, place: Place): Promise<Report> {
  const streams = { stdout: '', stderr: '' };
  const into = (name: keyof typeof streams) => ({
    write(text: string) {
      streams[name] += text;
    },
  });
  const report = await run(words, place, { ...place.caller, stdout: into('stdout'), stderr: into('stderr') });
  const { status = 0 } = report;
  return { status, data: { status, ...streams }, text: streams.stdout };
}
