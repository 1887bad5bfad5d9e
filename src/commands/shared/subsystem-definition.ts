import type { Arguments } from '../../cli/arguments.ts';
import { failure } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import type { Definition } from '../../model/processes/subsystems.ts';

/** @throws Failure unless the words may be a subsystem's, or its group's (30 bytes with their end: mkssys page) */
export function checkName(name: string): string {
  if (!/^[\x21-\x7e]{1,29}$/.test(name) || /[:/]/.test(name)) throw failure(messages.badName, { name });
  return name;
}

/** What the flags of mkssys and chssys say, over what there is. @throws Failure */
export function changedDefinition(args: Arguments, before: Definition): Definition {
  const text = (flag: string, now: string) => args.value(flag) ?? now;
  const number = (flag: string, now: number, low: number, high: number) =>
    numberOf(args, flag, low, high) ?? now;
  const either = (yes: string, no: string, now: boolean) =>
    args.has(yes) ? true : args.has(no) ? false : now;
  const signals = args.has('S');
  const queue = args.has('I');
  return {
    group: args.has('G') ? checkName(text('G', '')) : before.group,
    path: pathOf(text('p', before.path)),
    arguments: text('a', before.arguments),
    user: number('u', before.user, 0, 4_294_967_295),
    synonym: args.has('t') ? checkName(text('t', '')) : before.synonym,
    input: pathOf(text('i', before.input)),
    output: pathOf(text('o', before.output)),
    error: pathOf(text('e', before.error)),
    restarts: either('R', 'O', before.restarts),
    shown: either('d', 'D', before.shown),
    several: before.several && !args.has('Q'),
    contact: signals ? 'signals' : queue ? 'queue' : args.has('K') ? 'sockets' : before.contact,
    queue: number('I', before.queue, 0, 2_147_483_647),
    messageType: number('m', before.messageType, 0, 2_147_483_647),
    normalSignal: number('n', before.normalSignal, 1, 63),
    forceSignal: number('f', before.forceSignal, 1, 63),
    nice: number('E', before.nice, 0, 39),
    wait: number('w', before.wait, 1, 99_999),
  };
}

function pathOf(path: string): string {
  if (path !== '' && !path.startsWith('/')) throw failure(messages.badPath, { path });
  return path;
}

function numberOf(args: Arguments, flag: string, low: number, high: number): number | undefined {
  const value = args.value(flag);
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= low && number <= high)) throw failure(messages.badNumber, { value, flag: `-${flag}` });
  return number;
}
