import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/bins.ts';
import { golden } from '../support/golden.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { complaint, lines, power5, typed } from './console.ts';

test.each([
  ['lshmc/V', 'lshmc -V'],
  ['lshmc/n', 'lshmc -n'],
  ['lshmc/r', 'lshmc -r'],
])('%s as captured: %s', async (name, line) => {
  expect(await typed(power5(), line)).toEqual({ status: 0, stdout: golden(name, 'hmc'), stderr: '' });
});

describe('lshmc', () => {
  // lshmc-V.strings.ziutus.txt line 30.
  test('a fix stands after the build level (captured)', async () => {
    const text = readFileSync(join(projectRoot, 'test', 'worlds', 'p5.yaml'), 'utf8')
      .replace('level: V7R7.9.0', 'level: V8R8.2.0')
      .replace('service_pack: 3', 'service_pack: 0')
      .replace(
        "build: '20151216.1'",
        "build: '20141104.1'\n      fixes: ['MH01454: Required fix for HMC V8R8.2.0 (11-05-2014)']",
      );
    const path = join(temporaryFolder(), 'v8.yaml');
    writeFileSync(path, text);
    const lab = new TestLab(path);
    expect((await typed(lab, 'lshmc -V')).stdout).toBe(`"version= Version: 8
 Release: 8.2.0
 Service Pack: 0
HMC Build level 20141104.1
MH01454: Required fix for HMC V8R8.2.0 (11-05-2014)
","base_version=V8R8.2.0
"
`);
    expect(await lines(lab, 'lshmc -r -F security,kerberos_allow_weak_crypto')).toEqual(['legacy,']);
    expect(await complaint(lab, 'lshmc -r -F netboot')).toMatch(/invalid attribute is netboot\./);
  });

  test('-v: what programs look for', async () => {
    const { stdout } = await typed(power5(), 'lshmc -v');
    expect(stdout).toContain('\n*RM V7R7.9.0.3\n');
    expect(stdout).toContain('\n*DS Platform Firmware\n');
    expect(stdout).toMatch(/^"vpd=\*FC \?{8}\n/);
  });

  test('exactly one view', async () => {
    expect(await complaint(power5(), 'lshmc')).toMatch(/The parameter -V is required/);
    expect(await complaint(power5(), 'lshmc -V -n')).toMatch(/-V and -n cannot be entered together/);
    for (const view of [
      '-b',
      '-D',
      '-e',
      '-h',
      '-i',
      '-l',
      '-L',
      '--bmc',
      '--firewall',
      '--netroute',
      '--ntpserver',
      '--syslog',
    ])
      expect(await complaint(power5(), `lshmc ${view}`)).toBe(
        `lshmc: ${view} is not supported by parlab: what it prints is not known.\n`,
      );
  });
});
