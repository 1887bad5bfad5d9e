import { failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { findHost, type Host, type Platform } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';

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
