import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/bins.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { typed } from './console.ts';

const done = { status: 0, stdout: '', stderr: '' };

/** The default world with a second console. */
function twoConsoles(): TestLab {
  const text = readFileSync(join(projectRoot, 'src', 'state', 'worlds', 'default.yaml'), 'utf8');
  const second = `  - name: hmc2
    platform: hmc
    level: V7R7.9
    interfaces:
      - { name: eth0, network: pub, address: 172.16.20.3, netmask: 255.255.255.0 }
    console: { service_pack: 3, build: '20151216.1', domain: example.com, gateway: 172.16.20.1, nameserver: 172.16.20.1 }
  - { name: b750vio1,`;
  const path = join(temporaryFolder(), 'two.yaml');
  const changed = text
    .replace('  - { name: b750vio1,', second)
    .replace('names:\n', 'names:\n  console2: 172.16.20.3\n');
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return new TestLab(path);
}

// Captured, without a full stop at its end (bond-huang/ebook).
const notSetUp = {
  status: 1,
  stdout: '',
  stderr:
    'HSCL3653 The Secure Shell (SSH) communication configuration between the source and destination management consoles has not been set up properly for the remote user hscroot. Run the mkauthkeys command to set up the SSH communication authentication keys\n',
};

describe('between consoles', () => {
  test.each(['172.16.20.3', 'hmc2', 'console2'])('test, set up and test again: %s', async (remote) => {
    const lab = twoConsoles();
    const other = `mkauthkeys --ip ${remote} -u hscroot`;
    expect(await typed(lab, `${other} --test`)).toEqual(notSetUp);
    expect(await typed(lab, `${other} --passwd abc123`)).toEqual(done);
    expect(await typed(lab, `${other} --test`)).toEqual(done);
    expect(await typed(lab, `mkauthkeys --ip ${remote} -u other --test`)).toMatchObject({ status: 1 });
    lab.host = 'hmc2';
    expect(await typed(lab, 'mkauthkeys --ip 172.16.20.2 -u hscroot --test')).toEqual(notSetUp);
  });

  test('new keys are known to nobody', async () => {
    const lab = twoConsoles();
    await typed(lab, 'mkauthkeys --ip hmc2 -u hscroot --passwd abc123');
    const { status, stdout } = await typed(lab, 'mkauthkeys -g');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB[A-Za-z\d+/]+=* hscroot@bpichmc\n$/);
    expect(await typed(lab, 'mkauthkeys --ip hmc2 -u hscroot --test')).toEqual(notSetUp);
    expect((await typed(lab, 'mkauthkeys -g -t dsa')).stdout).toMatch(/^ssh-dss AAAAB3NzaC1kc3M/);
  });

  test.each<[string, string]>([
    ['--ip 172.16.20.99 -u hscroot --test', 'No management console was found at 172.16.20.99.\n'],
    ['--ip l488pp008 -u hscroot --test', 'No management console was found at l488pp008.\n'],
    ['--ip 172.16.20.2 -u hscroot --test', '172.16.20.2 is this management console.\n'],
    ['--ip hmc2 --test', 'The parameter -u is required'],
    [
      '--ip hmc2 -u hscroot',
      'The password of hscroot is needed, and there is no terminal to ask for it.  Use --passwd.\n',
    ],
    ["--ip hmc2 -u hscroot --passwd ''", 'was not accepted.\n'],
    ["--ip hmc2 -u 'a b' --test", 'a b cannot be the name of a user.\n'],
    ['--test', 'The parameter --ip is required'],
    ['-g -t ed25519', 'cannot have the value ed25519'],
    ['-g --test --ip hmc2 -u x', 'cannot be entered together'],
  ])('mkauthkeys %s is refused', async (words, stderr) => {
    const lab = twoConsoles();
    const before = lab.dump();
    const outcome = await typed(lab, `mkauthkeys ${words}`);
    expect(outcome).toEqual({ status: 1, stdout: '', stderr: expect.stringContaining(stderr) });
    expect(lab.dump()).toEqual(before);
  });
});

describe('of users', () => {
  const key = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 root@nim1';
  const keys = (lab: TestLab) => lab.dump().authorized_key;

  test.each([
    ['-a', '-r', key],
    ['--add', '--remove', 'root@nim1'],
  ])('%s and %s %s', async (add, remove, text) => {
    const lab = new TestLab('default');
    expect(await lab.call('mkauthkeys', add, ` ${key} `)).toEqual(done);
    expect(await lab.call('mkauthkeys', add, key)).toEqual(done);
    expect(keys(lab)).toEqual([{ console: 'bpichmc', user: 'hscroot', key }]);
    expect(await lab.call('mkauthkeys', remove, text, '-u', 'other')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No such key is authorized for user other.\n',
    });
    expect(await lab.call('mkauthkeys', remove, text)).toEqual(done);
    expect(keys(lab)).toEqual([]);
  });

  test.each([
    '',
    'x',
    'ssh-rsa',
    'ssh-rsa short',
    `${key}\nssh-rsa more`,
    `ssh-rsa ${'A'.repeat(20_000)}`,
    'ssh-rsa \u001b[31mAAAAAAAAAAAAAAAAAAAAA',
  ])('the key %j is none', async (text) => {
    const lab = new TestLab('default');
    const { status, stderr } = await lab.call('mkauthkeys', '-a', text);
    expect(status).toBe(text.includes('\n') ? 0 : 1);
    if (status === 1) expect(stderr).toMatch(/^The key is none|^A value is missing/);
  });
});
