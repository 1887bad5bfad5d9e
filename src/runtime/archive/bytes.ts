/** Names of files are bytes. In this program each character of a name is one byte; these are the ways out of that. */

export function bytesOf(name: string): Buffer {
  return Buffer.from(name, 'latin1');
}

export function nameOf(bytes: Buffer): string {
  return bytes.toString('latin1');
}

/** The name as text; undefined if its bytes are no UTF-8. */
export function textOf(name: string): string | undefined {
  const bytes = bytesOf(name);
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}

/** A text as a name. */
export function nameOfText(text: string): string {
  return nameOf(Buffer.from(text, 'utf8'));
}

/** `/` for `./`, `/etc/motd` for `./etc/motd`. */
export function pathOfMember(name: string): string {
  return name.slice(1);
}

/** Whether a path is a directory or below it. */
export function isBelow(path: string, directory: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}

export function joined(directory: string, name: string): string {
  return directory === '/' ? `/${name}` : `${directory}/${name}`;
}
