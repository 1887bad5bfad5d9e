import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readWorld, shippedWorlds } from './read.ts';
import { type CompiledWorld, compiledPath, worldFolder } from './shipped.ts';

/** Writes the compiled form of every shipped world; the build calls it. @throws LabTrouble naming file and line */
export function compileWorlds(): void {
  for (const name of shippedWorlds()) {
    const text = readFileSync(join(worldFolder, `${name}.yaml`), 'utf8');
    const compiled: CompiledWorld = { text, world: readWorld(name).world };
    mkdirSync(dirname(compiledPath(name)), { recursive: true });
    writeFileSync(compiledPath(name), JSON.stringify(compiled));
  }
}
