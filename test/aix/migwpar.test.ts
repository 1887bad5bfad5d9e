import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { parlabOk } from '../support/parlab.ts';
import { insideLab } from './inside-world.ts';

describe('migwpar', () => {
  test('a WPAR of version 6 starts only after it', async () => {
    const lab = insideLab();
    expect(await lab.type('startwpar six')).toMatchObject({
      status: 1,
      stderr:
        'startwpar: 0960-667 The operating system level within the workload partition is not supported.\n',
    });
    expect(await lab.ok('migwpar six')).toBe(
      'Migrating workload partition six from AIX 6.1.8.0 to AIX 7.2.2.0.\nWorkload partition six migrated successfully.\n',
    );
    await lab.ok('startwpar six');
    lab.wpar = 'six';
    expect(await lab.ok('oslevel -r')).toBe('7200-02\n');
  });

  test('-A takes all that can be migrated; what was done is in the logs', async () => {
    const lab = insideLab();
    await lab.ok('stopwpar -F sixon');
    const text = await lab.ok('migwpar -A');
    expect(text.match(/workload partition \w+ from/g)).toEqual([
      'workload partition six from',
      'workload partition sixon from',
      'workload partition sixtoo from',
    ]);
    expect(await lab.ok('migwpar -A')).toBe('There is no workload partition to migrate.\n');
    await parlabOk(lab, 'cp lab72:/var/adm/ras/migwpar.log lab72/six:/var/adm/ras/devinst.log .');
    expect(readFileSync(join(lab.home, 'migwpar.log'), 'utf8').match(/\w+: AIX .*/g)).toEqual([
      'six: AIX 6.1.8.0 -> AIX 7.2.2.0',
      'sixon: AIX 6.1.8.0 -> AIX 7.2.2.0',
      'sixtoo: AIX 6.1.0.0 -> AIX 7.2.2.0',
    ]);
    expect(readFileSync(join(lab.home, 'devinst.log'), 'utf8')).toContain('six: AIX 6.1.8.0');
  });

  test('-f: one that cannot be migrated does not keep the others from it', async () => {
    const lab = insideLab();
    writeFileSync(join(lab.home, 'names'), 'native\nsix nosuch\n');
    const outcome = await lab.type('migwpar -f names');
    expect(outcome.status).toBe(1);
    expect(outcome.stdout).toContain('Workload partition six migrated successfully.\n');
    expect(outcome.stderr).toBe(
      'migwpar: Workload partition native is at the level of the global system.\nmigwpar: 0960-419 Could not find a workload partition called nosuch.\n',
    );
  });

  test('-C makes a native one of a versioned one', async () => {
    const lab = insideLab();
    expect(await lab.ok('migwpar -C -d/images old53')).toBe(
      'Migrating workload partition old53 from AIX 5.3.0.0 to AIX 7.2.2.0.\nWorkload partition old53 migrated successfully.\n',
    );
    expect(await lab.ok('lswpar -cqa ostype,state old53')).toBe('0:D\n');
    await lab.ok('startwpar old53');
    lab.wpar = 'old53';
    expect(await lab.ok('oslevel')).toBe('7.2.0.0\n');
  });

  test('-V leaves the level as it is', async () => {
    const lab = insideLab();
    expect(await lab.ok('migwpar -V disk52')).toContain('Workload partition disk52 enabled successfully.\n');
    expect(await lab.ok('lswpar -cqa ostype disk52')).toBe('1\n');
    expect(await lab.ok('migwpar -V -A')).toContain('Enabling workload partition disk52');
  });

  test.each([
    ['', 2, /wpar_name is required/],
    ['-A six', 2, /The argument six is not expected/],
    ['-A -f names', 2, /cannot be used together/],
    ['-A -C -d/images', 2, /cannot be used together/],
    ['-f missing', 1, /Cannot read missing: no such file/],
    ['-C old53', 2, /^migwpar: The -C flag needs a software source: -d\.\nUsage: /],
    ['-C -d/dev/rmt7 old53', 1, /rmt7/],
    ['-C -d/images native', 1, /^migwpar: Workload partition native is not versioned\.\n$/],
    ['-V six', 1, /^migwpar: Workload partition six needs no -V/],
    ['old53', 1, /^migwpar: Workload partition old53 is versioned: name it alone, with -C and -d\.\n$/],
    ['native', 1, /is at the level of the global system/],
    ['sixon', 1, /sixon/],
    ['task', 1, /task/],
    ['nosuch', 1, /^migwpar: 0960-419 /],
  ])('migwpar %s', async (words, status, stderr) => {
    const lab = insideLab();
    const dump = lab.dump();
    const outcome = await lab.type(`migwpar ${words}`);
    expect(outcome).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
    expect({ ...lab.dump(), log: [] }).toEqual({ ...dump, log: [] });
  });

  test('-V came with AIX 7.2 TL 2', async () => {
    expect((await new TestLab('default', 'l488pp008').type('migwpar -V dev01')).stderr).toMatch(
      /this host runs AIX 7\.1\.2\.0; the flag came with 7\.2\.2/,
    );
  });
});
