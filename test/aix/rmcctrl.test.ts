import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { parlabOk } from '../support/parlab.ts';

const hosts = [
  ['l488pp008', 'b750'],
  ['b750vio1', 'b750'],
] as const;

async function state(lab: TestLab, host: string): Promise<string> {
  const before = lab.host;
  lab.host = 'bpichmc';
  const listed = await lab.ok(
    `lssyscfg -r lpar -m 8233-E8B*069348P --filter lpar_names=${host} -F rmc_state,dlpar_io_capable`,
  );
  lab.host = before;
  return listed.trim();
}

const started = /^0513-059 The ctrmc Subsystem has been started\. Subsystem PID is \d+\.\n$/;

describe.each(hosts)('on %s', (host) => {
  test('-z, -A and -p: the connection is back after five minutes', async () => {
    const lab = new TestLab('default', host);
    expect(await state(lab, host)).toBe('active,1');
    expect(await lab.ok('rmcctrl -z')).toBe('0513-044 The ctrmc Subsystem was requested to stop.\n');
    expect(await state(lab, host)).toBe('inactive,0');
    expect(await lab.ok('rmcctrl -A')).toMatch(started);
    expect(await state(lab, host)).toBe('inactive,0');
    await parlabOk(lab, 'pace advance 4m');
    // It does not begin anew with -p.
    expect(await lab.ok('rmcctrl -p')).toBe('');
    expect(await state(lab, host)).toBe('inactive,0');
    await parlabOk(lab, 'pace advance 1m');
    expect(await state(lab, host)).toBe('active,1');
  });

  test('-P and -p', async () => {
    const lab = new TestLab('default', host);
    expect(await lab.ok('rmcctrl -P')).toBe('');
    expect(await state(lab, host)).toBe('inactive,0');
    await parlabOk(lab, 'pace advance 10m');
    expect(await state(lab, host)).toBe('inactive,0');
    expect(await lab.ok('rmcctrl -p')).toBe('');
    await parlabOk(lab, 'pace advance 5m');
    expect(await state(lab, host)).toBe('active,1');
  });

  test('what is stopped again does not come back', async () => {
    const lab = new TestLab('default', host);
    await lab.ok('rmcctrl -k');
    await lab.ok('rmcctrl -s');
    await lab.ok('rmcctrl -K');
    await parlabOk(lab, 'pace advance 10m');
    expect(await state(lab, host)).toBe('inactive,0');
  });
});

test.each<[string, string]>([
  ['rmcctrl -A', '0513-029 The ctrmc Subsystem is already active.\nMultiple instances are not supported.\n'],
  ['rmcctrl -d', '0513-029 The ctrmc Subsystem is already active.\nMultiple instances are not supported.\n'],
])('%s while it runs', async (line, stderr) => {
  const lab = new TestLab('default', 'l488pp008');
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status: 1, stdout: '', stderr });
  expect(lab.dump()).toEqual(before);
});

test('while it is stopped', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('rmcctrl -z');
  expect(await lab.type('rmcctrl -z')).toEqual({
    status: 1,
    stdout: '',
    stderr: '0513-004 The Subsystem or Group, ctrmc, is currently inoperative.\n',
  });
  expect(await lab.ok('rmcctrl -d')).toBe('0513-083 Subsystem has been Deleted.\n');
  expect(await lab.ok('rmcctrl -a')).toBe('0513-071 The ctrmc Subsystem has been added.\n');
  expect(await lab.ok('rmcctrl -p')).toBe('');
});

test('words that are wrong, and a host in no partition', async () => {
  const lab = new TestLab('default', 'x203');
  expect(await lab.type('rmcctrl')).toMatchObject({ status: 2, stdout: '' });
  expect((await lab.type('rmcctrl -z -A')).status).toBe(2);
  expect(await lab.ok('rmcctrl -h')).toMatch(/^Usage: rmcctrl /);
  expect(await lab.type('rmcctrl -z')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'rmcctrl: x203 is not in a partition of the lab.\n',
  });
});
