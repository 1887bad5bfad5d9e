import { fillIn, type Values } from '../../../messages/define.ts';
import { drtestMessages } from '../../../messages/drtest.ts';

/** How bad it is: a script with warnings conforms, one with problems does not. */
export type Verdict = 'pass' | 'problem' | 'warning';

/** Something that the author of a script should know. */
export interface Finding {
  /** Key of its text in the catalogue. */
  readonly rule: string;
  readonly verdict: 'problem' | 'warning';
  /** Call it is about: `prerelease mem`; undefined: the file. */
  readonly call: string | undefined;
  /** What is so, and what to do. */
  readonly text: string;
}

export type Rule = keyof typeof drtestMessages;

/** What makes drmgr refuse the script, or lose what it says, or spoils a request; the rest are warnings. */
const problems: ReadonlySet<Rule> = new Set<Rule>([
  'badTimeout',
  'carriageReturn',
  'descriptionFails',
  'errorIgnored',
  'errorMissing',
  'givenUp',
  'noInterpreter',
  'noItem',
  'noResource',
  'notExecutable',
  'notRegistered',
  'notRestored',
  'outputCut',
  'refusedLine',
  'strangeResource',
  'timeOver',
]);

/** Texts of the script stand in findings no longer than this. */
const longestQuote = 80;

export function finding<Name extends Rule>(
  rule: Name,
  call: string | undefined,
  values: Values<(typeof drtestMessages)[Name]['text']>,
): Finding {
  const given: Readonly<Record<string, string | number>> = values ?? {};
  const shortened = Object.entries(given).map(([name, value]) => [name, quotable(value)]);
  return {
    rule,
    verdict: problems.has(rule) ? 'problem' : 'warning',
    call,
    text: fillIn(drtestMessages[rule].text, Object.fromEntries(shortened)),
  };
}

function quotable(value: string | number): string | number {
  if (typeof value === 'number' || value.length <= longestQuote) return value;
  return `${value.slice(0, longestQuote - 3)}...`;
}

/** The worst of some. */
export function worst(findings: readonly Pick<Finding, 'verdict'>[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'problem')) return 'problem';
  return findings.length > 0 ? 'warning' : 'pass';
}
