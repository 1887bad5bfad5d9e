import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { isoTime } from '../../../state/clock.ts';
import type { Lab } from '../../../state/lab.ts';
import type { Report } from './report.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab log`: which command changed what, and when. */
export const log = subcommand({
  synopsis: 'log [object]',
  summary: 'Shows which command changed what, when; of one WPAR: why it is as it is',
  declare: (parser) =>
    parser
      .positional('object', { type: 'string', describe: 'A WPAR, or HOST:WPAR' })
      .option('real', { type: 'boolean', default: false, describe: 'Real time instead of lab time' })
      .option('lines', {
        alias: 'n',
        type: 'string',
        requiresArg: true,
        describe: 'Only the last so many changes',
      })
      .example('$0 log dev01', 'What happened to dev01'),
  run: (words, place) =>
    withLab(place, (lab) => {
      const lines = words.lines === undefined ? -1 : Number(words.lines);
      if (!Number.isInteger(lines) || (words.lines !== undefined && lines < 0)) {
        throw failure(parlabMessages.badCount, { count: words.lines ?? '' });
      }
      // What a process that died has left is in the log before it is shown.
      if (!lab.readOnly) lab.update(() => {});
      const entries = find(lab, words.object, lines);
      if (words.object !== undefined && entries.length === 0) {
        throw failure(parlabMessages.nothingLogged, { object: words.object });
      }
      return report(entries, words.real);
    }),
});

interface Entry {
  readonly time: number;
  readonly real: string;
  readonly host: string;
  readonly object: string;
  readonly what: string;
  readonly command: string;
  readonly on: string;
  readonly user: string;
  readonly pid: number;
  readonly status: number | null;
}

function find(lab: Lab, object: string | undefined, lines: number): Entry[] {
  const split = object?.indexOf(':') ?? -1;
  const host = object !== undefined && split > 0 ? object.slice(0, split) : null;
  const name = object === undefined ? null : object.slice(split + 1);
  return lab.engine
    .all<Entry>(
      `SELECT change.time, log.real, change.host, change.object, change.what,
              log.command, log.host AS 'on', log.user, log.pid, log.status
         FROM change JOIN log ON log.id = change.log
        WHERE (?1 IS NULL OR change.object = ?1) AND (?2 IS NULL OR change.host = ?2)
        ORDER BY change.id DESC LIMIT ?3`,
      name,
      host,
      lines,
    )
    .reverse();
}

function report(entries: readonly Entry[], real: boolean): Report {
  const data = entries.map(({ time, ...entry }) => ({ labTime: isoTime(time), ...entry }));
  return {
    data,
    text: (form) =>
      data.length === 0
        ? 'Nothing has been changed in this world.\n'
        : form.table(
            [real ? 'Real time' : 'Lab time', 'Host', 'Object', 'Change', 'Command'],
            data.map((entry) => [
              real ? entry.real.slice(0, 19).replace('T', ' ') : entry.labTime,
              entry.host,
              entry.object,
              entry.what,
              entry.status === null ? `${entry.command} (process ${entry.pid}, at work)` : entry.command,
            ]),
          ),
  };
}
