import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { treeOwner } from '../../src/model/tree/owner.ts';
import { TestLab } from '../support/lab.ts';
import { parlab, parlabJson, parlabOk } from '../support/parlab.ts';

const silent = { status: 0, stdout: '', stderr: '' };

/** A lab, some files of the user's, and where the tree of dev02 is. */
async function laid(): Promise<{
  lab: TestLab;
  here: (path: string) => string;
  tree: (path: string) => string;
}> {
  const lab = new TestLab('default', 'l488pp008');
  const here = (path: string) => join(lab.home, path);
  const tree = (path: string) => join(lab.directory, 'hosts/l488pp008', path);
  writeFileSync(here('file'), 'text\n');
  chmodSync(here('file'), 0o640);
  mkdirSync(here('folder/deep'), { recursive: true });
  writeFileSync(here('folder/deep/a'), 'a');
  chmodSync(here('folder/deep/a'), 0o4755);
  chmodSync(here('folder/deep'), 0o2750);
  symlinkSync('a', here('folder/deep/link'));
  await parlabOk(lab, 'cp l488pp008/dev02:/etc/motd motd');
  return { lab, here, tree };
}

const dev02 = 'wpars/dev02';

describe('copies', () => {
  test('a file into a directory, under its name or another one; there is no word about it', async () => {
    const { lab, tree } = await laid();
    expect(await parlab(lab, 'cp', 'file', 'dev02:/tmp')).toEqual(silent);
    expect(await parlab(lab, 'cp', 'file', 'dev02:/tmp/other')).toEqual(silent);
    expect(readFileSync(tree(`${dev02}/tmp/file`), 'utf8')).toBe('text\n');
    const stats = statSync(tree(`${dev02}/tmp/other`));
    expect(stats.mode & 0o7777).toBe(0o640);
    if (treeOwner() !== undefined) expect([stats.uid, stats.gid]).toEqual([treeOwner(), treeOwner()]);
  });

  test('what people in the place read is what is there, and the other way round', async () => {
    const { lab, here } = await laid();
    writeFileSync(here('devexports'), 'name:\n   value = "/dev/null"\n   auto = "yes"\n');
    await parlabOk(lab, 'cp devexports l488pp008:/etc/wpars/few');
    lab.onHost = true;
    await lab.ok('mkwpar -n few01 -b /etc/wpars/few');
    await parlabOk(lab, 'cp l488pp008:/etc/wpars/few01.cf .');
    expect(readFileSync(here('few01.cf'), 'utf8')).toContain('name = "few01"');
    expect(readFileSync(here('motd'), 'utf8')).toContain('Welcome to AIX Version 7.1!');
  });

  test('directories with -r: links stay links, modes stay but for set-user-id and its like', async () => {
    const { lab, here, tree } = await laid();
    expect(await parlab(lab, 'cp', '-r', 'folder', 'dev02:/home')).toEqual(silent);
    expect(readlinkSync(tree(`${dev02}/home/folder/deep/link`))).toBe('a');
    expect(await parlab(lab, 'cp', '-r', 'dev02:/home/folder', 'back')).toEqual(silent);
    expect(readlinkSync(here('back/deep/link'))).toBe('a');
    expect(lstatSync(here('back/deep')).mode & 0o7777).toBe(0o750);
    expect(lstatSync(here('back/deep/a')).mode & 0o7777).toBe(0o755);
    expect(lstatSync(here('back')).uid).toBe(process.getuid?.());
  });

  test.each([
    ['into what is there', ['-r', 'folder', 'dev02:/home/new'], 'home/new/folder/deep/a'],
    ['a new name', ['-r', 'folder', 'dev02:/home/other'], 'home/other/deep/a'],
    ['what is in it', ['-r', 'folder/.', 'dev02:/home/new'], 'home/new/deep/a'],
    ['the root of a place', ['-r', 'dev02:/', 'l488pp008:/wpars/dev02/home/new'], 'home/new/etc/motd'],
    ['relative to the root', ['file', 'dev02:tmp/file'], 'tmp/file'],
    ['no path at all', ['file', 'dev02:'], 'file'],
    ['several', ['file', 'folder/deep/a', 'dev02:/tmp/'], 'tmp/a'],
  ])('%s', async (_, words, path) => {
    const { lab, tree } = await laid();
    mkdirSync(tree(`${dev02}/home/new`));
    const { stderr } = await parlab(lab, 'cp', ...words);
    expect(stderr.replace(/.*home\/new.*itself.*\n/, '')).toBe('');
    expect(existsSync(tree(join(dev02, path)))).toBe(true);
  });

  test('from one place to another, over an NFS mount', async () => {
    const lab = new TestLab('default', 'p550q');
    const nfs = 'vfs=nfs host=blue.ibm.com dev=/scratch/wp13';
    await lab.ok(
      `mkwpar -n wp13 -N netmask=255.255.255.0 address=9.69.44.123 -M directory=/ ${nfs}root -M directory=/home ${nfs}home`,
    );
    await parlabOk(lab, 'cp x203:/etc/hosts wp13:/home/hosts');
    await parlabOk(lab, 'cp x203:/etc/hosts wp13:/etc/copy');
    const server = join(lab.directory, 'hosts/blue.ibm.com/scratch');
    expect(readdirSync(join(server, 'wp13home'))).toEqual(['guest', 'hosts']);
    expect(readdirSync(join(server, 'wp13root/etc'))).toContain('copy');
    await parlabOk(lab, 'cp -r wp13:/ x203:/tmp/all');
    const all = join(lab.directory, 'hosts/x203/tmp/all');
    expect(readdirSync(join(all, 'home'))).toEqual(['guest', 'hosts']);
    expect(readFileSync(join(all, 'etc/copy'), 'utf8')).toContain('9.69.44.236\tp550q\n');
  });

  test('a file that is there keeps its mode; the log says where copies went', async () => {
    const { lab, here, tree } = await laid();
    writeFileSync(here('few'), 'short');
    await parlabOk(lab, 'cp file dev02:/tmp/x');
    await parlabOk(lab, 'cp few dev02:/tmp/x');
    expect(readFileSync(tree(`${dev02}/tmp/x`), 'utf8')).toBe('short');
    expect(statSync(tree(`${dev02}/tmp/x`)).mode & 0o777).toBe(0o640);
    expect(readdirSync(tree(`${dev02}/tmp`))).toEqual(['x']);
    expect(await parlabOk(lab, 'log dev02')).toContain('files copied to /tmp/x: 1');
  });

  test('--json counts', async () => {
    const { lab } = await laid();
    expect(await parlabJson(lab, 'cp -r folder file dev02:/tmp/')).toEqual({
      files: 3,
      bytes: 6,
      failed: [],
    });
  });
});

