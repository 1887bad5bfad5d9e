import { fillIn, type Message } from '../messages/define.ts';
import { Failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { featuresOf } from '../model/release.ts';
import { LabTrouble } from '../state/trouble.ts';
import { Arguments, parseArguments } from './arguments.ts';
import type { Command, Context } from './context.ts';
import type { CommandSpec } from './spec.ts';
import { usageText } from './usage.ts';

/** Runs a command in a context: parsing, the work, and the printing of failures. @returns the exit status */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  context: Context,
): Promise<number> {
  const { spec } = command;
  try {
    const args = await readArguments(spec, argv, context);
    if (spec.parse === 'hmc' && args.has('-help')) {
      context.stdout.write(usageText(spec));
      return 0;
    }
    if (spec.user === 'root' && context.user !== 'root') {
      context.report(labMessages.onlyRoot, {});
      return 1;
    }
    return await command.run(args, context);
  } catch (error) {
    return explain(error, command, context);
  }
}

async function readArguments(
  spec: CommandSpec,
  argv: readonly string[],
  context: Context,
): Promise<Arguments> {
  if (spec.parse === 'hmc') return (await import('./hmc/parameters.ts')).parseParameters(spec, argv);
  if (spec.parse === 'vios') return (await import('./vios/words.ts')).parseWords(spec, argv);
  if (spec.parse === 'none') return new Arguments({}, new Map(), argv);
  return parseArguments(spec, argv, spec.platform === 'aix' ? context.host.release : undefined);
}

function explain(error: unknown, command: Command, context: Context): number {
  if (error instanceof Failure) {
    const { errors } = command.spec;
    const catalogued = errors === undefined ? error.catalogued : { ...error.catalogued, stream: errors };
    context.report(catalogued, error.values as never);
    if (error.usage) context.stderr.write(usageText(command.spec));
    return error.catalogued.status ?? 1;
  }
  if (error instanceof LabTrouble) {
    context.report(labMessages.trouble, { trouble: error.message });
    return 1;
  }
  context.report(labMessages.internal, {
    error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
  if (context.environment.PARLAB_DEBUG)
    context.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  return labMessages.internal.status;
}

/** A message as the host words it. */
export function messageText(
  message: Message,
  values: Readonly<Record<string, string | number>> | undefined,
  place: { readonly command: string; readonly release: string },
): string {
  const old = message.aix61 !== undefined && featuresOf(place.release).prefixedProgress;
  return `${fillIn(old ? (message.aix61 ?? '') : message.text, { command: place.command, ...values })}\n`;
}
