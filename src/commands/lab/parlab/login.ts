import type { Caller } from '../../../cli/call.ts';
import { failure } from '../../../messages/failure.ts';
import { runtimeMessages } from '../../../messages/runtime.ts';
import { userMessages } from '../../../messages/users.ts';
import { type Place as Location, placeName } from '../../../model/place.ts';
import { checkPassword } from '../../../model/users/identity.ts';
import { interfacesOf } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import { networksOf } from '../../../state/wpars.ts';
import { requirePassword } from '../../shared/require-password.ts';
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
      .option('user', {
        alias: 'l',
        type: 'string',
        requiresArg: true,
        default: 'root',
        describe: 'The user there; stands before or right after the place',
      })
      .example('$0 login wp03', '')
      .example('$0 login wp03 uptime', ''),
  async run({ place: name, user }, place) {
    const { caller, rest } = place;
    const status = await withLab(place, async (lab) => {
      const location = requirePlace(lab, name);
      layable(location.host);
      requireReachable(lab, location);
      await requireRight(lab, location, user, caller);
      const { loginWish, stay } = await import('../../../runtime/stay.ts');
      const { visitorOf } = await import('../../../runtime/visitor.ts');
      const visitor = visitorOf(lab, location, user);
      if (!visitor) throw failure(userMessages.loginWrong, {});
      const way = { terminal: caller.stdout.terminal === true, greeted: true };
      return await stay(lab, location, loginWish(rest, visitor, way), caller);
    });
    return { status, data: { status }, text: '' };
  },
});

/**
 * A user with a password has to say it. Root without one may come in, as on an AIX that was just installed; nobody else.
 * @throws Failure
 */
async function requireRight(lab: Lab, location: Location, user: string, caller: Caller): Promise<void> {
  if (user === 'root' && checkPassword(lab, location, user, '') === 'none') return;
  if (checkPassword(lab, location, user, '') === 'ok') return;
  const ask = caller.ask ?? (await import('../../../cli/ask.ts')).ask;
  await requirePassword(lab, location, user, ask);
}

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
