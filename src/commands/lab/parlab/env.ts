import { quoted } from '../../../format/quote.ts';
import { binFolder } from './about.ts';
import { sentence } from './report.ts';
import { subcommand } from './subcommand.ts';

/** `parlab env`: for `eval "$(bin/parlab env)"`. The manual pages need no more: man looks beside each bin of PATH. */
export const env = subcommand({
  synopsis: 'env',
  summary: 'Prints what puts the commands on PATH: eval "$(parlab env)"',
  declare: (parser) => parser,
  run: () => sentence({ bin: binFolder }, `export PATH=${quoted(binFolder)}:"$PATH"`),
});
