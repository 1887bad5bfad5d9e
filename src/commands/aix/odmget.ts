import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import { replacedFiles } from '../../model/system/overlay.ts';

const spec: CommandSpec = {
  name: 'odmget',
  platform: 'aix',
  purpose: 'gets objects of an object class',
  synopsis: ['odmget [ -q Criteria ] ObjectClass ...'],
  evidence: 'recalled',
  options: [
    valued('q', 'Criteria', 'Only objects that these hold for.', 'recalled', {
      refused: 'of the one class that parlab has, take what you want with grep or awk.',
    }),
  ],
  operands: { name: 'ObjectClass', minimum: 1, maximum: Number.POSITIVE_INFINITY },
  user: 'any',
  statuses: {
    0: 'The objects are shown.',
    1: 'There is no such class there.',
    2: 'parlab does not have the class.',
  },
};

/** Seed 3 has the first name; later versions of the product have the second (restrictions page). */
const overlays = ['overlay', 'file_overlay'];
const database = '/usr/lib/objrepos';

function run(args: Arguments, context: Context): number {
  const directory = context.environment.ODMDIR ?? '/etc/objrepos';
  const versioned = context.wpar !== undefined && context.wpar.ostype !== 0;
  for (const name of args.operands) {
    if (!overlays.includes(name)) throw failure(messages.otherClass, { class: name });
    if (!versioned || directory.replace(/\/+$/, '') !== database)
      throw failure(messages.noClass, { class: name, directory });
  }
  for (const name of args.operands)
    context.stdout.write(replacedFiles.map((path) => `\n${name}:\n\tpath = "${path}"\n`).join(''));
  return 0;
}

export const command: Command = { spec, run };
