/** Lines of /etc/passwd and /etc/group. Lines that are none are passed over, and stay where they are. */

export interface Account {
  readonly name: string;
  /** `!`: in /etc/security/passwd; `*`: none is set; empty: none is needed. */
  readonly password: string;
  readonly uid: number;
  readonly gid: number;
  readonly gecos: string;
  readonly home: string;
  /** `''`: the usual one. */
  readonly shell: string;
}

export interface Group {
  readonly name: string;
  readonly password: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** The greatest id that a file may hold. */
export const greatestId = 4_294_967_295;

// A group of ten thousand users has a long line; one of megabytes is none.
const longestLine = 262_144;

/** The first entry of each name. */
export function readAccounts(text: string): Account[] {
  return entries(text, 7, ([name = '', password = '', uid, gid, gecos = '', home = '', shell = '']) => {
    const ids = { uid: readId(uid), gid: readId(gid) };
    if (ids.uid === undefined || ids.gid === undefined) return undefined;
    return { name, password, uid: ids.uid, gid: ids.gid, gecos, home, shell };
  });
}

/** The first entry of each name. */
export function readGroups(text: string): Group[] {
  return entries(text, 4, ([name = '', password = '', id, members = '']) => {
    const gid = readId(id);
    if (gid === undefined) return undefined;
    return { name, password, gid, members: members.split(',').filter((member) => member !== '') };
  });
}

function entries<Entry extends { readonly name: string }>(
  text: string,
  fields: number,
  read: (fields: readonly string[]) => Entry | undefined,
): Entry[] {
  const found = new Map<string, Entry>();
  for (const line of text.split('\n')) {
    if (line.length > longestLine || /^[\s:#]/.test(line)) continue;
    const words = line.split(':', fields + 1);
    const entry = words.length === fields ? read(words) : undefined;
    if (entry && !found.has(entry.name)) found.set(entry.name, entry);
  }
  return [...found.values()];
}

/** @returns undefined for what is no id */
export function readId(word: string | undefined): number | undefined {
  if (word === undefined || !/^\d{1,10}$/.test(word)) return undefined;
  const id = Number(word);
  return id <= greatestId ? id : undefined;
}

export function accountLine(account: Account): string {
  const { name, password, uid, gid, gecos, home, shell } = account;
  return [name, password, uid, gid, gecos, home, shell].join(':');
}

export function groupLine({ name, password, gid, members }: Group): string {
  return [name, password, gid, members.join(',')].join(':');
}

/**
 * @param line undefined: every entry of that name goes
 * @returns the text with another line for a name; added at the end if there was none
 */
export function changeLine(text: string, name: string, line: string | undefined): string {
  const lines = text.split('\n');
  const fields = line?.split(':').length;
  const isEntry = (each: string) =>
    each.startsWith(`${name}:`) && (fields === undefined || each.split(':', fields + 1).length === fields);
  if (line === undefined) return lines.filter((each) => !isEntry(each)).join('\n');
  const index = lines.findIndex(isEntry);
  if (index >= 0) return lines.with(index, line).join('\n');
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${line}\n`;
}
