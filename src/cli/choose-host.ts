import type { Registered } from '../commands/registry.ts';
import { failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { findHost, type Host, type Platform } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';

/**
 * A name that exists on two platforms: the host that `PARLAB_HOST` names decides, else the words of the command line
 * (`-dev` is a VIO server's, `-l` is AIX's).
 */
export function chooseTwin(
  lab: Lab,
  registered: Registered,
  argv: readonly string[],
  named: string | undefined,
): Registered {
  const { twin } = registered;
  if (!twin) return registered;
  const platform = named ? findHost(lab.engine, named)?.platform : undefined;
  if (platform === registered.platform) return registered;
  if (platform === twin.platform) return twin;
  return argv.some((word) => twin.words?.test(word)) ? twin : registered;
}

/**
 * The host a command typed in a plain shell acts on: of its own platform, the one that `PARLAB_HOST` names, else the
 * one of `parlab use`, else the world's default, else the only one.
 * @throws Failure
 */
export function chooseHost(lab: Lab, platform: Platform, named: string | undefined): Host {
  if (named) {
    const host = findHost(lab.engine, named);
    if (!host) throw failure(labMessages.unknownHost, { host: named, by: 'PARLAB_HOST' });
    if (host.platform === platform) return host;
  }
  const usual = lab.meta(`use.${platform}`) ?? lab.meta(`default.${platform}`);
  const host = usual === undefined ? undefined : findHost(lab.engine, usual);
  if (host) return host;
  const only = lab.engine.get<Host>('SELECT * FROM host WHERE platform = ? ORDER BY name LIMIT 1', platform);
  if (!only) throw failure(labMessages.noHost, { platform });
  return only;
}
