import { describe, expect, test } from 'vitest';
import { splitCommand } from '../../src/cli/vios/split-command.ts';
import { TestLab } from '../support/lab.ts';
import { p750 } from './console.ts';

const call = (lab: TestLab, command: string, server = 'b750vio1') =>
  lab.call('viosvrcmd', '-m', p750, '-p', server, '-c', command);

describe('the command', () => {
  test.each(['lsrsrc IBM.MCP HMCName', 'ioscli lsrsrc IBM.MCP HMCName', '"lsrsrc IBM.MCP HMCName"'])(
    '%s',
    async (command) => {
      expect(await call(new TestLab('default'), command)).toEqual({
        status: 0,
        stdout:
          'Resource Persistent Attributes for IBM.MCP\nresource 1:\n        HMCName = "7042CR8*10C4F2C"\n',
        stderr: '',
      });
    },
  );

  test('that fails stands in a block of the console', async () => {
    expect(await call(new TestLab('default'), 'lsrsrc IBM.Host')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'HSCL2970 The IOServer command has failed because of the following reason:\nlsrsrc: Resource class IBM.Host is not supported by parlab: only IBM.MCP is.\nrc=1\n',
    });
  });

  test.each([
    ['lssyscfg -r sys', 'rksh: lssyscfg:  not found.\nrc=127\n'],
    [
      '/usr/bin/ls -l',
      'rksh: /usr/bin/ls: 0403-019 The operation is not allowed in a restricted shell.\nrc=1\n',
    ],
  ])('that a VIO server does not have: %s', async (words, reason) => {
    expect(await call(new TestLab('default'), words)).toEqual({
      status: 1,
      stdout: '',
      stderr: `HSCL2970 The IOServer command has failed because of the following reason:\n${reason}`,
    });
  });
});

test.each<[string, string]>([
  ['b750nl2', 'The partition b750nl2 is not a Virtual I/O Server.\n'],
  ['nosuch', 'HSCL8012 The partition named nosuch was not found.\n'],
])('on %s it is refused', async (server, stderr) => {
  expect(await call(new TestLab('default'), 'lsmap -all', server)).toEqual({ status: 1, stdout: '', stderr });
});

test('without RMC', async () => {
  const lab = new TestLab('default', 'b750vio1');
  await lab.ok('rmcctrl -z');
  const { status, stderr } = await call(lab, 'lsrsrc IBM.MCP');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^HSCL2957 Either there is currently no RMC connection between the management console and the partition b750vio1 or /,
  );
});

test.each(['ls | wc', 'ls; id', 'oem_setup_env && prtconf', 'ls > x', '`id`', '"open', '', '   ', 'ioscli'])(
  'the command %j is refused',
  async (command) => {
    const { status, stdout, stderr } = await call(new TestLab('default'), command);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^The command cannot be run on a Virtual I\/O Server: /);
  },
);

test('--admin is refused', async () => {
  const { stderr } = await new TestLab('default').call(
    'viosvrcmd',
    '-m',
    p750,
    '--id',
    '1',
    '--admin',
    '-c',
    'x',
  );
  expect(stderr).toMatch(/--admin is not supported by parlab/);
});

test.each<[string, readonly string[]]>([
  ['lsmap -all', ['lsmap', '-all']],
  [
    `lsmap -all -field svsa "Client Partition ID" -fmt :`,
    ['lsmap', '-all', '-field', 'svsa', 'Client Partition ID', '-fmt', ':'],
  ],
  [`mkvdev -vdev 'a b' \\"x\\"`, ['mkvdev', '-vdev', 'a b', '"x"']],
  [`lsdev "a\\"b" '' c\\ d`, ['lsdev', 'a"b', '', 'c d']],
  ['/usr/ios/cli/ioscli lsmap', ['lsmap']],
])('%s is split', (text, words) => {
  expect(splitCommand(text)).toEqual({ words });
});
