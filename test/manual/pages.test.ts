import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { subcommands } from '../../src/commands/lab/parlab/list.ts';
import { allNames, registered, registry } from '../../src/commands/registry.ts';
import { bold } from '../../src/manual/roff.ts';
import { makePage, manualFolder, pageNames } from '../../src/manual/write.ts';
import { projectRoot, shellEnvironment } from '../support/bins.ts';

const names = pageNames(projectRoot);
const bins = [...Object.keys(registry), 'parlab'];
const fileOf = (name: string) =>
  join(manualFolder(projectRoot, bins.includes(name) ? 'bin' : 'inside'), `${name}.1`);

function works(program: string, ...argv: string[]): boolean {
  return spawnSync(program, argv, { stdio: 'ignore' }).status === 0;
}

function chapterOf(page: string, title: string): string {
  return page.split(`.SH "${title}"\n`)[1]?.split('.SH ')[0] ?? '';
}

test('every command has a page, and every page a command', () => {
  expect(names).toEqual([...allNames(), 'parlab'].sort());
});

test.each(allNames())('the page of %s has every option, status and refusal of its spec', async (name) => {
  const spec = (await registered(name)?.load())?.command.spec;
  if (!spec) throw new Error(`no spec of ${name}`);
  const page = await makePage(projectRoot, name, '0');
  for (const option of spec.options) {
    const chapter = option.refused === undefined ? 'OPTIONS' : 'NOT SUPPORTED';
    expect(chapterOf(page, chapter)).toContain(`.TP\n${bold(`-${option.flag}`)}`);
  }
  for (const option of spec.alternative?.options ?? [])
    expect(page.split('.SS "With')[1]).toContain(`.TP\n${bold(`-${option.flag}`)}`);
  for (const status of [...Object.keys(spec.statuses), ...(spec.platform === 'aix' ? ['2'] : [])])
    expect(page).toContain(`.TP\n\\fB${status}\\fR\n`);
  expect(page).toContain(`\n${name} \\- ${spec.purpose.replaceAll('-', '\\-')}\n`);
});

test('the page of parlab has every subcommand', async () => {
  const page = await makePage(projectRoot, 'parlab', '0');
  for (const name of Object.keys(subcommands))
    expect(page).toContain(`.TP\n${bold(name).replace(/\\fR$/, '')}`);
});

test('the build has written what the sources say', async () => {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  for (const name of names) {
    const built = readFileSync(fileOf(name), 'utf8');
    expect(built).toBe(await makePage(projectRoot, name, version));
  }
});

const hasMan = works('man', '--version') && works('groff', '--version');
if (!hasMan)
  console.warn('SKIPPED: there is no man or groff here; nobody has looked at the pages as man shows them.');

describe.skipIf(!hasMan)('man', () => {
  test('formats each without a warning', () => {
    for (const folder of ['bin', 'inside'] as const) {
      const pages = names.map(fileOf).filter((page) => page.startsWith(manualFolder(projectRoot, folder)));
      const plain = ['-man', '-Tutf8', '-P-cbou', '-ww', '-rLL=80n'];
      const shown = spawnSync('groff', [...plain, ...pages], { encoding: 'utf8' });
      expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
      expect(shown.stdout.match(/^NAME$/gm)).toHaveLength(pages.length);
    }
  });

  test.each(['mkwpar', 'parlab', 'ps'])('shows %s', (name) => {
    const shown = spawnSync('man', ['--warnings', '-l', fileOf(name)], {
      cwd: projectRoot,
      encoding: 'utf8',
      env: { ...shellEnvironment({}), MANWIDTH: '80' },
    });
    expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
    expect(shown.stdout).toContain('NAME\n');
  });

  test('finds each beside the bin on PATH', () => {
    const found = execFileSync('man', ['-w', ...bins], {
      encoding: 'utf8',
      env: shellEnvironment({ MANPATH: '' }),
    });
    expect(found.trim().split('\n')).toEqual(
      bins.map((name) => join(projectRoot, 'man', 'man1', `${name}.1`)),
    );
  });

  test.skipIf(!works('lexgrog', '--version'))('whatis can read the purpose of each', () => {
    const read = execFileSync('lexgrog', names.map(fileOf), {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    for (const name of names) expect(read).toContain(`"${name} - `);
  });
});
