import { basename } from 'node:path';
import { messageText } from '../../../../cli/run.ts';
import { copyMessages as messages } from '../../../../messages/copy.ts';
import { Failure, failure } from '../../../../messages/failure.ts';
import { placeName } from '../../../../model/place.ts';
import { settleSyslog } from '../../../../model/syslog/log.ts';
import { copyTo } from '../../../../model/tree/copy.ts';
import type { Lab } from '../../../../state/lab.ts';
import type { Report } from '../report.ts';
import { type Place, subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';
import { type Location, openSource, openTarget, readLocation, type Target } from './locations.ts';
import { reasonOf } from './reasons.ts';

/** `parlab cp`: files and directories between this machine, hosts and WPARs. */
export const cp = subcommand({
  synopsis: 'cp <paths..>',
  summary: 'Copies files between this machine, hosts and WPARs',
  declare: (parser) =>
    parser
      .positional('paths', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'What to copy, and where to: a path here, HOST:PATH, WPAR:PATH or HOST/WPAR:PATH',
      })
      .option('recursive', {
        alias: 'r',
        type: 'boolean',
        default: false,
        describe: 'Directories with all that is in them',
      })
      .example('$0 cp motd.txt dev02:/etc/motd', '')
      .example('$0 cp -r l488pp008:/etc/wpars .', ''),
  async run({ recursive }, place) {
    const words = pathsOf(place.argv);
    if (words.length < 2) throw failure(messages.twoPaths, {});
    return await withLab(place, (lab) => copy(lab, words, recursive, place));
  },
});

// Of several words for one name, yargs keeps the last here. No option of this subcommand has a value.
function pathsOf(argv: readonly string[]): string[] {
  return argv.slice(argv.indexOf('cp') + 1).filter((word) => word === '-' || !word.startsWith('-'));
}

/** What became of it. */
interface Sum {
  files: number;
  bytes: number;
  failed: { path: string; why: string }[];
}

async function copy(lab: Lab, words: readonly string[], recursive: boolean, place: Place): Promise<Report> {
  const locations = words.map((word) => readLocation(lab, word));
  const sources = locations.slice(0, -1);
  const to = locations.at(-1);
  const sum: Sum = { files: 0, bytes: 0, failed: [] };
  if (!to) throw failure(messages.twoPaths, {});
  const { caller } = place;
  // The syslogd there has read its file long ago: it does not notice a new one.
  if (to.place && !lab.readOnly) settleSyslog(lab, to.place);
  const target = named(to.word, () => openTarget(lab, to, caller.directory, sources.length > 1));
  try {
    for (const source of sources) await copyOne(lab, source, target, recursive, place, sum);
  } finally {
    target.folder.close();
  }
  if (to.place && sum.files > 0) {
    const { host } = to.place;
    const object = placeName(to.place);
    const what = `files copied to ${to.path}: ${sum.files}`;
    lab.update((change) => change.note(host.name, object, what));
  }
  const status = sum.failed.length > 0 || caller.signal.aborted ? 1 : 0;
  return { status, data: sum, text: '' };
}

async function copyOne(
  lab: Lab,
  location: Location,
  target: Target,
  recursive: boolean,
  { caller }: Place,
  sum: Sum,
): Promise<void> {
  const { word } = location;
  const prefix = word.slice(0, word.length - basename(word).length);
  const failed = (name: string, error: unknown) => {
    const path = name === '.' ? word : `${prefix}${name}`;
    const why = reasonOf(error);
    sum.failed.push({ path, why });
    caller.stderr.write(messageText(messages.notCopied, { path, why }, { command: 'parlab', release: '' }));
  };
  let source: ReturnType<typeof openSource>;
  try {
    source = openSource(lab, location, caller.directory);
  } catch (error) {
    if (error instanceof Failure) throw error;
    failed(basename(word), error);
    return;
  }
  try {
    const as = target.as ?? source.name;
    await copyTo(source.folder, source.name, target.folder, as, {
      recursive,
      signal: caller.signal,
      copied: (bytes) => {
        sum.files++;
        sum.bytes += bytes;
      },
      failed,
    });
  } finally {
    source.folder.close();
  }
}

/** Errors of the system become a refusal that names the word. */
function named<Result>(word: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw failure(messages.notCopied, { path: word, why: reasonOf(error) });
  }
}
