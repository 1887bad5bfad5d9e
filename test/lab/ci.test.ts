import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { insideTest } from '../runtime/inside.ts';
import { projectRoot, run } from '../support/bins.ts';
import { temporaryFolder } from '../support/lab.ts';

/** The workflow that README shows is played here, step by step, with the real commands. */
const folder = join(projectRoot, 'docs', 'ci');
const workflow = parse(readFileSync(join(folder, 'rehearse-migration.yml'), 'utf8')) as {
  jobs: {
    rehearse: {
      strategy: { matrix: { world: string[] } };
      steps: { name?: string; run?: string }[];
    };
  };
};
const { strategy, steps } = workflow.jobs.rehearse;
const rehearsals = steps.filter(({ name }) => name?.startsWith('Rehearse'));

describe('the workflow that rehearses a migration', () => {
  test('has rehearsals of what goes well and of what does not', () => {
    expect(rehearsals.map(({ name }) => name)).toEqual([
      'Rehearse it where all is well',
      "Rehearse a loss of the movers' connection",
    ]);
  });

  test.each(strategy.matrix.world)(
    'in the world %s',
    async (world) => {
      const directory = temporaryFolder();
      copyFileSync(join(folder, 'evacuate.sh'), join(directory, 'evacuate.sh'));
      for (const { name, run: script = '' } of rehearsals) {
        // As the runner calls it: bash, ending at the first failure.
        const line = script.replace(/\$\{\{ matrix\.world \}\}/g, world);
        const outcome = await run('bash', ['-e', '-c', line], {
          environment: { PARLAB_DIR: join(directory, 'lab') },
          directory,
        });
        expect(outcome, `${name}\n${outcome.stderr}`).toMatchObject({ status: 0 });
        expect(outcome.stdout, name).toMatch(/^evacuate: \d+ partitions moved from frame1 to frame2$/m);
      }
    },
    120_000,
  );

  test('README shows it, word for word', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const shown = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1];
    expect(shown).toBe(readFileSync(join(folder, 'rehearse-migration.yml'), 'utf8'));
  });
});

insideTest(
  'the workflow that rehearses a DLPAR script',
  async () => {
    const text = readFileSync(join(folder, 'rehearse-dlpar.yml'), 'utf8');
    const { jobs } = parse(text) as typeof workflow;
    const rehearsed = jobs.rehearse.steps.filter(({ name }) => name?.startsWith('Rehearse'));
    const directory = temporaryFolder();
    copyFileSync(join(folder, 'rehearse-dlpar.sh'), join(directory, 'rehearse-dlpar.sh'));
    const script = 'sysadmin_license.sh';
    copyFileSync(join(projectRoot, 'samples', 'dr', 'scripts', script), join(directory, script));
    const said: string[] = [];
    for (const { name, run: line = '' } of rehearsed) {
      const outcome = await run('bash', ['-e', '-c', line], {
        environment: { PARLAB_DIR: join(directory, 'lab') },
        directory,
      });
      expect(outcome, `${name}\n${outcome.stderr}`).toMatchObject({ status: 0 });
      said.push(outcome.stdout.trim().split('\n').at(-1) ?? '');
    }
    expect(said).toEqual([
      'sysadmin_license.sh conforms: 0 problems, 0 warnings in 48 courses (111 calls).',
      'rehearse: sysadmin_license.sh was heard, obeyed and told',
    ]);
  },
  120_000,
);
