import type { CommandSpec, OptionSpec } from '../../../cli/spec.ts';
import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { allNames, registered } from '../../registry.ts';

/** The names of all documented commands. */
export const commandNames: readonly string[] = allNames();

/**
 * The specs of the documented commands by name; a name that exists on two platforms has two.
 * @param name only this one
 * @throws Failure if there is no such command
 */
export async function loadSpecs(name?: string): Promise<CommandSpec[]> {
  if (name !== undefined && !registered(name)) {
    throw failure(parlabMessages.unknownCommand, { name, commands: commandNames.join(', ') });
  }
  const names = name === undefined ? commandNames : [name];
  const platforms = names.flatMap((each) => {
    const found = registered(each);
    if (!found) throw new Error(`no command ${each}`);
    // One command on both platforms has one spec.
    return found.twin && found.twin.load !== found.load
      ? [
          { each, found },
          { each, found: found.twin },
        ]
      : [{ each, found }];
  });
  return await Promise.all(
    platforms.map(async ({ each, found }) => {
      const { spec } = (await found.load()).command;
      // Several names may lead to one command.
      return spec.name === each ? spec : { ...spec, name: each };
    }),
  );
}

/** A flag as typed, with those that stand beside another one: `-K -R`. */
export interface DocumentedFlag {
  readonly typed: string;
  readonly option: OptionSpec;
}

/** Every documented flag of a command. */
export function flagsOf(spec: CommandSpec): DocumentedFlag[] {
  const plain = spec.options.map((option) => ({ typed: typed(option), option }));
  const { alternative } = spec;
  if (!alternative) return plain;
  // Where the meaning is the same object, the flag has been listed.
  const others = alternative.options
    .filter((option) => option.flag !== alternative.flag && !spec.options.includes(option))
    .map((option) => ({ typed: `-${alternative.flag} ${typed(option)}`, option }));
  return [...plain, ...others];
}

function typed({ flag, argument }: OptionSpec): string {
  if (!argument) return `-${flag}`;
  if (argument.kind === 'attributes') return `-${flag} attribute=value ...`;
  return argument.kind === 'optional' ? `-${flag} [${argument.name}]` : `-${flag} ${argument.name}`;
}
