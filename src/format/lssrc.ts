/** Layouts of lssrc. The short status: recalled, as published listings have it; `-S`: recalled. */
import type { Definition, Subsystem } from '../model/processes/subsystems.ts';

/** With its blank at the end. */
const titles = 'Subsystem         Group            PID          Status \n';

/** Name, group, number and state of each. */
export function shortStatus(subsystems: readonly Subsystem[]): string {
  const rows = subsystems.map(({ name, definition, pid }) => {
    const columns = [name.padEnd(16), definition.group.padEnd(16), String(pid ?? '').padEnd(12)];
    return ` ${columns.join(' ')} ${pid === undefined ? 'inoperative' : 'active'}\n`;
  });
  return titles + rows.join('');
}

const contacts: Readonly<Record<Definition['contact'], string>> = {
  queue: '-I',
  signals: '-S',
  sockets: '-K',
};

/** The records of the Object Data Manager, colons between their fields. */
export function recordStatus(subsystems: readonly Pick<Subsystem, 'definition' | 'name'>[]): string {
  const head =
    '#subsysname:synonym:cmdargs:path:uid:auditid:standin:standout:standerr:action:multi:contact:svrkey:svrmtype:priority:signorm:sigforce:display:waittime:grpname:\n';
  const rows = subsystems.map(({ name, definition: each }) =>
    [
      name,
      each.synonym,
      each.arguments,
      each.path,
      each.user,
      0,
      each.input,
      each.output,
      each.error,
      each.restarts ? '-R' : '-O',
      each.several ? '-q' : '-Q',
      contacts[each.contact],
      each.queue,
      each.messageType,
      each.nice,
      each.normalSignal,
      each.forceSignal,
      each.shown ? '-d' : '-D',
      each.wait,
      each.group,
      '',
    ].join(':'),
  );
  return head + rows.map((row) => `${row}\n`).join('');
}
