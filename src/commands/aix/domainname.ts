import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import { kernelValue, setKernelValue } from '../../model/system/kernel-values.ts';

const spec: CommandSpec = {
  name: 'domainname',
  platform: 'aix',
  purpose: 'shows or sets the name of the NIS domain',
  synopsis: ['domainname [ DomainName ]'],
  evidence: 'document',
  options: [],
  operands: { name: 'DomainName', minimum: 0, maximum: 1 },
  user: 'any',
  statuses: { 0: 'The name is shown or set.', '>0': 'It could not be set.' },
};

function run(args: Arguments, context: Context): number {
  const { engine, place, lab } = context;
  const [name] = args.operands;
  if (name === undefined) {
    context.stdout.write(`${kernelValue(engine, place, 'domainName') ?? ''}\n`);
    return 0;
  }
  if (context.user !== 'root') throw failure(labMessages.onlyRoot, {});
  if (name === '' || name.length > 255 || /[^\x21-\x7e]/.test(name))
    throw failure(messages.badName, { name: name.slice(0, 60) });
  lab.update((change) => setKernelValue(change, place, 'domainName', name));
  return 0;
}

export const command: Command = { spec, run };
