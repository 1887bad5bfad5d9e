import { keyMessages } from '../../../messages/keys.ts';
import { capabilityMessages as texts } from '../../../messages/mobility/capability.ts';
import { findConsole } from '../../../state/frames/consoles.ts';
import { isTrusted } from '../../../state/frames/keys.ts';
import type { Host } from '../../../state/hosts.ts';
import { atLeast } from '../../release.ts';
import { type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { consoleLevel } from '../levels.ts';

/** Levels and fixes that the consoles need, and keys where there are two of them. */
export function consolesFound(facts: Facts): Found[] {
  const { console, remote, request } = facts;
  const both = remote ? [console, remote.console] : [console];
  const levels = both.flatMap((each) => {
    const values = { console: each.name, level: each.release };
    const level = consoleLevel(each);
    if (!atLeast(level, '7.3.2')) return [found(texts.console, values)];
    if (remote && !atLeast(level, '7.3.4')) return [found(texts.remote, values)];
    if (!atLeast(level, '7.3.3') && !hasFix(facts, each)) return [found(texts.fix, values)];
    return [];
  });
  const everything =
    request.everything && !atLeast(consoleLevel(console), '7.7.8') && levels.length === 0
      ? [found(texts.everything, { console: console.name, level: console.release })]
      : [];
  return [...levels, ...everything, ...keysFound(facts)];
}

function hasFix({ engine }: Facts, console: Host): boolean {
  return /\bMH01062\b/.test(findConsole(engine, console.name)?.fixes ?? '');
}

function keysFound({ engine, console, remote }: Facts): Found[] {
  if (!remote) return [];
  const trusted = isTrusted(engine, console.name, remote.console.name, remote.user);
  return trusted ? [] : [found(keyMessages.notSetUp, { user: remote.user })];
}
