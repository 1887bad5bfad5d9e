import { isStateLetter, stateWords } from '../../../../model/wpar/states.ts';
import type { SqlValue } from '../../../../state/engine.ts';
import type { Difference } from '../../../../state/snapshots/compare.ts';

/** A difference as a line: `l488pp008 dev01: state Defined -> Active`. */
export function describeDifference(difference: Difference): string {
  const { host, wpar, partition = '', part, change, field } = difference;
  const what = [host, wpar, partition, part].filter((word) => word !== '').join(' ');
  if (change !== 'changed') return `${what}: ${change}`;
  if (field === 'content') return `${what}: content changed`;
  return `${what}: ${field} ${value(field, difference.from)} -> ${value(field, difference.to)}`;
}

function value(field: string | undefined, raw: SqlValue | undefined): string {
  if (raw === null || raw === undefined) return 'none';
  const text = String(raw);
  if (field === 'state' && isStateLetter(text)) return stateWords[text];
  return text === '' ? "''" : text;
}
