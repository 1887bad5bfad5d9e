import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testWorld } from '../aix/wpars.ts';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { noLab, parlab, parlabJson, parlabOk, realBin, typeParlab } from '../support/parlab.ts';

describe('init', () => {
  test('makes a lab once; an existing one is refused and stays as it is', async () => {
    const place = noLab();
    expect(JSON.parse(await parlabOk(place, 'init --world empty --json'))).toEqual({
      directory: place.directory,
      world: 'empty',
    });
    const before = readFileSync(join(place.directory, 'lab.db'));
    for (const line of ['init', 'init --world class', 'init --world nosuch.yaml']) {
      expect(await typeParlab(place, line)).toEqual({
        status: 1,
        stdout: '',
        stderr: `parlab: There is a lab in ${place.directory} already; "parlab reset" makes it anew.\n`,
      });
    }
    expect(readFileSync(join(place.directory, 'lab.db')).equals(before)).toBe(true);
  });

  test('of eight at once, one makes it', async () => {
    const place = noLab();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => realBin(place, 'parlab init --world empty')),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
    for (const { status, stderr } of outcomes) {
      expect(stderr).toMatch(status === 0 ? /^$/ : /^parlab: There is a lab in \S+ already; .*\n$/);
    }
    expect(readdirSync(place.directory).filter((file) => !file.startsWith('lab.db'))).toEqual([]);
  });
});

describe('reset', () => {
  test('makes the world anew that the lab was made with; choices, pace and log are gone', async () => {
    const place = noLab();
    await parlabOk(place, 'init --world class');
    await parlabOk(place, 'pace step');
    await realBin(place, 'syncwpar -A');
    expect(await typeParlab(place, 'reset')).toEqual({
      status: 0,
      stdout: `The lab in ${place.directory} is as new, with the world class.\n`,
      stderr: '',
    });
    expect(await parlabOk(place, 'log')).toBe('Nothing has been changed in this world.\n');
    expect(await parlabOk(place, 'pace')).toBe(
      'The pace is instant; it is 2011-11-17 08:00:00 in the lab.\n',
    );
  });

  test('from the file the lab was made with, as the file is now', async () => {
    const place = noLab();
    const file = join(place.home, 'mine.yaml');
    const text = readFileSync(testWorld('life-cycle'), 'utf8');
    writeFileSync(file, text);
    await parlabOk(place, 'init --world mine.yaml');
    writeFileSync(file, text.replace('- { name: stale, out_of_step: true }', '- { name: fresh }'));
    // The file is found from anywhere.
    expect((await parlab({ ...place, home: '/' }, 'reset')).status).toBe(0);
    expect((await realBin(place, 'lswpar -cqa state fresh')).stdout).toBe('D\n');
    expect((await realBin(place, 'lswpar -cqa state stale')).status).toBe(1);
    // Another world is remembered instead.
    await parlabOk(place, 'reset --world class');
    await parlabOk(place, 'reset');
    expect((await parlabJson<{ world: string }>(place, 'status')).world).toBe('class');
    expect((await realBin(place, 'lswpar')).stdout).toBe('');
  });

  test('where there is no lab one is made', async () => {
    const place = noLab();
    expect(await typeParlab(place, 'reset --world empty')).toEqual({
      status: 0,
      stdout: `The lab in ${place.directory} is as new, with the world empty.\n`,
      stderr: '',
    });
    expect((await realBin(place, 'lswpar')).status).toBe(0);
  });

  test('laid trees are as new', async () => {
    const lab = new TestLab('default');
    const file = (await parlabOk(lab, 'path l488pp008:/etc/wpars/devexports')).trimEnd();
    writeFileSync(file, 'device:\n\tdevname = "/dev/mine"\n');
    await parlabOk(lab, 'reset');
    expect(readdirSync(lab.directory).filter((name) => !name.startsWith('lab.db'))).toEqual([]);
    await parlabOk(lab, 'path l488pp008:/etc/wpars/devexports');
    expect(readFileSync(file, 'utf8')).not.toContain('mine');
  });

  test.each([
    ['damaged from its second page', (bytes: Buffer) => bytes.fill(0xa5, 4096)],
    ['text', () => Buffer.from('no lab\n'.repeat(1000))],
    ['empty', () => Buffer.alloc(0)],
  ])('a database that is %s is put aside', async (_, damage) => {
    const lab = new TestLab('default');
    const database = join(lab.directory, 'lab.db');
    const bytes = damage(readFileSync(database));
    writeFileSync(database, bytes);
    expect(await typeParlab(lab, 'reset --json')).toEqual({
      status: 0,
      stdout: `${JSON.stringify({ directory: lab.directory, world: 'default', damaged: `${database}.damaged-1` }, null, 2)}\n`,
      stderr: '',
    });
    expect(readFileSync(`${database}.damaged-1`).equals(bytes)).toBe(true);
    expect(await lab.ok('lswpar -cqa name')).toBe('dev01\ndev02\n');
    await lab.ok('mkwpar -n dev03');
    writeFileSync(database, bytes);
    expect(await parlabOk(lab, 'reset')).toBe(
      `The lab in ${lab.directory} is as new, with the world default.\nIts database was damaged; that file is now ${database}.damaged-2.\n`,
    );
  });

  test('while a mkwpar is at work: that one ends with a message and changes nothing in the new world', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'pace 60x');
    const working = start('mkwpar', ['-n', 'late'], { environment: lab.environment() });
    const outcome = finished(working);
    await expect.poll(() => lab.ok('lswpar -cqa name,state'), { timeout: 10_000 }).toBe('late:T\n');
    await parlabOk(lab, 'reset');
    const after = lab.dump();
    const { status, stderr } = await outcome;
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `parlab: ${lab.directory}: the lab was reset or restored while this command was at work; it changed nothing in the new world.\n`,
    });
    expect(lab.dump()).toEqual(after);
    expect(await lab.ok('lswpar')).toBe('');
    await lab.ok('mkwpar -n late');
  });
});
