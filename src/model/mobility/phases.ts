/** The steps of a migration after its validation (seed 5, pages 5, 42 to 44), one effect each on the state. */
import { mobilityMessages as messages } from '../../messages/mobility.ts';
import type { Change } from '../../state/change.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import { logError } from '../../state/frames/error-log.ts';
import { type CopySchedule, copied, type Migration, planOf } from '../../state/frames/migrations.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { pagesOf, speedOf } from './channel.ts';
import { copySeconds, planCopy, seconds } from './durations.ts';
import { finishMigration } from './finish.ts';
import { makeShell } from './make-shell.ts';
import { updateMigration } from './record.ts';
import { resumeThere } from './resume.ts';
import { makeServerAdapters } from './server-adapters.ts';
import { type Told, told } from './suffer.ts';

/** Steps in their order; `validate` comes before there is anything to undo. */
export type Step =
  | 'cleanup'
  | 'copy'
  | 'devices'
  | 'movers'
  | 'prepare'
  | 'resume'
  | 'shell'
  | 'suspend'
  | 'validate';

export interface Effect {
  /** What comes next, and after how many lab seconds; nothing comes after the last step. */
  readonly next?: Step;
  readonly seconds?: number;
  /** It cannot be done: what has been done has to be undone. */
  readonly reasons?: readonly Told[];
}

/** What each step does; `at` are the lab seconds at which it was due, which may have gone by. */
export const phaseEffects: Readonly<
  Record<Exclude<Step, 'validate'>, (change: Change, migration: Migration, at: number) => Effect>
> = {
  shell(change, migration) {
    const shell = makeShell(change, migration);
    if (typeof shell === 'string') return { reasons: [told(messages.noRoom, { what: shell })] };
    updateMigration(change, migration, { phase: 'shell', shell, dest_id: planOf(migration).destId });
    return migration.type === 'active'
      ? { next: 'movers', seconds: seconds.movers }
      : afterAdapters('devices', migration);
  },
  movers(change, migration) {
    updateMigration(change, migration, { phase: 'movers' });
    return { next: 'prepare', seconds: seconds.prepare };
  },
  prepare(change, migration) {
    updateMigration(change, migration, { phase: 'prepare' });
    const mobile = partitionByKey(change.engine, migration.partition);
    if (mobile?.os_version.startsWith('AIX')) logError(change, mobile.id, departure);
    return afterAdapters('devices', migration);
  },
  devices(change, migration) {
    makeServerAdapters(change, migration, planOf(migration).adapters);
    updateMigration(change, migration, { phase: 'devices' });
    // An inactive or suspended one has no memory to copy.
    return { next: migration.type === 'active' ? 'copy' : 'resume', seconds: 1 };
  },
  copy(change, migration, at) {
    const mobile = partitionByKey(change.engine, migration.partition);
    if (!mobile) throw new Error('the migrating partition is gone');
    const { memory } = amountsOf(change.engine, mobile.id);
    const speed = speedOf(change.engine, migration, planOf(migration));
    const { copy } = planCopy(at, pagesOf(mobile, memory), speed);
    updateMigration(change, migration, { phase: 'copy', copy: JSON.stringify(copy) });
    return { next: 'suspend', seconds: copySeconds(beforeSuspension(copy)) };
  },
  suspend(change, migration) {
    const copy = JSON.parse(migration.copy ?? '{"passes":[]}') as CopySchedule;
    const last = copy.passes.at(-1)?.mb ?? 0;
    const { transmitted } = copied(migration, copy.begins + copySeconds(copy) + 1);
    const remaining = Math.round(last * 1_048_576);
    updateMigration(change, migration, { phase: 'suspend', transmitted: transmitted - remaining, remaining });
    return { next: 'resume', seconds: Math.min(1, Math.ceil(copy.passes.at(-1)?.seconds ?? 0)) };
  },
  resume(change, migration) {
    updateMigration(change, migration, {
      transmitted: migration.transmitted + migration.remaining,
      remaining: 0,
    });
    resumeThere(change, migration);
    return { next: 'cleanup', seconds: seconds.cleanup };
  },
  cleanup(change, migration) {
    finishMigration(change, migration);
    return {};
  },
};

// Number and text: captured errpt lines of a client; label documented.
const departure = {
  identifier: '08917DC6',
  label: 'CLIENT_PMIG_STARTED',
  type: 'I',
  class: 'S',
  resource: 'pmig',
  description: 'Client Partition Migration Started',
} as const;

function afterAdapters(next: Step, migration: Migration): Effect {
  return { next, seconds: planOf(migration).adapters.length * seconds.adapter };
}

// The last pass goes over while the partition stands still.
function beforeSuspension(copy: CopySchedule): CopySchedule {
  return { ...copy, passes: copy.passes.slice(0, -1) };
}
