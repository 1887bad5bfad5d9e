import { layable } from './layable.ts';
import { requireHost } from './require.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab shell`: a real shell on a host. */
export const shell = subcommand({
  synopsis: 'shell <host>',
  summary: 'A real shell on a host; its files are those of the host',
  declare: (parser) =>
    parser
      .positional('host', { type: 'string', demandOption: true, describe: 'The host' })
      .example('$0 shell l488pp008', ''),
  async run({ host: name }, place) {
    const { loginWish, stay } = await import('../../../runtime/stay.ts');
    const { rootOfTrees } = await import('../../../runtime/visitor.ts');
    const way = { terminal: place.caller.stdout.terminal === true, greeted: false };
    const status = await withLab(place, (lab) => {
      const host = layable(requireHost(lab, name));
      return stay(lab, { host }, loginWish([], rootOfTrees(), way), place.caller);
    });
    return { status, data: { status }, text: '' };
  },
});
