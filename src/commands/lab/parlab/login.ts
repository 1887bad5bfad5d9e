import { failure } from '../../../messages/failure.ts';
import { runtimeMessages } from '../../../messages/runtime.ts';
import { type Place as Location, placeName } from '../../../model/place.ts';
import { interfacesOf } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import { networksOf } from '../../../state/wpars.ts';
import { layable } from './layable.ts';
import { requirePlace } from './require.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/**
 * `parlab login`: a login over the network, as telnet or ssh would be. What is started there runs under the partition's own
 * daemons: unlike that of a clogin it survives a checkpoint (seed 1).
 */
export const login = subcommand({
  synopsis: 'login <place>',
  summary: 'Logs in to a host or a WPAR over its network, or runs a command there',
  declare: (parser) =>
    parser
      .positional('place', {
        type: 'string',
        demandOption: true,
        describe: 'A host, a WPAR, or HOST/WPAR; words after it are a command',
      })
      .example('$0 login wp03', '')
      .example('$0 login wp03 uptime', ''),
  async run({ place: name }, place) {
    const { caller, rest } = place;
    const status = await withLab(place, async (lab) => {
      const location = requirePlace(lab, name);
      layable(location.host);
      requireReachable(lab, location);
      const { loginWish, stay } = await import('../../../runtime/stay.ts');
      return await stay(lab, location, loginWish(rest, caller.stdout.terminal === true, true), caller);
    });
    return { status, data: { status }, text: '' };
  },
});

/** @throws Failure for a place that nobody on the network can reach */
function requireReachable({ engine }: Lab, location: Location): void {
  const { host, wpar } = location;
  if (wpar && wpar.state !== 'A') throw failure(runtimeMessages.noAnswer, { place: wpar.name });
  const addresses = wpar
    ? networksOf(engine, wpar.id)
    : interfacesOf(engine, host.name).filter(({ address, address6 }) => address ?? address6);
  // Seed 1: a WPAR without a network can be entered by clogin only.
  if (addresses.length === 0) throw failure(runtimeMessages.noAddress, { place: placeName(location) });
}
