import type { Message } from '../messages/define.ts';
import { labMessages } from '../messages/lab.ts';
import { viosCommandMessages } from '../messages/vios-commands.ts';
import type { Host } from '../state/hosts.ts';

/**
 * What the shell of a host says of a command that it does not have: on a console bash, on a VIO server padmin's restricted
 * shell, elsewhere ksh.
 */
export function noCommand(
  { platform }: Pick<Host, 'platform'>,
  name: string,
): Message<`${string}{name}${string}`> {
  const hasSlash = name.includes('/');
  if (platform === 'hmc') return hasSlash ? labMessages.slashOnConsole : labMessages.notOnConsole;
  if (platform === 'vios') return hasSlash ? viosCommandMessages.restricted : viosCommandMessages.notFound;
  return labMessages.notOnHost;
}
