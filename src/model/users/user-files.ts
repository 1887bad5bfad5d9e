import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import type { Lab } from '../../state/lab.ts';
import { type Place, present } from '../place.ts';
import { readPlaceFile, writePlaceFile } from '../tree/files.ts';
import { fileMode } from '../tree/skeleton.ts';
import {
  type Account,
  accountLine,
  changeLine,
  type Group,
  groupLine,
  readAccounts,
  readGroups,
} from './entries.ts';
import { changeStanza, readStanzas, removeStanza, type StanzaChanges, type Stanzas } from './stanzas.ts';

export const passwdFile = '/etc/passwd';
export const groupFile = '/etc/group';

/** The files of stanzas that users have. */
export type SecurityFile = 'group' | 'limits' | 'login.cfg' | 'passwd' | 'user';

// What names a user is written last: half a user is none.
const order = [
  '/etc/security/limits',
  '/etc/security/user',
  '/etc/security/passwd',
  '/etc/security/group',
  groupFile,
  passwdFile,
];

/** No file of users is longer. */
const longestFile = 32 * 1024 * 1024;

/** The files of a place that say who its users are: read once, changed in memory, written together. */
export class UserFiles {
  readonly lab: Lab;
  /** As it was when the files were read; {@link current} sees what the writing of them has laid. */
  readonly place: Place;
  readonly #read = new Map<string, string | undefined>();
  readonly #now = new Map<string, string>();
  readonly #parsed = new Map<string, unknown>();

  constructor(lab: Lab, place: Place) {
    this.lab = lab;
    this.place = present(lab.engine, place);
  }

  /** The same place as it is now. */
  current(): { readonly lab: Lab; readonly place: Place } {
    return { lab: this.lab, place: present(this.lab.engine, this.place) };
  }

  accounts(): readonly Account[] {
    return this.#parse(passwdFile, readAccounts);
  }

  groups(): readonly Group[] {
    return this.#parse(groupFile, readGroups);
  }

  stanzas(file: SecurityFile): Stanzas {
    return this.#parse(`/etc/security/${file}`, readStanzas);
  }

  account(name: string): Account | undefined {
    return this.accounts().find((account) => account.name === name);
  }

  group(name: string): Group | undefined {
    return this.groups().find((group) => group.name === name);
  }

  /** @param account undefined: the line goes */
  setAccount(name: string, account: Account | undefined): void {
    this.#change(passwdFile, (text) => changeLine(text, name, account && accountLine(account)));
  }

  /** @param group undefined: the line goes */
  setGroup(name: string, group: Group | undefined): void {
    this.#change(groupFile, (text) => changeLine(text, name, group && groupLine(group)));
  }

  setStanza(file: SecurityFile, name: string, changes: StanzaChanges): void {
    this.#change(`/etc/security/${file}`, (text) => changeStanza(text, name, changes));
  }

  removeStanza(file: SecurityFile, name: string): void {
    this.#change(`/etc/security/${file}`, (text) => removeStanza(text, name));
  }

  /** Writes what was changed; if one file cannot be written, none is. @throws Failure */
  save(): void {
    const changed = order.filter(
      (path) => this.#now.has(path) && this.#now.get(path) !== this.#read.get(path),
    );
    const done: string[] = [];
    for (const path of changed) {
      try {
        writePlaceFile(this.lab, this.place, path, this.#now.get(path) ?? '', fileMode(path));
        done.push(path);
      } catch (error) {
        this.#takeBack(done);
        const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
        throw failure(messages.cannotWrite, { path, why });
      }
    }
  }

  #takeBack(paths: readonly string[]): void {
    for (const path of paths.toReversed())
      writePlaceFile(this.lab, this.place, path, this.#read.get(path) ?? '', fileMode(path));
  }

  #parse<Result>(path: string, read: (text: string) => Result): Result {
    const known = this.#parsed.get(path);
    if (known !== undefined) return known as Result;
    const result = read(this.#text(path) ?? '');
    this.#parsed.set(path, result);
    return result;
  }

  #text(path: string): string | undefined {
    if (this.#now.has(path)) return this.#now.get(path);
    if (!this.#read.has(path)) {
      const text = readPlaceFile(this.lab, this.place, path);
      this.#read.set(path, text === undefined || text.length > longestFile ? undefined : text);
    }
    return this.#read.get(path);
  }

  // A file that is no text would not come back as it was; without /etc/passwd there would be a single user left.
  #change(path: string, change: (text: string) => string): void {
    const text = this.#text(path);
    const needed = path === passwdFile || path === groupFile;
    if (text === undefined ? needed || this.#isThere(path) : /[\0\ufffd]/.test(text))
      throw failure(messages.damagedFile, { path });
    this.#now.set(path, change(text ?? ''));
    this.#parsed.delete(path);
  }

  #isThere(path: string): boolean {
    return readPlaceFile(this.lab, this.place, path) !== undefined;
  }
}
