import { closeSync, constants, mkdirSync, openSync, readdirSync, realpathSync, rmdirSync } from 'node:fs';
import type {
  ArchivedMount,
  ArchiveReport,
  ExtractRequest,
  RestoreRequest,
} from '../../model/backup/protocol.ts';
import { Budget } from './budget.ts';
import { bytesOf, isBelow, joined, nameOf, nameOfText, pathOfMember } from './bytes.ts';
import { openFolder, within } from './folders.ts';
import { type Member, memberOf } from './header.ts';
import { Members } from './members.ts';
import { clear, merge, type OpenFolder, refuseConflicts } from './merge.ts';
import { mountPoints } from './mount-points.ts';
import { type Incoming, membersOf, openSource, type Source } from './source.ts';
import { Trouble } from './trouble.ts';
import { Unpacker } from './unpack.ts';

type Tell = (report: ArchiveReport) => void;

function openKnown(sum: string): Source {
  const source = openSource();
  if (source.sum !== sum) throw new Trouble('damaged', 'it was changed after it was checked');
  return source;
}

/** The members that may come, in their order. */
async function* checked(
  source: Source,
): AsyncGenerator<Incoming & { readonly member: Member; readonly control: boolean }> {
  const members = new Members();
  for await (const incoming of membersOf(source)) {
    const member = memberOf(incoming.header);
    if (!member) throw new Trouble('hostile', 'a member is a device');
    yield { ...incoming, member, control: members.add(member) };
  }
}

async function skip(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of content);
}

function openDirectory(path: string): OpenFolder {
  const flags = constants.O_RDONLY | constants.O_DIRECTORY;
  return { descriptor: openSync(bytesOf(path), flags), path };
}

/** A file system that is being filled. */
interface Filling {
  readonly mount: ArchivedMount;
  readonly root: OpenFolder;
  readonly budget: Budget;
  /** Of a shared one: the files come into a directory of their own first. */
  readonly stage: Stage | undefined;
  readonly unpacker: Unpacker;
}

interface Stage {
  readonly name: string;
  readonly folder: OpenFolder;
}

function makeStage(root: OpenFolder, label: string): Stage {
  const name = `.${label}.${process.pid}.${process.hrtime.bigint()}`;
  mkdirSync(within(root.descriptor, name), 0o700);
  return { name, folder: { descriptor: openFolder(root.descriptor, name), path: joined(root.path, name) } };
}

function dropStage(root: OpenFolder, stage: Stage): void {
  clear(stage.folder, []);
  closeSync(stage.folder.descriptor);
  rmdirSync(within(root.descriptor, stage.name));
}

/** Fills the file systems of a new WPAR. @throws Trouble, the system's errors */
export async function restore(request: RestoreRequest, tell: Tell): Promise<void> {
  const source = openKnown(request.sum);
  const mounted = [...new Set([...mountPoints(), ...request.without])].filter((path) => path !== '/');
  const shared = request.mounts.filter((mount) => mount.shared === true).map(({ directory }) => directory);
  const own = request.mounts.filter((mount) => mount.shared !== true);
  const keep = [...mounted, ...shared];
  const foreign = keep.filter((path) => !request.mounts.some(({ directory }) => directory === path));
  for (const { directory } of own) {
    const root = openMount(directory);
    clear(root, keep);
    closeSync(root.descriptor);
  }
  const fillings = request.mounts.map(startFilling).sort((a, b) => (a.root.path < b.root.path ? 1 : -1));
  let count = 0;
  let bytes = 0;
  try {
    for await (const { member, control, content } of checked(source)) {
      const path = pathOfMember(member.name);
      if (control) {
        await skip(content);
        continue;
      }
      const filling = fillings.find(({ mount }) => belongs(path, member, mount.directory));
      if (!filling || foreign.some((each) => isBelow(path, each)))
        throw new Trouble('hostile', `${JSON.stringify(member.name)} is in no file system of its own`);
      // What was a file system has become something else: those inside may do that.
      if (member.kind !== 'directory' && own.some((mount) => mount.directory === path))
        rmdirSync(bytesOf(path));
      const { directory } = filling.mount;
      const relative = directory === '/' ? member : below(member, directory);
      await filling.unpacker.put(relative, content, filling.budget);
      tell({ type: 'file', name: member.name, size: member.size, kind: member.kind });
      count++;
      bytes += member.size;
    }
    for (const { root, stage } of fillings)
      if (stage) refuseConflicts(stage.folder.descriptor, root, new Set(keep));
    for (const { root, stage } of fillings) if (stage) merge(stage.folder.descriptor, root);
    for (const { unpacker, root } of fillings) unpacker.finish(root.descriptor);
  } finally {
    for (const { unpacker, root, stage } of fillings) {
      unpacker.close();
      if (stage) dropStage(root, stage);
      closeSync(root.descriptor);
    }
  }
  tell({ type: 'done', count, bytes });
}

