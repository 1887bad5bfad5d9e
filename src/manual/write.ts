/** Writes the manual pages; the build runs it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandSpec } from '../cli/spec.ts';
import { registered, registry } from '../commands/registry.ts';
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
  const found = registered(name);
  const platforms = found ? [found, ...(found.twin ? [found.twin] : [])] : [];
  const loaded = await Promise.all(platforms.map((each) => each.load()));
  const specs = differing(loaded.map(({ command }) => command.spec));
  try {
    return composePage(parsePage(readPageText(root, name)), specs, version);
  } catch (error) {
    throw new Error(`man/${name}${ending}: ${(error as Error).message}`);
  }
}

// A command that both platforms have word for word is described once.
function differing(specs: readonly CommandSpec[]): CommandSpec[] {
  const synopses = specs.map(({ synopsis }) => synopsis.join('\n'));
  return specs.filter((_, index) => synopses.indexOf(synopses[index] ?? '') === index);
}

/**
 * Fills `man/man1`, where `man` looks when `bin` beside it is on PATH, and `man/inside/man1` with the pages of commands that
 * only partitions have: they must not hide those of the machine.
 */
export async function writeManuals(root: string): Promise<void> {
  const names = pageNames(root);
  const isBin = (name: string) => name === 'parlab' || Object.hasOwn(registry, name);
  await writeFolder(root, manualFolder(root, 'bin'), names.filter(isBin));
  await writeFolder(
    root,
    manualFolder(root, 'inside'),
    names.filter((name) => !isBin(name)),
  );
}

/** Where built pages are. */
export function manualFolder(root: string, of: 'bin' | 'inside'): string {
  return of === 'bin' ? join(root, 'man', 'man1') : join(root, 'man', 'inside', 'man1');
}

async function writeFolder(root: string, folder: string, names: readonly string[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    writeFileSync(join(folder, `${name}.1`), await makePage(root, name, version));
  }
  // Pages of commands that are gone; the others are never missing while somebody reads.
  for (const file of readdirSync(folder)) {
    if (!names.some((name) => file === `${name}.1`)) rmSync(join(folder, file));
  }
}
