import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import type { Place } from '../../../model/place.ts';
import { findHost, type Host } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import type { Wpar } from '../../../state/wpars.ts';

/** @throws Failure for a name the lab does not have */
export function requireHost(lab: Lab, name: string): Host {
  const host = findHost(lab.engine, name);
  if (!host) throw failure(parlabMessages.unknownHost, { host: name });
  return host;
}

/**
 * @param name of a host, of a WPAR, or `HOST/WPAR`
 * @throws Failure for a name the lab does not have, and for that of several WPARs
 */
export function requirePlace(lab: Lab, name: string): Place {
  const host = findHost(lab.engine, name);
  if (host) return { host };
  const [first = '', second] = name.split('/');
  const rows = lab.engine.all<Wpar>(
    'SELECT * FROM wpar WHERE name = ? AND (? IS NULL OR host = ?) ORDER BY host',
    second ?? first,
    second === undefined ? null : first,
    first,
  );
  const [wpar, other] = rows;
  if (!wpar) throw failure(parlabMessages.unknownPlace, { place: name });
  if (other) {
    const places = rows.map((each) => `${each.host}/${each.name}`).join(', ');
    throw failure(parlabMessages.severalPlaces, { place: name, places });
  }
  return { host: requireHost(lab, wpar.host), wpar };
}