function belongs(path: string, { kind }: Member, directory: string): boolean {
  return isBelow(path, directory) && (path !== directory || kind === 'directory');
}

// A link of one file system to a file in another one is none that could have been saved.
function below(member: Member, directory: string): Member {
  const inside = (name: string): string => `./${name.slice(directory.length + 2)}`;
  if (member.kind !== 'link') return { ...member, name: inside(member.name) };
  if (!isBelow(pathOfMember(member.target), directory))
    throw new Trouble('hostile', `${JSON.stringify(member.name)} is a link to another file system`);
  return { ...member, name: inside(member.name), target: inside(member.target) };
}

function startFilling(mount: ArchivedMount): Filling {
  const root = openMount(mount.directory);
  const stage = mount.shared === true ? makeStage(root, 'restwpar') : undefined;
  return {
    mount,
    root,
    stage,
    budget: new Budget(mount.limit ?? Number.POSITIVE_INFINITY),
    unpacker: new Unpacker(stage?.folder.descriptor ?? root.descriptor),
  };
}

function openMount(directory: string): OpenFolder {
  mkdirSync(bytesOf(directory), { recursive: true, mode: 0o755 });
  return openDirectory(directory);
}

/** Puts chosen files of an archive into a directory of the place: all of them, or none. @throws Trouble */
export async function extractFiles(request: ExtractRequest, tell: Tell): Promise<void> {
  const source = openKnown(request.sum);
  const target = openTarget(request.target);
  const names = request.names.map((name) => nameOfText(name));
  const unmatched = new Set(names);
  let count = 0;
  let bytes = 0;
  const stage = makeStage(target, 'restwparfiles');
  const unpacker = new Unpacker(stage.folder.descriptor);
  const first = new Map<string, string>();
  const budget = new Budget(Number.POSITIVE_INFINITY);
  const told: ArchiveReport[] = [];
  try {
    for await (const { member, content } of checked(source)) {
      const wanted = names.filter((name) => name === './' || isBelow(member.name, name));
      for (const name of wanted) unmatched.delete(name);
      if ((names.length > 0 && wanted.length === 0) || member.name === './') {
        await skip(content);
        continue;
      }
      await unpacker.put(withFirst(member, first), content, budget);
      told.push({ type: 'file', name: member.name, size: member.size, kind: member.kind });
      count++;
      bytes += member.size;
    }
    const [missing] = unmatched;
    if (missing !== undefined) throw new Trouble('missing', request.names[names.indexOf(missing)] ?? '');
    refuseConflicts(stage.folder.descriptor, target, mountPoints());
    merge(stage.folder.descriptor, target);
    unpacker.finish(target.descriptor);
  } finally {
    unpacker.close();
    dropStage(target, stage);
    closeSync(target.descriptor);
  }
  for (const report of told) tell(report);
  tell({ type: 'done', count, bytes });
}

// Of a file with several names, that one may be left out under which its content stands.
function withFirst(member: Member, first: Map<string, string>): Member {
  if (member.kind !== 'link') {
    if (member.kind !== 'directory') first.set(member.name, member.name);
    return member;
  }
  const there = first.get(member.target);
  if (there === undefined)
    throw new Trouble(
      'missing',
      `${nameOf(bytesOf(member.target))}, of which ${member.name} is a further name`,
    );
  return { ...member, target: there };
}

function openTarget(directory: string): OpenFolder {
  let path: string;
  try {
    path = nameOf(realpathSync(bytesOf(nameOfText(directory)), { encoding: 'buffer' }));
    readdirSync(bytesOf(path));
  } catch {
    throw new Trouble('way', `there is no directory ${directory}`);
  }
  if (path === '/') throw new Trouble('way', 'files are not restored into the root directory');
  return openDirectory(path);
}
