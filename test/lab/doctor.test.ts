import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeVersion } from '../../src/commands/lab/parlab/doctor/checks.ts';
import { probe, refusedAt } from '../../src/runtime/probe.ts';
import { remoteFileSystem } from '../../src/state/file-systems.ts';
import { projectRoot, run } from '../support/bins.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';

const ability = probe();

interface Finding {
  readonly check: string;
  readonly verdict: string;
  readonly says: string;
  readonly remedy?: string;
}

async function doctor(directory: string, more: Record<string, string> = {}) {
  const outcome = await run('parlab', ['doctor', '--json'], {
    environment: { PARLAB_DIR: directory, ...more },
  });
  expect(outcome.stderr).toBe('');
  const found = JSON.parse(outcome.stdout) as Finding[];
  return { status: outcome.status, of: (check: string) => found.find((each) => each.check === check) };
}

test('a lab in order: status 0, every line ok or a note', async () => {
  const { status, of } = await doctor(new TestLab('default').directory);
  expect(status).toBe(0);
  expect(of('Node')).toEqual({ check: 'Node', verdict: 'ok', says: process.versions.node });
  expect(of('PATH')).toMatchObject({ verdict: 'ok' });
  expect(of('Lab')).toMatchObject({ verdict: 'ok', says: expect.stringMatching(/: default$/) });
  expect(of('File system')).toMatchObject({ verdict: 'ok', says: 'local' });
  expect(of('Namespaces')).toMatchObject(
    ability.able
      ? { verdict: 'ok', says: expect.stringMatching(/^real programs can run in hosts and WPARs; /) }
      : { verdict: 'note', says: expect.stringContaining(ability.why) },
  );
});

test('the text names what to do', async () => {
  const outcome = await run(join(projectRoot, 'bin', 'parlab'), ['doctor'], {
    environment: { PARLAB_DIR: temporaryFolder(), PATH: '/usr/bin:/bin' },
  });
  expect(outcome.stdout).toContain('PATH         note: the commands are not on PATH\n');
  expect(outcome.stdout).toContain(`-> eval "$(${projectRoot}/bin/parlab env)"\n`);
  expect(outcome.stdout).not.toContain('\u001b');
});

describe('problems give status 1', () => {
  test('a database that is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lab.db'), 'no database at all, and long enough to look like one'.repeat(40));
    const { status, of } = await doctor(folder);
    expect(status).toBe(1);
    expect(of('Lab')).toMatchObject({ verdict: 'problem', remedy: 'parlab reset' });
  });

  test('a lab of a newer parlab', async () => {
    const lab = new TestLab('empty');
    await run('node', ['-e', newer(lab.directory)], { environment: {}, directory: projectRoot });
    const { status, of } = await doctor(lab.directory);
    expect(status).toBe(1);
    expect(of('Lab')?.says).toMatch(/newer parlab/);
  });

  test('another command of that name is earlier on PATH', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'lswpar'), '');
    const outcome = await run(join(projectRoot, 'bin', 'parlab'), ['doctor', '--json'], {
      environment: { PARLAB_DIR: folder, PATH: `${folder}/other:${projectRoot}/bin:/usr/bin:/bin` },
    });
    const found = JSON.parse(outcome.stdout) as Finding[];
    expect(found.find((each) => each.check === 'PATH')).toMatchObject({
      verdict: 'note',
      says: `lswpar is another one, in ${folder}/other`,
    });
  });
});

test.each([
  ['20.18.3', 'problem'],
  ['18.20.0', 'problem'],
  ['20.19.0', 'ok'],
  ['22.1.0', 'ok'],
])('Node %s: %s', (version, verdict) => {
  expect(nodeVersion(version).verdict).toBe(verdict);
});

// The numbers of statfs(2); no network file system is at hand to mount.
test.each([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xff534d42 | 0, 'CIFS'],
  [0x65735546, 'FUSE'],
  [0xef53, undefined],
  [0x01021994, undefined],
])('file system type %i is %s', (type, name) => {
  expect(remoteFileSystem(type)).toBe(name);
});

function newer(directory: string): string {
  return `const {DatabaseSync}=require('@photostructure/sqlite');const d=new DatabaseSync(${JSON.stringify(`${directory}/lab.db`)});d.exec('PRAGMA user_version=99');d.close()`;
}

test.each([
  ['proc', 'parts of /proc are masked, as in most containers', /unmask=ALL/],
  [
    'overlay',
    'no overlay may be mounted in a user namespace (Linux 5.11 or later is needed)',
    /newer kernel/,
  ],
  ['dev', 'this machine refuses them (step dev)', /allows user namespaces/],
])('a machine that refuses the step %s: %s', (step, why, remedy) => {
  expect(refusedAt(step)).toMatchObject({ able: false, why, remedy: expect.stringMatching(remedy) });
});
