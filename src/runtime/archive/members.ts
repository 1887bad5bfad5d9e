import { controlFolder } from '../../format/backup-image.ts';
import type { Member } from './header.ts';
import { Trouble } from './trouble.ts';

/** Names of the control files, without their folder. */
const controlNames = /^(wpar\.spec|image\.data|backup\.data|[\w.-]{1,60}\.map)$/;

/** What a WPAR has from elsewhere, whatever it is: no backup has files of it. */
const foreign = ['./usr', './proc', './dev'];

/** More members would fill the memory of whoever reads the archive. */
const mostMembers = 2_000_000;
const longestName = 4096;
const highestId = 65_535;

/**
 * What the members of an archive may be: each name stands for itself below the place where it is unpacked, no member
 * needs another one to be followed, and nothing comes twice.
 */
export class Members {
  /** Kinds by name; `implied`: a directory that was only named as a part of a path. */
  readonly #kinds = new Map<string, Member['kind'] | 'implied'>();
  #content = false;

  /** Whether it is a control file. @throws Trouble unless the member may come now */
  add(member: Member): boolean {
    if (this.#kinds.size >= mostMembers) throw new Trouble('hostile', 'it has too many members');
    this.#checkName(member.name);
    const say = (why: string) => new Trouble('hostile', `${JSON.stringify(member.name)} ${why}`);
    if (![member.user, member.group].every((id) => Number.isInteger(id) && id >= 0 && id <= highestId))
      throw say('has an owner that there cannot be');
    if (!Number.isSafeInteger(member.size) || member.size < 0 || (member.size > 0 && member.kind !== 'file'))
      throw say('has a size that there cannot be');
    if (!Number.isFinite(member.modified) || Math.abs(member.modified) > 1e11) throw say('has no time');
    const control = this.#isControl(member, say);
    if (!control && foreign.some((each) => member.name === each || member.name.startsWith(`${each}/`)))
      throw say('is no file of a WPAR');
    this.#enter(member, say);
    return control;
  }

  /** Whether a control file of that name came. */
  has(name: string): boolean {
    return this.#kinds.has(name);
  }

  #checkName(name: string): void {
    const say = (why: string) =>
      new Trouble('hostile', `the name ${JSON.stringify(name.slice(0, 200))} ${why}`);
    if (name === './') return;
    if (name.length > longestName) throw say('is too long');
    if (!name.startsWith('./')) throw say('does not begin with ./');
    if (name.includes('\0')) throw say('has a NUL');
    for (const part of name.slice(2).split('/')) {
      if (part === '' || part === '.' || part === '..') throw say('is no plain path');
      if (part.length > 255) throw say('has a part of more than 255 bytes');
    }
  }

  #isControl(member: Member, say: (why: string) => Trouble): boolean {
    if (member.name !== controlFolder && !member.name.startsWith(`${controlFolder}/`)) {
      this.#content = true;
      return false;
    }
    const name = member.name.slice(controlFolder.length + 1);
    if (this.#content || member.kind !== 'file' || !controlNames.test(name)) throw say('is no control file');
    return true;
  }

  #enter(member: Member, say: (why: string) => Trouble): void {
    const { name, kind, target } = member;
    const known = this.#kinds.get(name);
    if (known !== undefined && !(known === 'implied' && kind === 'directory')) throw say('comes twice');
    this.#enterParents(name, say);
    if (kind === 'link') {
      const first = this.#kinds.get(target);
      if (first !== 'file' && first !== 'symlink' && first !== 'fifo')
        throw say('is a link to a file that is not in the archive');
    }
    if (kind === 'symlink' && (target === '' || target.length >= longestName || target.includes('\0')))
      throw say('is a link to nothing');
    this.#kinds.set(name, kind);
  }

  // Directories may have been left out; what came as something else cannot be one.
  #enterParents(name: string, say: (why: string) => Trouble): void {
    for (let end = name.lastIndexOf('/'); end > 1; end = name.lastIndexOf('/', end - 1)) {
      const parent = name.slice(0, end);
      const kind = this.#kinds.get(parent);
      if (kind === 'directory' || kind === 'implied') return;
      if (kind !== undefined) throw say('is in what is no directory');
      this.#kinds.set(parent, 'implied');
    }
  }
}
