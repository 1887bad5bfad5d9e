import type { Evidence } from '../messages/define.ts';
import type { Platform } from '../state/hosts.ts';

/** Whose file a path argument names: the caller's (`mkwpar -f`), or an object of the host (`-d`). */
export type PathOf = 'caller' | 'host';

export type ArgumentSpec =
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly path?: PathOf;
      /** VIO server: it and the words after it, up to the next that starts with `-`. */
      readonly several?: boolean;
      /** HMC: every documented value, with the reason why parlab refuses it or `''`. */
      readonly values?: Readonly<Record<string, string>>;
    }
  /** Taken unless the next word starts with `-` or nothing follows; `several`: the words after it, too. */
  | { readonly kind: 'optional'; readonly name: string; readonly several?: boolean }
  /** `attribute=value ...`: ends at the next word that starts with `-` or has no `=`. */
  | {
      readonly kind: 'attributes';
      readonly attributes: readonly string[];
      /** Known attribute names are taken without `=` too (`chwpar -K -R CPU`). */
      readonly bare?: boolean;
    };

export interface OptionSpec {
  /** What follows the first dash: a letter; on a VIO server and an HMC also a word (`dlpar`), or `-filter` for `--filter`. */
  readonly flag: string;
  readonly argument?: ArgumentSpec;
  readonly repeat?: boolean;
  readonly text: string;
  readonly evidence: Evidence;
  /** First level of AIX that has it. */
  readonly since?: string;
  /** Why parlab does not have it, in our words: the flag is refused with them. */
  readonly refused?: string;
}

export interface OperandSpec {
  readonly name: string;
  readonly minimum: number;
  /** Infinity: as many as one likes. */
  readonly maximum: number;
  /** What completion offers. */
  readonly of?: 'wpar';
  /** They are a command of the user's: control characters in them are its own. */
  readonly anyText?: true;
}

/** The contract of a command: the only source of parsing, usage, manual synopsis, completion and coverage. */
export interface CommandSpec {
  readonly name: string;
  readonly platform: Platform;
  /** For the NAME line of the manual. */
  readonly purpose: string;
  /** As documented, a line each. */
  readonly synopsis: readonly string[];
  readonly evidence: Evidence;
  readonly options: readonly OptionSpec[];
  /** Other meanings of flags when this one is given (`chwpar -K`). */
  readonly alternative?: { readonly flag: string; readonly options: readonly OptionSpec[] };
  readonly operands: OperandSpec;
  /** How the command line is read; default getopt. `none`: every word is an operand. */
  readonly parse?: 'getopt' | 'hmc' | 'none' | 'vios';
  /** Where its complaints go; default stderr. Captures have those of HMC list commands on stdout. */
  readonly errors?: 'stderr' | 'stdout';
  /** HMC and VIO server: groups of flags of which at least one must be given. */
  readonly required?: readonly (readonly string[])[];
  /** Groups of flags of which at most one may be given. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Flags that make sense only with one of others. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  readonly user: 'any' | 'root';
  readonly statuses: Readonly<Record<string, string>>;
}

export function flag(
  letter: string,
  text: string,
  evidence: Evidence,
  more: Partial<OptionSpec> = {},
): OptionSpec {
  return { flag: letter, text, evidence, ...more };
}

/** A flag with a value. */
export function valued(
  letter: string,
  name: string,
  text: string,
  evidence: Evidence,
  more: Partial<OptionSpec> & { readonly path?: PathOf } = {},
): OptionSpec {
  const { path, ...rest } = more;
  return {
    flag: letter,
    text,
    evidence,
    argument: path === undefined ? { kind: 'value', name } : { kind: 'value', name, path },
    ...rest,
  };
}

/** A flag with a list of attributes. */
export function listed(
  letter: string,
  attributes: readonly string[],
  text: string,
  evidence: Evidence,
  more: Partial<OptionSpec> & { readonly bare?: boolean } = {},
): OptionSpec {
  const { bare = false, ...rest } = more;
  return { flag: letter, text, evidence, argument: { kind: 'attributes', attributes, bare }, ...rest };
}
