import type { Wpar } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import type { Work } from '../work.ts';
import { placeNow } from './control.ts';
import { type ProcessRow, processRows, type View } from './rows.ts';

/** The processes of one place, as seen from inside or from the global environment. */
export async function processesAt(work: Work, place: Place, view: View): Promise<ProcessRow[]> {
  const reals = await work.inside.processes(place);
  return processRows(work.lab, placeNow(work.lab, place), reals, view);
}

/** All that runs on a host, the programs of its WPARs among it, in the order of their numbers. */
export async function processesOn(work: Work): Promise<ProcessRow[]> {
  const { host, lab } = work;
  const running = lab.engine.all<Wpar>(
    'SELECT * FROM wpar WHERE host = ? AND init_pid IS NOT NULL AND started IS NOT NULL',
    host.name,
  );
  const places: Place[] = [{ host }, ...running.map((wpar) => ({ host, wpar }))];
  const rows = await Promise.all(places.map((place) => processesAt(work, place, 'outside')));
  return rows.flat().sort((one, other) => one.order - other.order);
}
