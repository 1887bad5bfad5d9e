import type { Message, Values } from '../../messages/define.ts';
import type { MigrationType } from '../../state/frames/migrations.ts';
import type { Facts } from './facts.ts';
import type { MoveRequest } from './request.ts';

/** Where in the order of a validation a check stands (seed 5, page 35). */
export type CheckGroup = 'capability' | 'mapping' | 'readiness' | 'resources' | 'rmc' | 'software';

/** What a check has found: the values of its message, and what stands below it under `Details:`. */
export interface Found {
  readonly values: Readonly<Record<string, number | string>>;
  /** Lines, or further messages. */
  readonly details?: readonly string[];
  /** Another text than the check's own, where one check has several. */
  readonly message?: Message;
}

/** One row of the table of checks. */
export interface Check {
  /** As the reference numbers it: G06, V05. */
  readonly id: string;
  readonly group: CheckGroup;
  readonly types: readonly MigrationType[];
  /** `W`: the migration goes on. */
  readonly severity: 'E' | 'W';
  /** What it reads, in words: for the manual. */
  readonly reads: string;
  /** The flag that turns its error into a warning. */
  readonly override?: { readonly flag: string; readonly given: (request: MoveRequest) => boolean };
  readonly message: Message;
  readonly find: (facts: Facts) => readonly Found[];
}

/** A found fault as it is told. */
export interface Finding {
  readonly check: string;
  readonly severity: 'E' | 'W';
  readonly message: Message;
  readonly values: Readonly<Record<string, number | string>>;
  readonly details: readonly string[];
}

/** Types a found fault by the message it belongs to. */
export function found<Text extends string>(
  message: Message<Text>,
  values: Values<Text>,
  details: readonly string[] = [],
): Found {
  return { message, values: values ?? {}, details };
}

export const everyType: readonly MigrationType[] = ['active', 'inactive', 'suspended'];

/** Runs checks; those of another type of migration are left out. */
export function runChecks(checks: readonly Check[], facts: Facts): Finding[] {
  return checks
    .filter(({ types }) => types.includes(facts.type))
    .flatMap((check) => {
      const severity = check.override?.given(facts.request) ? 'W' : check.severity;
      return check.find(facts).map(({ values, details = [], message = check.message }) => ({
        check: check.id,
        severity,
        message,
        values,
        details,
      }));
    });
}
