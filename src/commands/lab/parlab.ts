import type { Caller } from '../../cli/call.ts';
import { explainTrouble } from '../../cli/call.ts';
import { labDirectory } from '../../cli/open-lab.ts';
import { databasePath } from '../../state/lab.ts';
import { asTrouble } from '../../state/trouble.ts';
import { readWords } from './parlab/parser.ts';
import { printReport } from './parlab/report.ts';

/**
 * parlab's own command. Text for people on stdout, or JSON with `--json`; trouble on stderr.
 * @returns the exit status: 2 for words that are not understood, else what the subcommand says
 */
export async function runParlab(argv: readonly string[], caller: Caller): Promise<number> {
  try {
    const read = await readWords(argv, caller);
    if (read.kind === 'help') {
      caller.stdout.write(read.text);
      return 0;
    }
    if (read.kind === 'misuse') {
      caller.stderr.write(read.text);
      return 2;
    }
    const report = await read.run({ caller, argv, json: read.json, rest: read.rest });
    await printReport(report, read.json, caller);
    return report.status ?? 0;
  } catch (error) {
    return explainTrouble(named(error, caller), 'parlab', caller);
  }
}

// The engine's own errors become trouble that names the lab.
function named(error: unknown, caller: Caller): unknown {
  try {
    return asTrouble(error, databasePath(labDirectory(caller.environment)));
  } catch {
    return error;
  }
}
