import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { Failure, failure, misuse } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { remountAround } from '../../model/storage/around.ts';
import { isIndispensable } from '../../model/storage/indispensable.ts';
import { type Mount, mountsSeen } from '../../model/storage/mount-table.ts';
import { findMount, unmount } from '../../model/storage/unmounting.ts';
import { readStanzas } from '../shared/stanzas.ts';

/** The contract under both of its names. */
export function umountSpec(name: string): CommandSpec {
  return {
    name,
    platform: 'aix',
    purpose: 'unmounts a previously mounted file system, directory, or file',
    synopsis: [
      `${name} [ -f ] [ -a ] | [ all | allr | Device | Directory | File | FileSystem | -n Node | -t Type ]`,
    ],
    evidence: 'document',
    options: [
      flag('a', 'Unmounts all that is not in use; so does all.', 'document'),
      flag('f', 'Unmounts what a server that does not answer has.', 'document', {
        refused: 'the NFS servers of parlab always answer.',
      }),
      valued('n', 'Node', 'All that comes from this NFS server.', 'document'),
      valued('t', 'Type', 'All that have this type in /etc/filesystems.', 'document'),
    ],
    operands: { name: 'FileSystem', minimum: 0, maximum: 1 },
    exclusive: [['a', 'n', 't']],
    user: 'root',
    statuses: { 0: 'Everything is unmounted.', 1: 'Something is not mounted, or in use.' },
  };
}

/** Does the work under both names. */
export async function runUmount(args: Arguments, context: Context): Promise<number> {
  const { lab, place } = context;
  let status = 0;
  for (const each of chosen(args, context)) {
    try {
      unmount(lab, place, each);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      context.report(error.catalogued, error.values as never);
      status = 1;
      continue;
    }
    await remountAround(context, place, each.directory);
  }
  return status;
}

function chosen(args: Arguments, context: Context): Mount[] {
  const { lab, place } = context;
  const { operand } = args;
  const seen = mountsSeen(lab, place).reverse();
  const free = seen.filter(
    ({ outside, directory, wpar }) => !outside && !isIndispensable(directory, wpar !== undefined),
  );
  if (operand === 'allr') return some(seen.filter(({ node, outside }) => node !== '' && !outside));
  if (operand === 'all' || args.has('a')) return free.filter(({ made, wpar }) => !wpar || made !== 'start');
  const node = args.value('n');
  if (node !== undefined) return some(seen.filter((each) => each.node === node));
  const type = args.value('t');
  if (type !== undefined) {
    const directories = readStanzas(undefined, context)
      .filter(({ attributes }) => attributes.type === type)
      .map(({ directory }) => directory);
    return some(seen.filter(({ directory }) => directories.includes(directory)));
  }
  if (args.operands.length === 0) throw misuse(messages.wherefrom, {});
  if (operand === '') throw failure(messages.nothingToUnmount, {});
  return [findMount(lab, place, [operand, context.files('host').absolute(operand)])];
}

function some(mounts: readonly Mount[]): Mount[] {
  if (mounts.length === 0) throw failure(messages.nothingToUnmount, {});
  return [...mounts];
}

export const command: Command = { spec: umountSpec('umount'), run: runUmount };
