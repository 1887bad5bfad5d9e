/** What a script says on its standard output: `name=value`, one a line (seed 4, "Script Execution Environment"). */

/** Levels of DR_LOG_, with those of syslog by the same names (seed 4). */
export const logLevels = {
  DR_LOG_EMERG: 'emerg',
  DR_LOG_ERR: 'err',
  DR_LOG_WARNING: 'warning',
  DR_LOG_INFO: 'info',
  DR_LOG_DEBUG: 'debug',
} as const;
export type LogLevel = (typeof logLevels)[keyof typeof logLevels];

export interface Said {
  readonly name: string;
  readonly value: string;
  /** Of the output, from 1. */
  readonly line: number;
}

/** No longer text is kept of a value: what is shown and logged is for people (ours). */
export const longestValue = 1024;

/**
 * The pairs of an output. Text in quotation marks and bare text count alike (seed 4 says parentheses and shows quotation
 * marks); what does not begin with `DR_` is nobody's concern.
 */
export function readOutput(text: string): Said[] {
  return text.split('\n').flatMap((each, index) => {
    const [, name, value] = /^[ \t]*(DR_[A-Za-z0-9_]+)=(.*?)[ \t\r]*$/s.exec(each.slice(0, 16_384)) ?? [];
    if (name === undefined || value === undefined) return [];
    return [{ name, value: shortened(unquoted(value)), line: index + 1 }];
  });
}

function unquoted(value: string): string {
  return /^"(.*)"$/s.exec(value)?.[1] ?? value;
}

function shortened(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue - 3)}...` : value;
}
