import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';
import { resourcesLab } from './resources.ts';

// Captured layout; the id is the one that uname -W prints.
test('-W inside and outside', async () => {
  const lab = insideLab('native');
  const id = (await lab.ok('uname -W')).trimEnd();
  expect(await lab.ok('lparstat -W')).toMatch(
    new RegExp(`^WPAR Key {35}: \\d+\\nWPAR Configured ID {25}: ${id}\\n$`),
  );
  lab.wpar = undefined;
  expect(await lab.ok('lparstat -W')).toBe(
    'WPAR Key                                   : 0\nWPAR Configured ID                         : 0\n',
  );
});

// Layout: published listings of two partitions. Group-ID: 32768 and the number (recalled).
const title = (name: string) => name.padEnd(43);

test('-i of a partition with shared processors', async () => {
  const facts: Record<string, string> = {
    'Node Name': 'db1',
    'Partition Name': 'db1',
    'Partition Number': '2',
    Type: 'Shared-SMT-4',
    Mode: 'Uncapped',
    'Entitled Capacity': '1.00',
    'Partition Group-ID': '32770',
    'Shared Pool ID': '0',
    'Online Virtual CPUs': '2',
    'Maximum Virtual CPUs': '4',
    'Minimum Virtual CPUs': '1',
    'Online Memory': '4096 MB',
    'Maximum Memory': '8192 MB',
    'Minimum Memory': '1024 MB',
    'Variable Capacity Weight': '128',
    'Minimum Capacity': '0.10',
    'Maximum Capacity': '4.00',
    'Capacity Increment': '0.01',
    'Maximum Physical CPUs in system': '16',
    'Active Physical CPUs in system': '16',
    'Active CPUs in Pool': '14',
    'Shared Physical CPUs in system': '14',
    'Maximum Capacity of Pool': '1400',
    'Entitled Capacity of Pool': '100',
    'Unallocated Capacity': '0.00',
    'Physical CPU Percentage': '50.00%',
    'Unallocated Weight': '0',
    'Memory Mode': 'Dedicated',
    'Total I/O Memory Entitlement': '-',
    'Variable Memory Capacity Weight': '-',
    'Memory Pool ID': '-',
    'Physical Memory in the Pool': '-',
    'Hypervisor Page Size': '-',
    'Unallocated Variable Memory Capacity Weight': '-',
    'Unallocated I/O Memory entitlement': '-',
    'Memory Group ID of LPAR': '-',
    'Desired Virtual CPUs': '2',
    'Desired Memory': '4096 MB',
    'Desired Variable Capacity Weight': '128',
    'Desired Capacity': '1.00',
    'Target Memory Expansion Factor': '-',
    'Target Memory Expansion Size': '-',
    'Power Saving Mode': 'Disabled',
  };
  const stdout = Object.entries(facts)
    .map(([name, value]) => `${title(name)}: ${value}\n`)
    .join('');
  expect(await resourcesLab().type('lparstat -i')).toEqual({ status: 0, stdout, stderr: '' });
});

test.each([
  ['Type', 'Dedicated-SMT'],
  ['Mode', 'Donating'],
  ['Entitled Capacity', '2.00'],
  ['Shared Pool ID', '-'],
  ['Variable Capacity Weight', '-'],
  ['Minimum Capacity', '1.00'],
  ['Maximum Capacity', '4.00'],
  ['Capacity Increment', '1.00'],
  ['Active CPUs in Pool', '-'],
  ['Maximum Capacity of Pool', '0'],
  ['Physical CPU Percentage', '100.00%'],
  ['Desired Variable Capacity Weight', '-'],
  ['Desired Capacity', '2.00'],
])('-i of one with dedicated processors in the mode of POWER6: %s is %s', async (name, value) => {
  expect(await resourcesLab('app1').ok('lparstat -i')).toContain(`${title(name)}: ${value}\n`);
});

test('-i of a machine without partitions, with as many lines', async () => {
  const alone = await resourcesLab('alone').ok('lparstat -i');
  expect(alone).toContain(`${title('Partition Name')}: -\n`);
  expect(alone).toContain(`${title('Online Memory')}: 4096 MB\n`);
  const names = (listing: string) => listing.split('\n').map((line) => line.split(/ *: /)[0]);
  expect(names(alone)).toEqual(names(await resourcesLab().ok('lparstat -i')));
});

test.each([
  ['', /-i or -W is required/],
  ['-h 1 1', /is not supported by parlab/],
])('lparstat %s', async (words, stderr) => {
  const outcome = await new TestLab('default', 'l488pp008').type(`lparstat ${words}`);
  expect(outcome).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(stderr) });
});
