import { describe, expect, test } from 'vitest';
import { holdsProcessor } from '../../src/model/dlpar/holding.ts';
import { leavingProcessors } from '../../src/model/dlpar/processors.ts';
import type { TestLab } from '../support/lab.ts';
import { look, resourcesLab } from './resources.ts';
import { alter, done } from './wpars.ts';

const running = { status: 0, stdout: 'WLM is running\n', stderr: '' };
const stopped = { status: 1, stdout: 'WLM is stopped\n', stderr: '' };

/** What stops the last processor from leaving. */
function holders(lab: TestLab): readonly string[] {
  return look(lab, ({ lab: open, host, alive }) =>
    holdsProcessor(open, host, leavingProcessors(open.engine, host, 1), alive()),
  );
}

describe.each(['wlmcntrl', 'wlmctrl'])('%s', (name) => {
  test('starts in each mode, says how it is, stops', async () => {
    const lab = resourcesLab();
    expect(await lab.type(`${name} -q`)).toEqual(stopped);
    for (const mode of ['', '-a', '-c', '-p']) {
      expect(await lab.type(`${name} ${mode}`)).toEqual(done(''));
      expect(await lab.type(`${name} -q`)).toEqual(running);
    }
    expect(await lab.type(`${name} -o`)).toEqual(done(''));
    expect(await lab.type(`${name} -q`)).toEqual(stopped);
  });

  test.each([
    ['-u', 1, 'WLM is not running.\n'],
    ['-o', 1, 'WLM is not running.\n'],
  ])('%s of one that does not run', async (words, status, text) => {
    expect(await resourcesLab().type(`${name} ${words}`)).toEqual({
      ...{ status, stdout: '', stderr: `${name}: ${text}` },
    });
  });

  test.each(['-g', '-T class', '-d other', '-S batch', '-a -p', 'word'])('%s is misuse', async (words) => {
    expect(await resourcesLab().type(`${name} ${words}`)).toMatchObject({ status: 2, stdout: '' });
  });

  test('a start of the host ends it; only root changes it', async () => {
    const lab = resourcesLab();
    await lab.ok(name);
    alter(
      lab,
      "UPDATE partition SET last_activated = (SELECT value + 50 FROM meta WHERE key = 'clock.start')",
    );
    expect(await lab.type(`${name} -q`)).toEqual(stopped);
    lab.user = 'guest';
    expect((await lab.type(name)).stderr).toMatch(/root authority/);
    expect(await lab.type(`${name} -q`)).toEqual(stopped);
  });
});

// Seed 4, Processor Bindings: the four steps that resolve a dependency of the Workload Manager.
test('seed 4: lsrset, lsclass, chclass and wlmctrl take a software partition off the processor that leaves', async () => {
  const lab = resourcesLab();
  alter(lab, 'DELETE FROM processor_binding');
  await lab.ok('wlmctrl -a');
  expect(holders(lab)).toEqual([
    'workload class batch has no other online processor in its resource set test/last',
  ]);
  expect(await lab.ok('lsrset -vn test')).toContain('CPU: 4-7');
  expect(await lab.ok('lsclass -f batch')).toContain('\trset = "test/last"\n');
  await lab.ok('chclass -a rset=test/both batch');
  expect(holders(lab)).toHaveLength(1);
  await lab.ok('wlmctrl -u');
  expect(holders(lab)).toEqual([]);
});

describe('classes', () => {
  test('those that are always there, then the others', async () => {
    const lab = resourcesLab();
    expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\nbatch\n');
    expect(await lab.type('mkclass -a tier=1 -c shares=10 -m hardmax=50 interactive')).toEqual(done(''));
    expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\nbatch\ninteractive\n');
    const stanza = await lab.ok('lsclass -f interactive');
    expect(stanza.split('\n').filter((row) => /tier|CPUshares|memoryhardmax|rset/.test(row))).toEqual([
      '\ttier = 1',
      '\trset = ""',
      '\tCPUshares = 10',
      '\tmemoryhardmax = 50',
    ]);
    expect(await lab.type('rmclass interactive')).toEqual(done(''));
    expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\nbatch\n');
  });

  test('with colons; and the defaults', async () => {
    const lab = resourcesLab();
    await lab.ok('chclass -a description=a:b batch');
    const [titles, row] = (await lab.ok('lsclass -C batch')).split('\n');
    expect(titles).toMatch(/^#name:description:tier:/);
    expect(row).toMatch(/^batch:a#!:b:0:no:/);
    expect(await lab.ok('lsclass -D')).toMatch(/^default:\n\tdescription = ""\n\ttier = 0\n/);
  });

  test('what is removed goes on in the kernel until the next update', async () => {
    const lab = resourcesLab();
    alter(lab, 'DELETE FROM processor_binding');
    await lab.ok('wlmcntrl');
    await lab.ok('rmclass batch');
    expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\n');
    expect(holders(lab)).toHaveLength(1);
    await lab.ok('wlmcntrl -u');
    expect(holders(lab)).toEqual([]);
  });

  test.each([
    ['lsclass nosuch', 1, /^lsclass: There is no class called nosuch\.\n$/],
    ['lsclass -r', 2, /not supported by parlab/],
    ['mkclass batch', 1, /There is a class called batch already/],
    ['mkclass System', 1, /There is a class called System already/],
    ['mkclass no-name', 1, /no-name cannot be the name of a class/],
    ['mkclass abcdefghijklmnopq', 1, /cannot be the name of a class/],
    ['mkclass Unclassified', 1, /cannot be the name of a class/],
    ['mkclass -a rset=test/none new', 1, /There is no rset called test\/none/],
    ['mkclass -a colour=red new', 1, /Classes have no attribute called colour/],
    ['mkclass -a tier=10 new', 1, /10 is not a value of tier/],
    ['mkclass -a tier new', 2, /"tier" is not of the form name=value/],
    ['mkclass -c middle=3 new', 1, /Classes have no attribute called CPUmiddle/],
    ['mkclass -P hardmax=3 new', 2, /not supported by parlab/],
    ['chclass batch', 2, /No attribute to change was given/],
    ['chclass -a tier=1 nosuch', 1, /There is no class called nosuch/],
    ['chclass -a rset=test/none batch', 1, /There is no rset called test\/none/],
    ['rmclass Default', 1, /is predefined and cannot be removed/],
    ['rmclass nosuch', 1, /There is no class called nosuch/],
    ['rmclass', 2, /Usage: /],
  ])('%s is refused', async (line, status, stderr) => {
    const lab = resourcesLab();
    const before = lab.dump();
    expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(lab.dump()).toEqual(before);
  });

  test('an update with an rset that is gone changes nothing', async () => {
    const lab = resourcesLab();
    await lab.ok('rmrset test/last');
    const before = lab.dump();
    const { status, stderr } = await lab.type('wlmcntrl');
    expect({ status, stderr }).toEqual({
      ...{
        status: 1,
        stderr: 'wlmcntrl: The rset test/last of the class batch is not in the system registry.\n',
      },
    });
    expect(lab.dump()).toEqual(before);
  });
});
