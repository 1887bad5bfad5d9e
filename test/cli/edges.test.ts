import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { impossibilities, worldVolumes } from '../state/facts.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

/** Corners that random lines find rarely. */

describe('storage comes back', () => {
  const sessions: Readonly<Record<string, readonly string[]>> = {
    'a rootvg WPAR that was renamed is removed': [
      'mkwpar -n disk01 -D devname=hdisk1 rootvg=yes',
      'chwpar -n disk02 disk01',
      'rmwpar disk02',
      'mkwpar -n disk01 -D devname=hdisk1 rootvg=yes',
      'rmwpar disk01',
    ],
    'preserved file systems are used again and removed': [
      'mkwpar -n kept01',
      'rmwpar -p kept01',
      'mkwpar -p kept01',
      'rmwpar kept01',
    ],
    'a file system is added, grown and removed': [
      'mkwpar -n dev01',
      'chwpar -M directory=/data size=1G dev01',
      'chwpar -M directory=/data size=2G dev01',
      'chwpar -K -M directory=/data dev01',
      'rmwpar dev01',
    ],
  };
  test.each(Object.entries(sessions))('when %s', async (_, lines) => {
    const lab = new TestLab('empty');
    const own = worldVolumes(lab.directory);
    for (const line of lines) {
      await lab.ok(line);
      expect(impossibilities(lab.directory, own), line).toEqual([]);
    }
    expect(await lab.ok('lswpar')).toBe('');
  });

  test('preserved file systems are never forgotten: their place is taken until mkwpar -p', async () => {
    const lab = new TestLab('empty');
    const own = worldVolumes(lab.directory);
    await lab.ok('mkwpar -n kept01');
    await lab.ok('rmwpar -p kept01');
    for (const line of ['mkwpar -n kept01', 'mkwpar -F -n kept01', 'mkwpar -n other -d /wpars/kept01/home']) {
      expect(await lab.type(line), line).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /^mkwpar: The base directory \S+ is a file system of \/etc\/filesystems\.\n$/,
        ),
      });
    }
    await lab.ok('mkwpar -n kept01 -d /wpars/elsewhere');
    expect(await lab.type('rmwpar -p kept01')).toMatchObject({ status: 1, stdout: '' });
    await lab.ok('rmwpar kept01');
    await lab.ok('mkwpar -p kept01');
    expect(impossibilities(lab.directory, own)).toEqual([]);
  });
});

describe('files without end, and files that nobody reads', () => {
  test('a specification from /dev/zero is refused', async () => {
    const lab = new TestLab('empty');
    expect(await lab.type('mkwpar -n dev01 -f /dev/zero')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'mkwpar: Cannot read /dev/zero: it is too long.\n',
    });
  });

  test('a specification comes through a pipe', async () => {
    const lab = new TestLab('empty');
    const outcome = await run('sh', ['-c', 'printf "general:\\nname=dev01\\n" | mkwpar -f /dev/stdin'], {
      environment: lab.environment(),
    });
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(await lab.ok('lswpar -cqa name')).toBe('dev01\n');
  });

  // Were the pipe opened while the lab is held, one forgotten command would stop everybody's.
  test.each([
    ['-o', 'a pipe that nobody reads'],
    ['-B', 'a pipe that nobody writes'],
  ])('mkwpar %s with %s does not hold up the lab', async (flag) => {
    const lab = new TestLab('empty');
    expect(spawnSync('mkfifo', [join(lab.home, 'pipe')]).status).toBe(0);
    const waiting = run('timeout', ['-s', 'KILL', '2', 'mkwpar', '-n', 'dev01', flag, 'pipe'], {
      environment: lab.environment(),
      directory: lab.home,
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = Date.now();
    expect(await run('mkwpar', ['-n', 'dev02'], { environment: lab.environment() })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(Date.now() - began).toBeLessThan(2_000);
    expect((await waiting).status).not.toBe(0);
  });
});

describe('paths that no system has', () => {
  test.each([
    ['a base directory', (path: string) => ['-d', path]],
    ['a mount point', (path: string) => ['-M', `directory=${path}`]],
  ])('%s of sixty thousand levels is refused at once', async (_, flags) => {
    const lab = new TestLab('empty');
    const began = Date.now();
    const outcome = await lab.call('mkwpar', '-n', 'dev01', ...flags('/a'.repeat(60_000)));
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr.length).toBeLessThan(2_000);
    expect(Date.now() - began).toBeLessThan(2_000);
  });
});
