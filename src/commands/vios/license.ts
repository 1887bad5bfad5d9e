import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { viosSpec } from './listing.ts';
import { serverHere } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'license',
  purpose: 'views and accepts the license agreement of the Virtual I/O Server',
  synopsis: ['license', 'license -view [-lang Locale]', 'license -accept [-lang Locale]'],
  options: [
    flag('accept', 'Accepts the agreement.', 'document'),
    valued('lang', 'Locale', "With -accept: the language it was read in, for the lab's log.", 'document'),
    flag('view', 'Shows the agreement.', 'document', { refused: 'parlab has no text of the agreement.' }),
  ],
  exclusive: [['accept', 'view']],
  needs: { lang: ['accept', 'view'] },
  statuses: { 0: 'The licence is accepted now, or its state is printed.', 1: 'A flag is wrong.' },
};

function run(args: Arguments, context: Context): number {
  const { id, license_accepted } = serverHere(context);
  const locale = args.value('lang');
  if (locale !== undefined && !/^[A-Za-z][\w.@-]{0,31}$/.test(locale))
    throw failure(messages.invalidLocale, { locale });
  if (!args.has('accept')) {
    context.report(license_accepted === 1 ? messages.licenseAccepted : messages.licenseOpen, {});
    return 0;
  }
  if (license_accepted === 1) return 0;
  context.lab.update((change) => {
    change.engine.run('UPDATE partition SET license_accepted = 1 WHERE id = ?', id);
    change.note(
      context.host.name,
      context.host.name,
      locale === undefined ? 'license accepted' : `license accepted (${locale})`,
    );
  });
  return 0;
}

export const command: Command = { spec, run };
