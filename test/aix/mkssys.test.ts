import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { within } from './places.ts';
import { done, expectMisuse, expectRefusal } from './wpars.ts';

const watcher = 'mkssys -s watcher -p /usr/local/bin/watch -u 0';
const record = (line: string) =>
  `#subsysname:synonym:cmdargs:path:uid:auditid:standin:standout:standerr:action:multi:contact:svrkey:svrmtype:priority:signorm:sigforce:display:waittime:grpname:\n${line}\n`;

test.each([
  [
    watcher,
    'watcher:::/usr/local/bin/watch:0:0:/dev/console:/dev/console:/dev/console:-O:-Q:-K:0:0:20:0:0:-d:20:other:',
  ],
  [
    `${watcher} -a -v -e /tmp/e -i /tmp/i -o /tmp/o -t w -R -D -S -n 15 -f 9 -E 5 -G mine -w 30`,
    'watcher:w:-v:/usr/local/bin/watch:0:0:/tmp/i:/tmp/o:/tmp/e:-R:-Q:-S:0:0:5:15:9:-D:30:mine:',
  ],
  [
    `${watcher} -I 300 -m 7`,
    'watcher:::/usr/local/bin/watch:0:0:/dev/console:/dev/console:/dev/console:-O:-Q:-I:300:7:20:0:0:-d:20:other:',
  ],
])('%s', async (line, expected) => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await lab.type(line)).toEqual(done('0513-071 The watcher Subsystem has been added.\n'));
  expect(await lab.ok('lssrc -S -s watcher')).toBe(record(expected));
});

test('in a WPAR, for it alone; it stays when the WPAR stops, but does not start with it', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  await within(lab, 'dev02', `${watcher} -a -v`);
  await within(lab, 'dev02', 'startsrc -s watcher');
  expect((await within(lab, 'dev02', 'ps -ef')).stdout).toContain(' /usr/local/bin/watch -v \n');
  expect(await lab.type('lssrc -s watcher')).toMatchObject({ status: 1 });
  await lab.ok('rebootwpar dev02');
  expect((await within(lab, 'dev02', 'lssrc -s watcher')).stdout).toContain('inoperative');
  expect((await within(lab, 'dev02', 'ps -ef')).stdout).not.toContain('watch');
});

test('one with -D is not in lssrc -a while it rests', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok(`${watcher} -D`);
  expect(await lab.ok('lssrc -a')).not.toContain('watcher');
  await lab.ok('startsrc -s watcher');
  expect(await lab.ok('lssrc -a')).toContain('watcher');
});

test.each([
  ['mkssys -s inetd -p /x -u 0', 'mkssys: The subsystem inetd is on file already.'],
  [
    'mkssys -s a:b -p /x -u 0',
    'mkssys: "a:b" cannot be the name of a subsystem: 1 to 29 printable characters without blanks, colons and slashes.',
  ],
  ['mkssys -s ab -p x -u 0', 'mkssys: x is not an absolute path.'],
  ['mkssys -s ab -p /x -u root', 'mkssys: root is not a number that the -u flag can have.'],
  ['mkssys -s ab -p /x -u 0 -t inetd', 'mkssys: The subsystem inetd is on file already.'],
])('%s is refused', async (line, message) => {
  await expectRefusal(new TestLab('default', 'l488pp008'), line, message);
});

test.each([
  ['mkssys -s ab -p /x', 'mkssys: -s, -p and -u must be given.'],
  ['mkssys -s ab -p /x -u 0 -S', 'mkssys: The -S flag is valid only with the -n flag.'],
  ['mkssys -s ab -p /x -u 0 -q', 'mkssys: The -q flag is not supported by parlab: parlab runs one of each.'],
])('%s is a mistake', async (line, message) => {
  await expectMisuse(new TestLab('default', 'l488pp008'), line, message);
});
