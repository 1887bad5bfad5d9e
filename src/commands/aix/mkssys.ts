import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { residentOf } from '../../model/processes/error-log.ts';
import { findSubsystem, usualDefinition } from '../../model/processes/subsystems.ts';
import { writeSubsystem } from '../../state/subsystems.ts';
import { changedDefinition, checkName } from '../shared/subsystem-definition.ts';
import { definitionExclusive, definitionFlags, definitionNeeds, here } from '../shared/subsystems.ts';

const spec: CommandSpec = {
  name: 'mkssys',
  platform: 'aix',
  purpose: 'adds the definition of a subsystem',
  synopsis: [
    'mkssys { -p Path -s Subsystem -u UserID } [ -a Arguments ] [ -e StandardError ] [ -i StandardInput ] [ -o StandardOutput ] [ -t Synonym ] [ -O | -R ] [ -d | -D ] [ -q | -Q ] [ -K | [ -I MessageQueue -m MessageMtype | -f StopForce -n StopNormal -S ] ] [ -E Nice ] [ -G Group ] [ -w Wait ]',
  ],
  evidence: 'document',
  options: [valued('s', 'Subsystem', 'Its name.', 'document'), ...definitionFlags],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: definitionExclusive,
  needs: definitionNeeds,
  user: 'root',
  statuses: { 0: 'It is added.', 1: 'It is not; a message says why.' },
};

function run(args: Arguments, context: Context): number {
  const given = args.value('s');
  if (given === undefined || !args.has('p') || !args.has('u'))
    throw misuse(messages.needed, { flags: '-s, -p and -u' });
  const name = checkName(given);
  const definition = changedDefinition(args, { ...usualDefinition, group: 'other' });
  context.lab.update((change) => {
    const place = here(context);
    for (const each of [name, definition.synonym])
      if (each !== '' && findSubsystem(context.lab, place, each))
        throw failure(messages.exists, { name: each });
    const columns = { definition: JSON.stringify(definition), removed: 0, boot: null, pid: null } as const;
    writeSubsystem(change, residentOf(place), name, columns);
    change.note(place.host.name, place.wpar?.name ?? '', `subsystem ${name} added`);
  });
  context.report(messages.added, { name });
  return 0;
}

export const command: Command = { spec, run };
