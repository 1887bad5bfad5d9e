import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inside, insideTest } from '../runtime/inside.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

const host = 'l488pp008';

async function insideWpar(lab: TestLab, name: string, line: string): Promise<string> {
  const outcome = await run('clogin', [name, line], { environment: lab.environment() });
  expect(outcome.stderr).toBe('');
  return outcome.stdout;
}

insideTest('restores chosen files into a directory of the host: all of them, or none', async () => {
  const lab = new TestLab('default', host);
  await lab.ok('startwpar dev02');
  await insideWpar(
    lab,
    'dev02',
    'cd /home && mkdir -p d/e && echo f > d/e/f && ln d/e/f d/g && ln -s /etc s',
  );
  await lab.ok('savewpar -f image dev02');
  await inside(
    lab,
    host,
    'mkdir -p /tmp/to/home/d; echo old > /tmp/to/home/d/g; echo stays > /tmp/to/home/d/h',
  );
  const printed = await lab.ok('restwparfiles -d /tmp/to -f image ./home/d home/s');
  expect(printed).toMatch(/\nx {12}2 \.\/home\/d\/e\/f\n/);
  expect(printed).toMatch(/The total size is 2 bytes\.\nThe number of restored files is 5\.\n$/);
  const shown = await inside(lab, host, 'cd /tmp/to; find . | sort; cat home/d/g home/d/h; readlink home/s');
  expect(shown.stdout).toBe(
    '.\n./home\n./home/d\n./home/d/e\n./home/d/e/f\n./home/d/g\n./home/d/h\n./home/s\nf\nstays\n/etc\n',
  );
  await inside(
    lab,
    host,
    'mkdir -p /tmp/way/etc/motd /tmp/link; ln -s / /tmp/root; ln -s /etc /tmp/link/home',
  );
  for (const [line, why] of [
    ['-d /tmp/way ./etc', /"\/tmp\/way\/etc\/motd" is in the way/],
    ['-d /tmp/root', /not restored into the root directory/],
    ['-d /tmp/link ./home', /"\/tmp\/link\/home" is in the way/],
    ['-d /tmp/nosuch', /there is no directory/],
    ['-d /tmp/to ./nosuch', /has no \.\/nosuch/],
  ] as [string, RegExp][]) {
    const outcome = await lab.type(`restwparfiles -f image ${line}`);
    expect(outcome.stderr).toMatch(why);
    expect(outcome.status).toBe(1);
  }
  expect((await inside(lab, host, 'find /tmp/way /tmp/link; ls -A /tmp')).stdout).toBe(
    '/tmp/way\n/tmp/way/etc\n/tmp/way/etc/motd\n/tmp/link\n/tmp/link/home\nlink\nroot\nto\nway\nwpardata\n',
  );
  await lab.ok('restwparfiles -m -d /tmp/link -f image');
  expect((await inside(lab, host, 'ls -A /tmp/link /tmp/link/.savewpar_dir')).stdout).toBe(
    '/tmp/link:\n.savewpar_dir\nhome\n\n/tmp/link/.savewpar_dir:\nbackup.data\nimage.data\nwpar.spec\n',
  );
});

test.each([
  ['restwparfiles -f x.txt', 1, /^restwparfiles: Files cannot be restored into the root directory/],
  ['restwparfiles -d / -f x.txt', 1, /^restwparfiles: Files cannot be restored into the root directory/],
  [
    'restwparfiles -d /tmp/.. -f x.txt',
    1,
    /^restwparfiles: Files cannot be restored into the root directory/,
  ],
  ['restwparfiles -d /tmp -f x.txt', 1, 'restwparfiles: x.txt is not a backup made by savewpar.\n'],
  ['restwparfiles -V -d /tmp -f x.txt', 2, /for tapes/],
] as [string, number, RegExp | string][])('%s', async (line, status, stderr) => {
  const lab = new TestLab('default', host);
  writeFileSync(join(lab.home, 'x.txt'), 'no backup\n');
  const before = lab.dump();
  const outcome = await lab.type(line);
  expect([outcome.status, outcome.stdout]).toEqual([status, '']);
  if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
  else expect(outcome.stderr).toMatch(stderr);
  expect(lab.dump()).toEqual(before);
});
