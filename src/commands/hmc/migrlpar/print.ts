import type { Context } from '../../../cli/context.ts';
import { messageText } from '../../../cli/run.ts';
import type { Message, Values } from '../../../messages/define.ts';
import { mobilityMessages } from '../../../messages/mobility.ts';
import type { Finding } from '../../../model/mobility/check.ts';
import type { Told } from '../../../model/mobility/suffer.ts';

/** How much is told beside the messages. */
export interface Detail {
  /** `-v`: details of warnings, too. */
  readonly verbose: boolean;
  /** `--nodetails`. */
  readonly none: boolean;
  /** `-d`: 0 leaves out what operating systems said. */
  readonly level: number;
}

/**
 * Findings in labelled groups on the standard error (`Errors:` is captured, the other two are recalled).
 * @param partition its name, where there are several
 */
export function printFindings(
  context: Context,
  findings: readonly Finding[],
  detail: Detail,
  partition: string | undefined,
): void {
  if (findings.length === 0) return;
  const errors = findings.filter(({ severity }) => severity === 'E');
  const warnings = findings.filter(({ severity }) => severity === 'W');
  const groups = [
    ...group('Errors:', errors, !detail.none && detail.level > 0),
    ...group('Warnings:', warnings, detail.verbose && !detail.none && detail.level > 0),
  ];
  printUnder(context, partition, groups.map((lines) => lines.join('\n')).join('\n\n'));
}

// A text that several findings share (one for each adapter) is told once.
function group(title: string, findings: readonly Finding[], withDetails: boolean): string[][] {
  if (findings.length === 0) return [];
  const texts = [...new Set(findings.map((finding) => textOf(finding)))];
  const details = withDetails ? [...new Set(findings.flatMap((finding) => finding.details))] : [];
  return [[title, ...texts, ...(details.length > 0 ? ['Details:', ...details] : [])]];
}

function textOf({ message, values }: { readonly message: Message; readonly values: Told['values'] }): string {
  return messageText(message, values, { command: 'migrlpar', release: '7.1' }).trimEnd();
}

/**
 * What ended an operation.
 * @param withDetails with what stands below the messages
 */
export function printTold(
  context: Context,
  reasons: readonly Told[],
  partition?: string,
  withDetails = true,
): void {
  const details = withDetails ? reasons.flatMap((reason) => reason.details ?? []) : [];
  const below = details.length > 0 ? ['Details:', ...details] : [];
  printUnder(context, partition, [...reasons.map(textOf), ...below].join('\n'));
}

function printUnder(context: Context, partition: string | undefined, text: string): void {
  if (partition !== undefined)
    context.report(mobilityMessages.partition, { partition } as Values<'{partition}:'>);
  context.stderr.write(`${text}\n`);
}
