import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { requireSubsystem } from '../../model/processes/control.ts';
import { redefineSubsystem } from '../../model/processes/define.ts';
import { changedDefinition, checkName } from '../shared/subsystem-definition.ts';
import { definitionExclusive, definitionFlags, here } from '../shared/subsystems.ts';

const spec: CommandSpec = {
  name: 'chssys',
  platform: 'aix',
  purpose: 'changes the definition of a subsystem',
  synopsis: [
    'chssys -s OldSubsystem [ -a Arguments ] [ -e StandardError ] [ -i StandardInput ] [ -o StandardOutput ] [ -p Path ] [ -s NewSubsystem ] [ -t NewSynonym ] [ -u UserID ] [ -O | -R ] [ -d | -D ] [ -q | -Q ] [ -K | [ -I MessageQueue -m MessageMtype | -f StopForce -n StopNormal -S ] ] [ -E Nice ] [ -G Group ] [ -w Wait ]',
  ],
  evidence: 'document',
  options: [
    valued('s', 'Subsystem', 'Its name; given once more, its new one.', 'document', { repeat: true }),
    ...definitionFlags,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: definitionExclusive,
  user: 'root',
  statuses: { 0: 'It is changed.', 1: 'It is not; a message says why.' },
};

function run(args: Arguments, context: Context): number {
  const [name, renamed, ...more] = args.values('s');
  if (name === undefined || more.length > 0) throw misuse(messages.needed, { flags: 'One -s, or two,' });
  const said = definitionFlags.some(({ flag }) => args.has(flag));
  if (!said && renamed === undefined) throw misuse(messages.nothingToChange, {});
  context.lab.update((change) => {
    const place = here(context);
    const found = requireSubsystem(context.lab, place, name);
    if (found.keeps !== undefined)
      throw failure(messages.wparsOwn, { name, instead: `chwpar ${found.keeps}` });
    const definition = changedDefinition(args, found.definition);
    const called = renamed === undefined ? found.name : checkName(renamed);
    redefineSubsystem(change, place, found, { name: called, definition });
  });
  context.report(messages.changed, {});
  return 0;
}

export const command: Command = { spec, run };
