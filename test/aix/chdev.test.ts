import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { devicesWorld } from '../vios/server.ts';

function l488pp008(): TestLab {
  return new TestLab('default', 'l488pp008');
}

describe('chdev', () => {
  test('now, for the next start, until the next start', async () => {
    const lab = l488pp008();
    expect(await lab.ok('chdev -l hdisk2 -a queue_depth=20')).toBe('hdisk2 changed\n');
    expect(await lab.ok('lsattr -El hdisk2 -a queue_depth -F value')).toBe('20\n');
    expect(await lab.ok('chdev -P -l hdisk1 -a queue_depth=32 -a hcheck_interval=30')).toBe(
      'hdisk1 changed\n',
    );
    expect(await lab.ok('chdev -T -l hdisk3 -a queue_depth=5')).toBe('hdisk3 changed\n');
    expect(await lab.ok('lsattr -El hdisk3 -a queue_depth -F value')).toBe('3\n');
    expect(lab.dump().device_attribute).toEqual([
      { host: 'l488pp008', device: 'hdisk1', attribute: 'hcheck_interval', value: null, pending: '30' },
      { host: 'l488pp008', device: 'hdisk1', attribute: 'queue_depth', value: null, pending: '32' },
      { host: 'l488pp008', device: 'hdisk2', attribute: 'queue_depth', value: '20', pending: null },
      { host: 'l488pp008', device: 'hdisk3', attribute: 'queue_depth', value: '5', pending: '3' },
    ]);
  });

  test('the address of an interface is the one that everything else uses', async () => {
    const lab = l488pp008();
    expect(await lab.ok('chdev -l en0 -a netaddr=172.16.20.9 -a mtu=9000')).toBe('en0 changed\n');
    expect(lab.dump().interface).toContainEqual(
      expect.objectContaining({ host: 'l488pp008', name: 'en0', address: '172.16.20.9' }),
    );
  });

  test('-U changes what may change in use, from AIX 7.2 on', async () => {
    const lab = new TestLab(devicesWorld, 'client1');
    expect(await lab.ok('chdev -U -l hdisk0 -a reserve_policy=no_reserve')).toBe('hdisk0 changed\n');
    const before = lab.dump();
    expect(await lab.type('chdev -U -l hdisk0 -a queue_depth=20')).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: 'chdev: The queue_depth attribute cannot be changed while the device is in use.\n',
    });
    expect(lab.dump()).toEqual(before);
  });

  const busy =
    '        0514-062 Cannot perform the requested function because the\n                 specified device is busy.\n';

  test.each([
    ['-l hdisk0 -a queue_depth=20', 1, `Method error (/usr/lib/methods/chgdisk):\n${busy}`],
    ['-l vscsi0 -a vscsi_path_to=30', 1, `Method error (/usr/lib/methods/chggen):\n${busy}`],
    ['-l fscsi0 -a dyntrk=yes', 1, `Method error (/usr/lib/methods/chggen):\n${busy}`],
    // Captured: this complaint about this attribute.
    [
      '-l sys0 -a ncargs=5',
      1,
      'Method error (/usr/lib/methods/chggen):\n        0514-018 The values specified for the following attributes\n                 are not valid:\n     ncargs ARG/ENV list size in 4Kbyte blocks\n',
    ],
    [
      '-l nosuch -a a=1',
      1,
      'chdev: 0514-519 The following device was not found in the customized device configuration database:\nnosuch\n',
    ],
  ])('chdev %s changes nothing', async (words, status, stderr) => {
    const lab = l488pp008();
    const before = lab.dump();
    expect(await lab.type(`chdev ${words}`)).toEqual({ status, stdout: '', stderr });
    expect(lab.dump()).toEqual(before);
  });

  test('in quotes, and in silence', async () => {
    const lab = l488pp008();
    const outcome = await lab.call('chdev', '-q', '-l', 'hdisk2', '-a', 'queue_depth=20 q_type=none');
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await lab.ok('lsattr -El hdisk2 -a queue_depth -a q_type -F value')).toBe('20\nnone\n');
  });

  test.each([
    ['-a a=1', /^chdev: One of the -l flags is required\./],
    ['-l hdisk0 -a a', /^chdev: "a" is not of the form attribute=value\./],
    ['-PT -l hdisk0', /^chdev: The -P and -T flags cannot be used together\./],
    ['-l hdisk0 -p vscsi1', /is not supported by parlab: /],
    ['-l hdisk0 -U', /^chdev: Not a recognized flag: U \(this host runs AIX 7\.1/],
  ])('chdev %s is misuse', async (words, stderr) => {
    const outcome = await l488pp008().type(`chdev ${words}`);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toMatch(stderr);
  });
});
