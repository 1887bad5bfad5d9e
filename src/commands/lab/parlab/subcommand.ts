import type { Argv } from 'yargs';
import type { Caller } from '../../../cli/call.ts';
import type { Report } from './report.ts';

/** What every subcommand takes. */
export interface CommonWords {
  readonly json: boolean;
}

/** Where a subcommand works. */
export interface Place {
  readonly caller: Caller;
  /** The whole line after `parlab`. */
  readonly argv: readonly string[];
  /** The caller wants JSON. */
  readonly json: boolean;
  /** Words that belong to somebody else's command (`parlab on HOST COMMAND ...`). */
  readonly rest: readonly string[];
}

/** The contract of a subcommand and its work. */
export interface Definition<Words> {
  /** As yargs reads it: `use [host]`. */
  readonly synopsis: string;
  /** A line of the help; `false` hides it. */
  readonly summary: string | false;
  declare(parser: Argv<CommonWords>): Argv<Words>;
  /** @throws Failure, LabTrouble */
  run(words: Words, place: Place): Report | Promise<Report>;
}

/** The work that the words of the command line ask for. */
export type Chosen = (place: Place) => Promise<Report>;

/** Adds itself to a parser, and names its work when the words are its own. */
export type Subcommand = (parser: Argv<CommonWords>, choose: (chosen: Chosen) => void) => Argv<CommonWords>;

/** A subcommand from its definition; the types of its words come from what it declares. */
export function subcommand<Words>(definition: Definition<Words>): Subcommand {
  return (parser, choose) =>
    parser.command<Words>(
      definition.synopsis,
      // The types of yargs know hiding only as another overload.
      definition.summary as string,
      (inner) => definition.declare(inner),
      (words) => choose(async (place) => definition.run(words as unknown as Words, place)),
    );
}

/** Subcommands of a subcommand: `snapshot save`. */
export function family(name: string, summary: string, members: readonly Subcommand[]): Subcommand {
  return (parser, choose) =>
    parser.command(name, summary, (inner) => {
      for (const member of members) member(inner, choose);
      return inner.demandCommand(1, `Say what to do with ${name}.`);
    });
}
