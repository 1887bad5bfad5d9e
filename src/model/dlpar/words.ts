import type { DlparEvent } from './event.ts';

/** What the operating system's log calls an event (a processor addition as published; the others after it). */
export interface EventWords {
  /** `CPU addition` */
  readonly title: string;
  /** `cpu Add` */
  readonly subject: string;
}

const titles = {
  cpu: 'CPU',
  mem: 'Memory',
  capacity: 'Capacity',
  var_weight: 'Variable weight',
  pmig: 'Partition',
  phib: 'Partition',
  slot: 'I/O slot',
} as const;

const actions = {
  acquire: ['addition', 'Add'],
  release: ['removal', 'Remove'],
  migrate: ['migration', 'Migrate'],
  hibernate: ['hibernation', 'Hibernate'],
} as const;

export function eventWords({ resource, action }: Pick<DlparEvent, 'action' | 'resource'>): EventWords {
  const [noun, verb] = actions[action];
  return { title: `${titles[resource]} ${noun}`, subject: `${resource} ${verb}` };
}
