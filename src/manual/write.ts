/** Writes the manual pages; the build runs it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '../commands/registry.ts';
import { composePage } from './compose.ts';
import { parsePage } from './page.ts';

const ending = '.1.md';

/** The commands that have a page, by name. */
export function pageNames(root: string): string[] {
  return readdirSync(join(root, 'man'))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

export function readPageText(root: string, name: string): string {
  return readFileSync(join(root, 'man', `${name}${ending}`), 'utf8');
}

/** One page as roff. @throws Error naming the page that is wrong */
export async function makePage(root: string, name: string, version: string): Promise<string> {
  const registered = registry[name];
  const platforms = registered ? [registered, ...(registered.twin ? [registered.twin] : [])] : [];
  const loaded = await Promise.all(platforms.map((each) => each.load()));
  // One command on both platforms has one spec.
  const specs = [...new Set(loaded.map(({ command }) => command.spec))];
  try {
    return composePage(parsePage(readPageText(root, name)), specs, version);
  } catch (error) {
    throw new Error(`man/${name}${ending}: ${(error as Error).message}`);
  }
}

/** Fills `man/man1`, where `man` looks when `bin` beside it is on PATH. */
export async function writeManuals(root: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'man', 'man1');
  mkdirSync(folder, { recursive: true });
  const names = pageNames(root);
  for (const name of names) {
    writeFileSync(join(folder, `${name}.1`), await makePage(root, name, version));
  }
  // Pages of commands that are gone; the others are never missing while somebody reads.
  for (const file of readdirSync(folder)) {
    if (!names.some((name) => file === `${name}.1`)) rmSync(join(folder, file));
  }
}