describe('refused', () => {
  test.each([
    [['file'], 2, 'Name what to copy, and where to.'],
    [['file', 'nosuch:/tmp'], 1, 'The lab has no host and no workload partition called nosuch.'],
    [
      ['file', 'l488pp008/nosuch:/'],
      1,
      'The lab has no host and no workload partition called l488pp008/nosuch.',
    ],
    [['file', 'bpichmc:/tmp'], 1, /^bpichmc has no shell to be in/],
    [['nosuch', 'dev02:/tmp'], 1, 'nosuch: no such file or directory.'],
    [['dev02:/nosuch', '.'], 1, 'dev02:/nosuch: no such file or directory.'],
    [['dev02:/nosuch/x', '.'], 1, 'dev02:/nosuch/x: no such file or directory.'],
    [['dev02:/etc/motd/x', '.'], 1, 'dev02:/etc/motd/x: a part of the path is not a directory.'],
    [['file', 'dev02:/nosuch/x'], 1, 'dev02:/nosuch/x: no such file or directory.'],
    [['file', 'nosuch/x'], 1, 'nosuch/x: no such file or directory.'],
    [['file', 'folder/deep/a/'], 1, 'folder/deep/a/: a part of the path is not a directory.'],
    [['file', 'file', 'dev02:/etc/motd'], 1, 'dev02:/etc/motd: a part of the path is not a directory.'],
    [['folder', 'dev02:/tmp'], 1, 'folder: it is a directory: -r copies it.'],
    [['-r', 'folder', 'dev02:/etc/motd'], 1, 'folder: there is something of that name that is no directory.'],
    [['file', 'dev02:/opt'], 1, 'file: the file system is read-only.'],
    [
      ['file', 'dev02:/usr/x'],
      1,
      'dev02:/usr/x: /usr of a host or a workload partition is provided by this machine.',
    ],
    [
      ['dev02:/usr/bin/ls', '.'],
      1,
      'dev02:/usr/bin/ls: /usr of a host or a workload partition is provided by this machine.',
    ],
    [
      ['dev02:/dev/null', '.'],
      1,
      'dev02:/dev/null: /dev of a host or a workload partition is provided by this machine.',
    ],
    [['-r', 'folder', 'folder/deep'], 1, 'folder/deep/folder: a directory cannot be copied into itself.'],
    [['file', 'file'], 1, 'file: source and target are the same.'],
    [['file', 'x'.repeat(300)], 1, `${'x'.repeat(300)}: the name is too long.`],
    [['/dev/null', 'dev02:/tmp'], 1, '/dev/null: it is no plain file, directory or link.'],
    [['file', 'dev02:/tmp/\u001b[31m/x'], 1, 'dev02:/tmp/?[31m/x: no such file or directory.'],
  ] as const)('%j', async (words, status, message) => {
    const { lab } = await laid();
    const outcome = await parlab(lab, 'cp', ...words);
    expect(outcome.status).toBe(status);
    const text = outcome.stderr
      .replace(/^parlab: /, '')
      .replace(/^file: the name/, `${'x'.repeat(300)}: the name`);
    if (typeof message === 'string') expect(text).toBe(`${message}\n`);
    else expect(text).toMatch(message);
  });

  test('a name that two hosts have', async () => {
    const { lab } = await laid();
    lab.host = 'p550q';
    await lab.ok('mkwpar -n dev02');
    const { stderr } = await parlab(lab, 'cp', 'file', 'dev02:/tmp');
    expect(stderr).toBe('parlab: There are several called dev02: l488pp008/dev02, p550q/dev02.\n');
    expect(await parlab(lab, 'cp', 'file', 'p550q/dev02:/tmp')).toEqual(silent);
  });

  test('the rest is copied all the same', async () => {
    const { lab, here, tree } = await laid();
    expect(await parlab(lab, 'cp', 'nosuch', 'file', 'dev02:/tmp')).toMatchObject({ status: 1 });
    expect(existsSync(tree(`${dev02}/tmp/file`))).toBe(true);
    symlinkSync('nowhere', here('dangling'));
    expect((await parlab(lab, 'cp', 'file', 'dangling')).stderr).toMatch(/there is a link of that name/);
    expect(existsSync(here('nowhere'))).toBe(false);
  });
});

