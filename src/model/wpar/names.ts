import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';

/** mkwpar, chwpar and wparexec pages: at most 25 bytes. */
const longest = 25;

// The manual's list of symbols contains a `0`; seeds 1 and 3 use names such as dev01 and wp03, so only a leading 0 is
// refused (the manual's other rule). White space is refused too.
const forbidden = /[\s=:/!;`'"<>~&()*+[\],.^{}|\\]/;

/** `Global` names the global environment in other commands (`audit -@ Global`), so no WPAR may have it. */
const reserved = 'Global';

/** @throws Failure if a WPAR may not have this name */
export function checkName(name: string): void {
  if (name === '') throw failure(messages.nameEmpty, {});
  if (Buffer.byteLength(name) > longest) throw failure(messages.nameLong, { name, longest });
  if (/^[-0]/.test(name)) throw failure(messages.nameStart, { name });
  if (forbidden.test(name)) throw failure(messages.nameCharacter, { name });
  if (name === reserved) throw failure(messages.nameReserved, { name });
}

/**
 * RFC 1123 names, dotted: what AIX `hostname` takes.
 * @throws Failure
 */
export function checkHostname(hostname: string): void {
  const valid =
    hostname.length <= 255 &&
    hostname.split('.').every((label) => /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label));
  if (!valid) throw failure(messages.hostnameInvalid, { hostname });
}
