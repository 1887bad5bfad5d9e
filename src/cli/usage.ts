import type { CommandSpec } from './spec.ts';

/** `Usage:` and the documented synopsis; how AIX prints these commands' own usage was not found. */
export function usageText(spec: Pick<CommandSpec, 'synopsis'>): string {
  return `Usage: ${spec.synopsis.join('\n       ')}\n`;
}
