import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { anchorClock } from '../../../state/change.ts';
import { formatPace, isoTime, type Pace, parsePace } from '../../../state/clock.ts';
import type { Lab } from '../../../state/lab.ts';
import { parseDuration } from './duration.ts';
import { type Report, sentence } from './report.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab pace`: how long simulated work takes. */
export const pace = subcommand({
  synopsis: 'pace [setting] [duration]',
  summary: 'Shows or sets how fast the lab clock runs, or advances it',
  declare: (parser) =>
    parser
      .positional('setting', {
        type: 'string',
        describe: 'instant, a factor of real time (60x), step, or advance',
      })
      .positional('duration', { type: 'string', describe: 'With advance: 90, 5m, 1h30m, 2d' })
      .example('$0 pace 60x', 'An hour of work takes a minute')
      .example('$0 pace advance 5m', 'Five minutes pass'),
  run: (words, place) =>
    withLab(place, (lab) => {
      const { setting, duration } = words;
      if (setting === 'advance') advance(lab, duration ?? '');
      else if (duration !== undefined)
        throw failure(parlabMessages.badPace, { pace: `${setting} ${duration}` });
      else if (setting !== undefined) set(lab, setting);
      return report(lab);
    }),
});

function report(lab: Lab): Report {
  const data = { pace: formatPace(lab.clock().pace), clock: isoTime(lab.now()) };
  return sentence(data, `The pace is ${data.pace}; it is ${data.clock} in the lab.`);
}

function set(lab: Lab, text: string): void {
  const wanted = parsePace(text);
  if (wanted === undefined) throw failure(parlabMessages.badPace, { pace: text });
  lab.update((change) => {
    const before = lab.clock().pace;
    anchorClock(change, lab.now());
    change.setMeta('pace', String(wanted satisfies Pace));
    if (before !== wanted) change.note('', 'pace', `${formatPace(before)} -> ${formatPace(wanted)}`);
  });
}

function advance(lab: Lab, text: string): void {
  const seconds = parseDuration(text);
  if (seconds === undefined) throw failure(parlabMessages.badDuration, { duration: text || '(nothing)' });
  lab.update((change) => {
    anchorClock(change, lab.now() + seconds);
    change.note('', 'clock', `advanced by ${text}`);
  });
}
