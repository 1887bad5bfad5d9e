import { chooseHost } from '../../../cli/choose-host.ts';
import { labDirectory } from '../../../cli/open-lab.ts';
import { listSnapshots } from '../../../state/snapshots/store.ts';
import type { Report } from './report.ts';
import { commandNames } from './specs.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab names KIND`: one a line, for completion; not in the help. */
export const names = subcommand({
  synopsis: 'names <kind>',
  summary: false,
  declare: (parser) =>
    parser.positional('kind', {
      choices: ['commands', 'hosts', 'snapshots', 'wpars'] as const,
      demandOption: true,
    }),
  async run({ kind }, place): Promise<Report> {
    if (kind === 'commands') return lines(commandNames);
    if (kind === 'snapshots') {
      return lines(listSnapshots(labDirectory(place.caller.environment)).map((snapshot) => snapshot.name));
    }
    return withLab(place, (lab) => {
      if (kind === 'hosts') return lines(column(lab.engine.all('SELECT name FROM host ORDER BY name')));
      const host = chooseHost(lab, 'aix', place.caller.environment.PARLAB_HOST);
      return lines(column(lab.engine.all('SELECT name FROM wpar WHERE host = ? ORDER BY name', host.name)));
    });
  },
});

function column(rows: readonly { readonly name: string }[]): string[] {
  return rows.map((row) => row.name);
}

function lines(all: readonly string[]): Report {
  return { data: all, text: all.map((name) => `${name}\n`).join('') };
}
