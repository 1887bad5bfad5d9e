import { layable } from './layable.ts';
import { requireHost } from './require.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab run`: a script of the user's, on a host. */
export const run = subcommand({
  synopsis: 'run <host> <script>',
  summary: 'Runs a script of yours on a host; its exit status is that of the script',
  declare: (parser) =>
    parser
      .positional('host', { type: 'string', demandOption: true, describe: 'The host' })
      .positional('script', {
        type: 'string',
        demandOption: true,
        describe: 'A file of yours, or - for the standard input; all words after it are its own',
      })
      .example('$0 run l488pp008 ./build-wpars.sh dev03 dev04', ''),
  async run({ host: name, script }, place) {
    const { caller, rest } = place;
    const { readScript, scriptWish, stay } = await import('../../../runtime/stay.ts');
    // yargs hands a lone dash on as nothing.
    const typed = script === '' && place.argv.includes('-');
    const wish = scriptWish(typed ? undefined : readScript(script, caller), rest);
    const status = await withLab(place, (lab) =>
      stay(lab, { host: layable(requireHost(lab, name)) }, wish, caller),
    );
    return { status, data: { status }, text: '' };
  },
});
