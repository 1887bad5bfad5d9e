import { expect, test } from 'vitest';
import { registry } from '../../src/commands/registry.ts';
import { server } from './typed.ts';

const own = [
  'cfgdev',
  'errlog',
  'ioscli',
  'ioslevel',
  'license',
  'lsmap',
  'lsnports',
  'lspv',
  'lstcpip',
  'lsuser',
  'mkvdev',
  'rmvdev',
  'vasistat',
  'vfcmap',
];

const hostile = [
  '',
  ' ',
  '-',
  '--',
  '__proto__',
  "x' OR '1'='1",
  'a\nb',
  '\u001b[31m',
  'x'.repeat(10_000),
  '日本',
  '\ud800',
];

test.each(own)('%s: nothing hostile changes the lab or breaks a message', async (name) => {
  const lab = server();
  const before = lab.dump();
  const spec = (await registry[name]?.load())?.command.spec;
  const valued = (spec?.options ?? []).filter(({ argument }) => argument);
  for (const word of hostile) {
    const lines = [[word], ...valued.map(({ flag }) => [`-${flag}`, word])];
    if (name === 'mkvdev') lines.push(['-vdev', 'hdisk9', '-vadapter', 'vhost0', '-dev', word]);
    if (name === 'vfcmap' && word !== '') lines.push(['-vadapter', 'vfchost0', '-fcp', word]);
    for (const line of lines) {
      const { status, stderr } = await lab.call(name, ...line);
      const shown = `${name} ${line.join(' ').slice(0, 80)}: ${stderr.slice(0, 200)}`;
      expect([70], shown).not.toContain(status);
      expect(status === 0 || stderr !== '', shown).toBe(true);
      expect(stderr.replaceAll('\n', ''), shown).not.toMatch(/[\u0000-\u001f]/);
    }
  }
  expect(lab.dump()).toEqual(before);
});
