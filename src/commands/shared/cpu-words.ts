import { type Arguments, parseArguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { rsetMessages as messages } from '../../messages/rsets.ts';
import { parseCpus } from '../../model/dlpar/cpu-list.ts';

/**
 * Reads a command line whose `-c` and `-m` take several words, up to the next that is no number or range (`-c 1 3 5-7 test/x`).
 * @param last how many words at the end are operands, numbers though they may be
 * @throws Failure
 */
export function readLists(
  spec: CommandSpec,
  context: Context,
  words: readonly string[],
  last: number,
): Arguments {
  const joined: string[] = [];
  const end = words.length - last;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (index >= end || !/^-[cm]$/.test(word)) {
      joined.push(word);
      continue;
    }
    const list: string[] = [];
    while (index + 1 < end && /^\d[\d,-]*$/.test(words[index + 1] ?? '')) list.push(words[++index] ?? '');
    joined.push(word, ...(list.length > 0 ? [list.join(',')] : []));
  }
  return parseArguments(spec, joined, context.host.release);
}

/** The CPUs of `-c`; undefined without it. @throws Failure */
export function cpusOf(args: Arguments): number[] | undefined {
  return listOf(args.value('c'));
}

/** Whether `-m` names the memory region; there is one. @throws Failure */
export function memoryOf(args: Arguments): boolean {
  const regions = listOf(args.value('m'));
  const beyond = regions?.find((region) => region !== 0);
  if (beyond !== undefined) throw failure(messages.noRegion, { region: beyond });
  return regions !== undefined;
}

function listOf(value: string | undefined): number[] | undefined {
  if (value === undefined) return undefined;
  const list = parseCpus(value);
  if (!list) throw misuse(messages.badList, { value });
  return list;
}
