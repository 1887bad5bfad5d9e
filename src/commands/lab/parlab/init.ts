import { existsSync } from 'node:fs';
import { labDirectory } from '../../../cli/open-lab.ts';
import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { createLab } from '../../../state/create.ts';
import { databasePath } from '../../../state/lab.ts';
import { sentence } from './report.ts';
import { subcommand } from './subcommand.ts';
import { chooseWorld } from './worlds.ts';

/** `parlab init`: makes the lab. */
export const init = subcommand({
  synopsis: 'init',
  summary: 'Makes the lab, with a world in it',
  declare: (parser) =>
    parser.option('world', {
      type: 'string',
      default: 'default',
      requiresArg: true,
      describe: 'A shipped world (see Worlds) or a world file',
    }),
  async run(words, { caller }) {
    const directory = labDirectory(caller.environment);
    if (existsSync(databasePath(directory))) throw failure(parlabMessages.labExists, { directory });
    const world = await chooseWorld(words.world, caller.directory);
    const made = createLab(directory, caller.machine, world.build);
    // Somebody else was quicker.
    if (!made) throw failure(parlabMessages.labExists, { directory });
    return sentence(
      { directory, world: world.name },
      `Made the lab in ${directory} with the world ${world.name}.`,
    );
  },
});
