import type { Context } from '../../cli/context.ts';
import { flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import type { Place } from '../../model/place.ts';
import { placeNow } from '../../model/processes/control.ts';
import { type Subsystem, subsystemsOf } from '../../model/processes/subsystems.ts';
import type { LabFacts } from '../../state/change.ts';

const remote = 'subsystems of another host are asked there: parlab on HOST COMMAND.';
const subservers = 'parlab knows subsystems, not the subservers within them.';

/** Flags that all of the SRC commands have and parlab does not. */
export const remoteHost: OptionSpec = valued('h', 'Host', 'On another host.', 'document', {
  refused: remote,
});
export const subserverFlags: readonly OptionSpec[] = [
  valued('t', 'Type', 'A subserver of this type.', 'document', { refused: subservers }),
  valued('o', 'Object', 'The object of a subserver.', 'document', { refused: subservers }),
];
export const subserverPid: OptionSpec = valued(
  'P',
  'SubserverPID',
  'The number of a subserver.',
  'document',
  {
    refused: subservers,
  },
);

/** The place one is in, with its rows as they are now. */
export function here(context: Context): Place {
  return placeNow(context.lab, context.place);
}

/** The subsystems of a group. @throws Failure 0513-086 */
export function groupOf(lab: LabFacts, place: Place, group: string): Subsystem[] {
  const found = subsystemsOf(lab, place).filter((each) => each.definition.group === group);
  if (found.length === 0 || group === '') throw failure(messages.noGroup, { name: group });
  return found;
}

/** The subsystem whose process has a number. @throws Failure */
export function subsystemWithPid(lab: LabFacts, place: Place, text: string): Subsystem {
  if (!/^\d{1,10}$/.test(text)) throw failure(messages.badNumber, { value: text, flag: '-p' });
  const found = subsystemsOf(lab, place).find((each) => each.pid === Number(text));
  if (!found) throw failure(messages.noPid, { pid: text });
  return found;
}

// mkssys and chssys have these in common (their pages).
export const definitionFlags: readonly OptionSpec[] = [
  valued('a', 'Arguments', 'Arguments of its program.', 'document'),
  valued('e', 'StandardError', 'Where its messages go.', 'document'),
  valued('i', 'StandardInput', 'Where it reads.', 'document'),
  valued('o', 'StandardOutput', 'Where it writes.', 'document'),
  valued('p', 'Path', 'Its program.', 'document'),
  valued('t', 'Synonym', 'Another name.', 'document'),
  valued('u', 'UserID', 'The number of its user.', 'document'),
  flag('O', 'It is not started again when it ends.', 'document'),
  flag('R', 'It is started again when it ends.', 'document'),
  flag('d', 'Shown by lssrc -a while it does not run.', 'document'),
  flag('D', 'Not shown then.', 'document'),
  flag('q', 'More than one may run at a time.', 'document', { refused: 'parlab runs one of each.' }),
  flag('Q', 'One may run at a time.', 'document'),
  flag('K', 'It listens to a socket.', 'document'),
  valued('I', 'MessageQueue', 'It listens to a message queue with this key; with -m.', 'document'),
  valued('m', 'MessageMtype', 'Type of messages in the queue; with -I.', 'document'),
  flag('S', 'It understands signals; with -n and -f.', 'document'),
  valued('f', 'StopForce', 'The signal that ends it by force; with -S.', 'document'),
  valued('n', 'StopNormal', 'The signal that asks it to end; with -S.', 'document'),
  valued('E', 'Nice', 'Its priority.', 'document'),
  valued('G', 'Group', 'Its group.', 'document'),
  valued('w', 'Wait', 'Seconds between the request to end and the end by force.', 'document'),
];

export const definitionExclusive: readonly (readonly string[])[] = [
  ['O', 'R'],
  ['d', 'D'],
  ['q', 'Q'],
  ['K', 'I', 'S'],
];

export const definitionNeeds: Readonly<Record<string, readonly string[]>> = {
  I: ['m'],
  S: ['n'],
  f: ['S'],
  m: ['I'],
  n: ['f'],
};
