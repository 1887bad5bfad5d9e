/**
 * Specification files (`mkwpar -f`, `-o`, `/etc/wpars/NAME.cf`), in the form of seed 1: a bare word and a colon, then
 * eight blanks, `name = "value"`; one blank line between stanzas; the same stanza again for every address, mount, ...
 */
import { failure } from '../messages/failure.ts';
import { wparMessages as messages } from '../messages/wpar.ts';
import { attributes, type Specification, type Stanza, type StanzaName } from '../model/wpar/specification.ts';

/** @throws Failure naming the line that is not understood */
export function parseSpecification(text: string, path: string): Specification {
  const complain = (line: number, why: string) => failure(messages.specInvalid, { path, line, why });
  const stanzas: { name: StanzaName; values: Record<string, string> }[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    // `*` is the comment character of AIX stanza files; `#` is accepted as well (syntax not found for these files).
    if (line === '' || /^[*#]/.test(line)) return;
    const header = /^(\w+):$/.exec(line)?.[1];
    if (header !== undefined) {
      if (!Object.hasOwn(attributes, header)) throw complain(index + 1, `unknown stanza "${header}"`);
      stanzas.push({ name: header as StanzaName, values: {} });
      return;
    }
    const current = stanzas.at(-1);
    if (!current) throw complain(index + 1, 'an attribute before the first stanza');
    const [attribute, value] = parseAttribute(line, (why) => complain(index + 1, why));
    const allowed: readonly string[] = attributes[current.name];
    if (!allowed.includes(attribute)) {
      throw complain(index + 1, `unknown attribute "${attribute}" in stanza ${current.name}`);
    }
    if (Object.hasOwn(current.values, attribute))
      throw complain(index + 1, `attribute "${attribute}" is given twice`);
    current.values[attribute] = value;
  });
  return group(stanzas, complain);
}

function parseAttribute(line: string, complain: (why: string) => Error): [string, string] {
  const match = /^([\w+-]+)\s*=\s*(.*)$/.exec(line);
  if (!match) throw complain('expected attribute = "value"');
  const [, attribute = '', raw = ''] = match;
  const quoted = /^"([^"]*)"$/.exec(raw);
  if (!quoted && raw.includes('"')) throw complain('a quote is not closed');
  const value = quoted?.[1] ?? raw;
  if (/[^\x20-\x7e]/.test(value)) throw complain('a character that is not printable ASCII');
  return [attribute, value];
}

function group(
  stanzas: readonly { name: StanzaName; values: Stanza }[],
  complain: (line: number, why: string) => Error,
): Specification {
  const all = (name: StanzaName) =>
    stanzas.filter((stanza) => stanza.name === name).map((stanza) => stanza.values);
  const one = (name: StanzaName): Stanza => {
    const found = all(name);
    if (found.length > 1) throw complain(1, `stanza ${name} is given ${found.length} times`);
    return found[0] ?? {};
  };
  return {
    general: one('general'),
    networks: all('network'),
    routes: all('route'),
    mounts: all('mount'),
    devices: all('device'),
    kexts: all('kext'),
    resources: one('resources'),
    security: one('security'),
  };
}

/** Stanzas in the order of seed 1: general, network, mount, security; what the seed has not got goes between. */
export function formatSpecification(specification: Specification): string {
  const stanzas: [StanzaName, Stanza][] = [
    ['general', specification.general],
    ...specification.networks.map((values): [StanzaName, Stanza] => ['network', values]),
    ...specification.routes.map((values): [StanzaName, Stanza] => ['route', values]),
    ...mountOrder(specification.mounts).map((values): [StanzaName, Stanza] => ['mount', values]),
    ...(Object.keys(specification.resources).length > 0
      ? [['resources', specification.resources] as [StanzaName, Stanza]]
      : []),
    ['security', specification.security],
    ...specification.devices.map((values): [StanzaName, Stanza] => ['device', values]),
    ...specification.kexts.map((values): [StanzaName, Stanza] => ['kext', values]),
  ];
  return stanzas.map(([name, values]) => formatStanza(name, values)).join('\n');
}

function formatStanza(name: string, values: Stanza): string {
  const lines = Object.entries(values).map(([attribute, value]) => `        ${attribute} = "${value}"\n`);
  return `${name}:\n${lines.join('')}`;
}

// Seed 1: the WPAR's own file systems by directory, then /usr, /proc, /opt of the global environment.
const sharedOrder = ['/usr', '/proc', '/opt'];

function mountOrder(mounts: readonly Stanza[]): Stanza[] {
  const rank = (mount: Stanza) =>
    mount.vfs === 'namefs' ? sharedOrder.indexOf(mount.directory ?? '') : Number.NEGATIVE_INFINITY;
  const own = mounts.filter((mount) => rank(mount) < 0);
  const shared = mounts.filter((mount) => rank(mount) >= 0).sort((a, b) => rank(a) - rank(b));
  return [...own, ...shared];
}
