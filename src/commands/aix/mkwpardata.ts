import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { savedMounts } from '../../model/backup/mounts.ts';
import { measureWpar, requireSavable, writeImageData } from '../../model/backup/save.ts';
import { noMaps } from './savewpar.ts';

const spec: CommandSpec = {
  name: 'mkwpardata',
  platform: 'aix',
  purpose: 'writes down the file systems of a workload partition for savewpar',
  synopsis: ['mkwpardata [ -X ] [ -m ] WparName'],
  evidence: 'document',
  options: [
    flag('X', 'Makes /tmp larger if that is needed, which it never is.', 'document'),
    flag('m', 'Writes maps of the logical volumes.', 'document', { refused: noMaps }),
  ],
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  user: 'root',
  statuses: { 0: 'The file is written.', 1: 'It is not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const wpar = requireSavable(context, args.operand);
  const saved = savedMounts(context.engine, wpar, { nfs: false, namefs: true });
  const { used } = await measureWpar(context, { host: context.host, wpar }, { ...saved, exclude: [] });
  context.lab.update((change) => {
    writeImageData(context, wpar, used);
    change.note(context.host.name, wpar.name, 'image.data written');
  });
  return 0;
}

export const command: Command = { spec, run };
