import { type Caller, callOn } from '../../../cli/call.ts';
import { messageText } from '../../../cli/run.ts';
import type { Message } from '../../../messages/define.ts';
import { failure } from '../../../messages/failure.ts';
import { runtimeMessages } from '../../../messages/runtime.ts';
import { noCommand } from '../../no-command.ts';
import { registeredOn } from '../../registry.ts';
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
    const complain = (message: Message, status = 1) => {
      const told = { command: words.command, release: host.release };
      caller.stderr.write(messageText(message, { name: words.command }, told));
      return status;
    };
    // The shell there says so: it is the command's outcome, for --json too.
    if (!registered) {
      const message = noCommand(host, words.command);
      return complain(message, message.status);
    }
    if (wpar && registered.inWpar !== true) return complain(runtimeMessages.notInside);
    if (wpar && wpar.state !== 'A' && wpar.state !== 'N')
      throw failure(runtimeMessages.noAnswer, { place: wpar.name });
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
