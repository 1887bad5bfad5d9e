import { Chalk } from 'chalk';
import type { Caller } from '../../../cli/call.ts';
import type { Form } from './report.ts';

/** The dress of reports for this caller: colours only where they are wanted. */
export function makeForm(caller: Caller): Form {
  const colour = new Chalk({ level: wantsColour(caller) ? 1 : 0 });
  return {
    colour,
    async table(head, rows) {
      const { formatColumns } = await import('./columns.ts');
      return formatColumns(
        head.map((title) => colour.bold(title)),
        rows,
      );
    },
    facts(rows) {
      const width = Math.max(...rows.map(([name]) => name.length));
      return rows.map(([name, value]) => `${colour.bold(name.padEnd(width))}  ${value}\n`).join('');
    },
  };
}

// https://no-color.org and https://force-color.org
function wantsColour(caller: Caller): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = caller.environment;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return caller.stdout.terminal === true && TERM !== 'dumb';
}
