import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { requireSubsystem } from '../../model/processes/control.ts';
import { removeSubsystem } from '../../model/processes/define.ts';
import { here } from '../shared/subsystems.ts';

const spec: CommandSpec = {
  name: 'rmssys',
  platform: 'aix',
  purpose: 'removes the definition of a subsystem',
  synopsis: ['rmssys -s Subsystem'],
  evidence: 'document',
  options: [valued('s', 'Subsystem', 'Its name or synonym; it must not run.', 'document')],
  operands: { name: '', minimum: 0, maximum: 0 },
  user: 'root',
  statuses: { 0: 'It is removed.', 1: 'It is not; a message says why.' },
};

function run(args: Arguments, context: Context): number {
  const name = args.value('s');
  if (name === undefined) throw misuse(messages.needed, { flags: '-s' });
  context.lab.update((change) => {
    const place = here(context);
    const found = requireSubsystem(context.lab, place, name);
    if (found.keeps !== undefined)
      throw failure(messages.wparsOwn, { name, instead: `rmwpar ${found.keeps}` });
    removeSubsystem(change, place, found);
  });
  context.report(messages.deleted, {});
  return 0;
}

export const command: Command = { spec, run };
