import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { projectRoot, run } from '../support/bins.ts';
import { temporaryFolder } from '../support/lab.ts';

/** Where the workflows that README shows stand. */
export const workflowFolder = join(projectRoot, 'docs', 'ci');

/** What the tests need to know of a workflow file. */
interface Workflow {
  readonly jobs: {
    readonly rehearse: {
      readonly strategy?: { readonly matrix: { readonly world: readonly string[] } };
      readonly steps: readonly { readonly name?: string; readonly run?: string }[];
    };
  };
}

/** The rehearsals of a workflow file, and the worlds that they are for. */
export function rehearsalsOf(file: string): {
  readonly worlds: readonly string[];
  readonly steps: readonly { readonly name: string; readonly script: string }[];
} {
  const { jobs } = parse(readFileSync(join(workflowFolder, file), 'utf8')) as Workflow;
  const { strategy, steps } = jobs.rehearse;
  return {
    worlds: strategy?.matrix.world ?? [],
    steps: steps.flatMap(({ name, run: script }) =>
      name?.startsWith('Rehearse') && script !== undefined ? [{ name, script }] : [],
    ),
  };
}

/** Plays the rehearsals of the migration, step by step, with the real commands, as the runner calls them. */
export async function rehearseMigration(world: string): Promise<void> {
  const directory = temporaryFolder();
  copyFileSync(join(workflowFolder, 'evacuate.sh'), join(directory, 'evacuate.sh'));
  for (const { name, script } of rehearsalsOf('rehearse-migration.yml').steps) {
    const line = script.replace(/\$\{\{ matrix\.world \}\}/g, world);
    const outcome = await run('bash', ['-e', '-c', line], {
      environment: { PARLAB_DIR: join(directory, 'lab') },
      directory,
    });
    expect(outcome, `${name}\n${outcome.stderr}`).toMatchObject({ status: 0 });
    expect(outcome.stdout, name).toMatch(/^evacuate: \d+ partitions moved from frame1 to frame2$/m);
  }
}
