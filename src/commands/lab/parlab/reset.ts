import { labDirectory } from '../../../cli/open-lab.ts';
import { sendAway } from '../../../runtime/session.ts';
import { buildDatabase } from '../../../state/create.ts';
import { Lab } from '../../../state/lab.ts';
import { removeFolder } from '../../../state/remove-folder.ts';
import { replaceOrRepair } from '../../../state/snapshots/damaged.ts';
import { replaceWorld } from '../../../state/snapshots/replace.ts';
import { treesFolder } from '../../../state/snapshots/trees.ts';
import { sentence } from './report.ts';
import { type Place, subcommand } from './subcommand.ts';
import { adopt } from './with-lab.ts';
import { type ChosenWorld, chooseWorld, worldOf } from './worlds.ts';

/** `parlab reset`: the world as it was in the beginning. */
export const reset = subcommand({
  synopsis: 'reset',
  summary: 'Makes the world anew; everything done in it is gone',
  declare: (parser) =>
    parser.option('world', {
      type: 'string',
      requiresArg: true,
      describe: 'Another world (default: the one the lab was made with)',
    }),
  async run(words, place) {
    const directory = labDirectory(place.caller.environment);
    const named = words.world ?? rememberedWorld(directory, place);
    const world = await chooseWorld(named, place.caller.directory);
    // Who is in a partition of the old world would go on working in files that are gone.
    await sendAway(directory, place.caller.machine);
    const damaged = renew(directory, world, place);
    const aside = damaged === undefined ? '' : `\nIts database was damaged; that file is now ${damaged}.`;
    return sentence(
      { directory, world: world.name, damaged: damaged ?? null },
      `The lab in ${directory} is as new, with the world ${world.name}.${aside}`,
    );
  },
});

function renew(directory: string, world: ChosenWorld, place: Place): string | undefined {
  const { machine } = place.caller;
  return replaceOrRepair(
    directory,
    machine,
    (lab) => {
      adopt(lab, place);
      replaceWorld(lab, '', world.build);
    },
    (aside) => {
      buildDatabase(aside, directory, machine, world.build);
      removeFolder(treesFolder(directory));
    },
  );
}

// A damaged lab may not remember; then it is the world that a first command makes.
function rememberedWorld(directory: string, place: Place): string {
  try {
    const lab = Lab.open(directory, place.caller.machine);
    try {
      return worldOf(lab);
    } finally {
      lab.close();
    }
  } catch {
    return 'default';
  }
}
