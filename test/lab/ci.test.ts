import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { projectRoot, run } from '../support/bins.ts';
import { temporaryFolder } from '../support/lab.ts';
import { rehearsalsOf, rehearseMigration, workflowFolder } from './rehearsal.ts';

/** The workflows that README shows are played here, with the real commands. */
describe('the workflow that rehearses a migration', () => {
  const { steps, worlds } = rehearsalsOf('rehearse-migration.yml');

  test('has rehearsals of what goes well and of what does not, in two worlds', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      'Rehearse it where all is well',
      "Rehearse a loss of the movers' connection",
    ]);
    // The second one takes its time: ci.long.ts.
    expect(worlds).toEqual(['lpm-two-frames', 'lpm-100']);
  });

  test('in the world lpm-two-frames', async () => await rehearseMigration('lpm-two-frames'), 120_000);

  test('README shows it, word for word', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const shown = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1];
    expect(shown).toBe(readFileSync(join(workflowFolder, 'rehearse-migration.yml'), 'utf8'));
  });
});

insideTest(
  'the workflow that rehearses a DLPAR script',
  async () => {
    const directory = temporaryFolder();
    copyFileSync(join(workflowFolder, 'rehearse-dlpar.sh'), join(directory, 'rehearse-dlpar.sh'));
    const sample = 'sysadmin_license.sh';
    copyFileSync(join(projectRoot, 'samples', 'dr', 'scripts', sample), join(directory, sample));
    const said: string[] = [];
    for (const { name, script } of rehearsalsOf('rehearse-dlpar.yml').steps) {
      const outcome = await run('bash', ['-e', '-c', script], {
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
