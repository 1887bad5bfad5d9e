import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { treePath } from '../../../model/host-tree.ts';
import { layHost } from '../../../model/tree/lay.ts';
import { sentence } from './report.ts';
import { requireHost } from './require.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab path`: where a file of a host really is. */
export const path = subcommand({
  synopsis: 'path <file>',
  summary: 'Lays the files of a host and prints where one of them really is',
  declare: (parser) =>
    parser
      .positional('file', { type: 'string', demandOption: true, describe: 'HOST:/PATH' })
      .example('vi "$($0 path l488pp008:/etc/wpars/devexports)"', ''),
  run: ({ file }, place) =>
    withLab(place, (lab) => {
      const colon = file.indexOf(':');
      const name = file.slice(0, Math.max(0, colon));
      const wanted = file.slice(colon + 1);
      if (name === '' || !wanted.startsWith('/')) throw failure(parlabMessages.badPath, { path: file });
      const host = requireHost(lab, name);
      lab.update(() => layHost(lab, host));
      const real = treePath(lab, host, wanted);
      return sentence({ host: name, file: wanted, path: real }, real);
    }),
});
