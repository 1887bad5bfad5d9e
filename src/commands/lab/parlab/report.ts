import type { ChalkInstance } from 'chalk';
import type { Caller } from '../../../cli/call.ts';

/** The result of a subcommand: it can print itself for people and for programs. */
export interface Report {
  /** Exit status, default 0. */
  readonly status?: number;
  /** What `--json` prints. */
  readonly data: unknown;
  /** What people read; `''` prints nothing. Where no form is asked for, nothing of it is loaded. */
  readonly text: string | ((form: Form) => string | Promise<string>);
}

/** How text is dressed. */
export interface Form {
  readonly colour: ChalkInstance;
  /** Columns two blanks apart under a bold head; no borders, no trailing blanks. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): Promise<string>;
  /** A line for each fact, the names in a column. */
  facts(rows: readonly (readonly [string, string])[]): string;
}

/** A report of one line. */
export function sentence(data: unknown, line: string, status = 0): Report {
  return { status, data, text: `${line}\n` };
}

export async function printReport(report: Report, json: boolean, caller: Caller): Promise<void> {
  if (json) {
    caller.stdout.write(`${JSON.stringify(report.data, null, 2)}\n`);
    return;
  }
  const text = typeof report.text === 'string' ? report.text : await report.text(await formOf(caller));
  if (text !== '') caller.stdout.write(text);
}

async function formOf(caller: Caller): Promise<Form> {
  const { makeForm } = await import('./form.ts');
  return makeForm(caller);
}
