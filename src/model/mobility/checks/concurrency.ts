import { moverMessages as messages } from '../../../messages/mobility/movers.ts';
import { systemByKey } from '../../../state/frames/systems.ts';
import { type Check, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { countOf, running } from '../limits.ts';

const shared = { group: 'capability', severity: 'E' } as const;

function tooManyActive({ engine, machine, source, dest, mobile }: Facts): Found[] {
  const others = running(engine, machine).filter(({ partition }) => partition !== mobile.id);
  // The system with the lower limit sets it for both (reference, section 6).
  const limit = Math.min(source.max_active_migrations, dest.max_active_migrations);
  const full = [source, dest].flatMap((system) => {
    const count = countOf(others, system.id).active;
    return count < limit ? [] : [found(messages.tooManyActive, { system: system.name, count, limit })];
  });
  const elsewhere = others.find(
    (other) =>
      other.type === 'active' &&
      [other.source, other.dest].some((system) => system === source.id || system === dest.id) &&
      (other.source !== source.id || other.dest !== dest.id),
  );
  if (!elsewhere) return full;
  const name = (system: number) => systemByKey(engine, system)?.name ?? '';
  const between = { source: name(elsewhere.source), dest: name(elsewhere.dest) };
  return [...full, found(messages.otherPair, between)];
}

function tooManyInactive({ engine, machine, source, dest, mobile }: Facts): Found[] {
  const others = running(engine, machine).filter(({ partition }) => partition !== mobile.id);
  return [source, dest].flatMap((system) => {
    const count = countOf(others, system.id).inactive;
    const limit = system.max_inactive_migrations;
    return count < limit ? [] : [found(messages.tooManyInactive, { system: system.name, count, limit })];
  });
}

/** How many migrations run at once: rows G10 and G11 of the reference's table. */
export const concurrencyChecks: readonly Check[] = [
  {
    ...shared,
    id: 'G10',
    types: ['active'],
    reads:
      'Both systems have fewer active migrations than their firmware supports, and all are between the same two',
    message: messages.tooManyActive,
    find: tooManyActive,
  },
  {
    ...shared,
    id: 'G11',
    types: ['inactive', 'suspended'],
    reads: 'Both systems have fewer inactive migrations than they support',
    message: messages.tooManyInactive,
    find: tooManyInactive,
  },
];
