import type { Lab } from '../../state/lab.ts';
import type { Place } from '../place.ts';
import { readPlaceFile } from '../tree/files.ts';

export interface KnownUser {
  readonly name: string;
  readonly id: number;
  /** Number of the user's own group. */
  readonly group: number;
}

/** The users that a place's /etc/passwd names; it is one's own file there, so what makes no sense is left out. */
export function usersOf(lab: Lab, place: Place): KnownUser[] {
  return records(lab, place, '/etc/passwd').flatMap(([name = '', , id = '', group = '']) =>
    isNumber(id) ? [{ name, id: Number(id), group: isNumber(group) ? Number(group) : 0 }] : [],
  );
}

/** The names of groups by their numbers. */
export function groupsOf(lab: Lab, place: Place): Map<number, string> {
  const entries = records(lab, place, '/etc/group').flatMap(([name = '', , id = '']): [number, string][] =>
    isNumber(id) ? [[Number(id), name]] : [],
  );
  return new Map(entries.reverse());
}

const isNumber = (text: string) => /^\d{1,10}$/.test(text);

// Whoever is inside may write anything there: a name goes to terminals.
function records(lab: Lab, place: Place, path: string): string[][] {
  const lines = (readPlaceFile(lab, place, path) ?? '').split('\n');
  return lines.map((line) => line.split(':')).filter(([name = '']) => /^[\x21-\x7e]{1,256}$/.test(name));
}
