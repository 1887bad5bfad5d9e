import { labDirectory } from '../../../../cli/open-lab.ts';
import { failure } from '../../../../messages/failure.ts';
import { runtimeMessages } from '../../../../messages/runtime.ts';
import { busyOwners, sendAway } from '../../../../runtime/session.ts';
import { restoreSnapshot } from '../../../../state/snapshots/restore.ts';
import { sentence } from '../report.ts';
import { subcommand } from '../subcommand.ts';
import { adopt } from '../with-lab.ts';

/** `parlab snapshot restore`. */
export const restore = subcommand({
  synopsis: 'restore <name>',
  summary: 'Makes the world what it was; what was done since is gone',
  declare: (parser) =>
    parser.positional('name', { type: 'string', demandOption: true, describe: 'The snapshot' }),
  async run({ name }, place) {
    const directory = labDirectory(place.caller.environment);
    const inside = busyOwners(directory, place.caller.machine);
    if (inside.length > 0) throw failure(runtimeMessages.inUse, { pids: inside.join(', ') });
    await sendAway(directory, place.caller.machine);
    const damaged = restoreSnapshot(directory, place.caller.machine, name, (lab) => adopt(lab, place));
    const aside = damaged === undefined ? '' : `\nIts database was damaged; that file is now ${damaged}.`;
    return sentence(
      { directory, snapshot: name, damaged: damaged ?? null },
      `The lab in ${directory} is as it was in ${name}.${aside}`,
    );
  },
});