describe('hostile trees', () => {
  const outside = 'outside';

  async function hostile() {
    const all = await laid();
    mkdirSync(all.here(outside));
    writeFileSync(all.here(`${outside}/secret`), 'secret');
    return all;
  }

  test.each([
    ['an absolute link', (home: string) => join(home, 'outside/secret')],
    ['one that climbs', (home: string) => `${'../'.repeat(30)}${home.slice(1)}/outside/secret`],
    ['one to the host around it', () => '/etc/wpars/dev01.cf'],
    ['one to itself', () => '/tmp/link'],
  ])('%s is not read through', async (_, target) => {
    const { lab, here, tree } = await hostile();
    symlinkSync(target(lab.home), tree(`${dev02}/tmp/link`));
    const { status, stderr } = await parlab(lab, 'cp', 'dev02:/tmp/link', 'got');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/no such file|too many links/)]);
    expect(existsSync(here('got'))).toBe(false);
    expect(await parlab(lab, 'cp', '-r', 'dev02:/tmp', 'all')).toEqual(silent);
    expect(lstatSync(here('all/link')).isSymbolicLink()).toBe(true);
  });

  test('a link inside means what it means there', async () => {
    const { lab, here, tree } = await hostile();
    rmSync(tree(`${dev02}/etc/motd`));
    writeFileSync(tree(`${dev02}/etc/real`), 'real');
    symlinkSync('/etc/real', tree(`${dev02}/etc/motd`));
    await parlabOk(lab, 'cp dev02:/etc/motd now');
    expect(readFileSync(here('now'), 'utf8')).toBe('real');
    await parlabOk(lab, 'cp file dev02:/etc/motd');
    expect(readFileSync(tree(`${dev02}/etc/real`), 'utf8')).toBe('text\n');
  });

  test('nothing is written through a link of the tree', async () => {
    const { lab, here, tree } = await hostile();
    symlinkSync(here(outside), tree(`${dev02}/tmp/folder`));
    symlinkSync(here(`${outside}/secret`), tree(`${dev02}/tmp/file`));
    for (const words of [
      ['file', 'dev02:/tmp'],
      ['file', 'dev02:/tmp/folder/'],
      ['-r', 'folder', 'dev02:/tmp'],
      ['-r', 'folder', 'l488pp008:/wpars/dev02/tmp'],
    ])
      expect((await parlab(lab, 'cp', ...words)).status).toBe(1);
    expect(readdirSync(here(outside))).toEqual(['secret']);
    expect(readFileSync(here(`${outside}/secret`), 'utf8')).toBe('secret');
  });

  test('links that were copied out are not written through afterwards', async () => {
    const { lab, here, tree } = await hostile();
    mkdirSync(tree(`${dev02}/tmp/t`));
    symlinkSync(here(outside), tree(`${dev02}/tmp/t/a`));
    symlinkSync(here(`${outside}/secret`), tree(`${dev02}/tmp/t/b`));
    await parlabOk(lab, 'cp -r dev02:/tmp/t .');
    rmSync(tree(`${dev02}/tmp/t`), { recursive: true });
    mkdirSync(tree(`${dev02}/tmp/t/a`), { recursive: true });
    writeFileSync(tree(`${dev02}/tmp/t/a/x`), 'x');
    writeFileSync(tree(`${dev02}/tmp/t/b`), 'changed');
    const { status, stderr } = await parlab(lab, 'cp', '-r', 'dev02:/tmp/t', '.');
    expect([status, stderr.split('\n').length]).toEqual([1, 3]);
    expect(readdirSync(here(outside))).toEqual(['secret']);
    expect(readFileSync(here(`${outside}/secret`), 'utf8')).toBe('secret');
  });

  test('directories that are links of a file of the machine, and pipes, are no sources', async () => {
    const { lab, here, tree } = await hostile();
    linkSync(tree(`${dev02}/etc/motd`), tree(`${dev02}/tmp/hard`));
    await parlabOk(lab, 'cp dev02:/tmp/hard .');
    expect(existsSync(here('hard'))).toBe(true);
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [tree(`${dev02}/tmp/pipe`)]);
    const { status, stderr } = await parlab(lab, 'cp', '-r', 'dev02:/tmp', 'all');
    expect([status, stderr]).toEqual([
      1,
      'parlab: dev02:/tmp/pipe: it is no plain file, directory or link.\n',
    ]);
    expect(existsSync(here('all/hard'))).toBe(true);
  });

  test('a base directory that leads elsewhere', async () => {
    const { lab, here, tree } = await hostile();
    rmSync(tree(dev02), { recursive: true });
    symlinkSync(here(outside), tree(dev02));
    expect((await parlab(lab, 'cp', 'dev02:/secret', 'got')).status).toBe(1);
    expect((await parlab(lab, 'cp', 'file', 'dev02:/')).status).toBe(1);
    expect(readdirSync(here(outside))).toEqual(['secret']);
  });
});
