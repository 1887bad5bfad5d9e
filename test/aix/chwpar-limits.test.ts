import { describe, expect, test } from 'vitest';
import type { TestLab } from '../support/lab.ts';
import {
  editHostFile,
  expectChange,
  expectRefusal,
  fillHost,
  lifeCycle,
  view,
  type WparChange,
} from './wpars.ts';

describe('resource controls', () => {
  const all = [
    ['active', 'no'],
    ['rset', 'test/rset1'],
    ['shares_CPU', '65535'],
    ['CPU', '0%-50%,100%'],
    ['shares_memory', '1'],
    ['memory', '10%-90.5%,90.5%'],
    ['procVirtMem', '512M'],
    ['totalVirtMem', '2G'],
    ['totalProcesses', '64'],
    ['totalThreads', '128'],
    ['totalPTYs', '8'],
    ['totalLargePages', '1024'],
    ['pct_msgIDs', '10%'],
    ['pct_semIDs', '0%'],
    ['pct_shmIDs', '99%'],
    ['pct_pinMem', '50%'],
  ] as const;

  test.each(all)('-R %s=%s, and -K -R brings the default back', async (attribute, value) => {
    const lab = lifeCycle();
    const before = await view(lab, 'web', 'R', attribute);
    await lab.ok(`chwpar -R ${attribute}=${value} web`);
    expect(await view(lab, 'web', 'R', attribute)).toBe(value);
    await lab.ok(`chwpar -K -R ${attribute} web`);
    expect(await view(lab, 'web', 'R', attribute)).toBe(before);
  });

  test('all at once; -K -R alone brings all defaults back', async () => {
    const lab = lifeCycle();
    const before = await view(lab, 'web', 'R');
    await lab.ok(`chwpar -R ${all.map((pair) => pair.join('=')).join(' ')} web`);
    expect(await view(lab, 'web', 'R')).toBe(`web:D:${all.map(([, value]) => value).join(':')}`);
    await lab.ok('chwpar -K -R web');
    expect(await view(lab, 'web', 'R')).toBe(before);
  });

  test('what is not named stays; a running WPAR is changed at once', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -R totalProcesses=64 db');
    expect(await view(lab, 'db', 'R', 'shares_CPU,CPU,totalProcesses')).toBe('20:5%-50%,80%:64');
    await lab.ok('chwpar -K -R CPU totalProcesses db');
    expect(await view(lab, 'db', 'R', 'shares_CPU,CPU,totalProcesses')).toBe('20:0%-100%,100%:unlimited');
  });

  test.each([
    ['active=maybe', 'active', 'maybe'],
    ['shares_CPU=0', 'shares_CPU', '0'],
    ['shares_memory=65536', 'shares_memory', '65536'],
    ['CPU=50%', 'CPU', '50%'],
    ['CPU=0%-101%,100%', 'CPU', '0%-101%,100%'],
    ['memory=0%-0%,100%', 'memory', '0%-0%,100%'],
    ['procVirtMem=1X', 'procVirtMem', '1X'],
    ['totalProcesses=-1', 'totalProcesses', '-1'],
    ['totalThreads=many', 'totalThreads', 'many'],
    ['pct_msgIDs=101%', 'pct_msgIDs', '101%'],
    ['pct_pinMem=50', 'pct_pinMem', '50'],
    ['rset=', 'rset', ''],
  ])('refused: -R %s', async (word, attribute, value) => {
    await expectRefusal(
      lifeCycle(),
      `chwpar -R ${word} web`,
      `chwpar: "${value}" is not a valid value of the ${attribute} attribute.`,
    );
  });

  test.each(['CPU=60%-50%,80%', 'memory=0%-90%,80%'])('refused: -R %s, out of order', async (word) => {
    await expectRefusal(
      lifeCycle(),
      `chwpar -R ${word} web`,
      `chwpar: ${word}: the minimum must not exceed the soft maximum, nor that the hard maximum.`,
    );
  });

  test('8192 resource-controlled WPARs a host: the next one stays without', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -R active=no web');
    fillHost(lab, 'lab71', 8192);
    const message = 'chwpar: The limit of 8192 resource-controlled workload partitions is reached.';
    await expectRefusal(lab, 'chwpar -R active=yes web', message);
    await expectRefusal(lab, 'chwpar -K -R active web', message);
    await lab.ok('chwpar -R active=no db');
    await lab.ok('chwpar -R active=yes web');
  });
});

describe('privileges', () => {
  const privileges = async (lab: TestLab, wpar: string) => (await view(lab, wpar, 'S', 'privs')).split(',');

  test('= replaces, += adds, -= removes, -K -S brings the default back', async () => {
    const lab = lifeCycle();
    const before = await privileges(lab, 'web');
    expect(before).toHaveLength(88);
    await lab.ok('chwpar -S privs-=PV_TCB,PV_KER_LVM web');
    expect(await privileges(lab, 'web')).toEqual(
      before.filter((each) => each !== 'PV_TCB' && each !== 'PV_KER_LVM'),
    );
    await lab.ok('chwpar -S privs=PV_TCB web');
    await lab.ok('chwpar -S privs+=PV_KER_LVM,PV_TCB web');
    expect(await privileges(lab, 'web')).toEqual(['PV_TCB', 'PV_KER_LVM']);
    await lab.ok('chwpar -K -S web');
    expect(await privileges(lab, 'web')).toEqual(before);
  });

  test('secfile=: another file, whose list may be changed in the same flag', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -S secfile=/etc/wpars/privileges web');
    expect(await privileges(lab, 'web')).toEqual(['PV_AU_', 'PV_TCB']);
    await lab.ok('chwpar -S secfile=/etc/wpars/privileges privs+=PV_KER_LVM db');
    expect(await privileges(lab, 'db')).toEqual(['PV_AU_', 'PV_TCB', 'PV_KER_LVM']);
  });

  test('edits of secattrs in a laid tree count for those without a list of their own', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -S privs=PV_TCB web');
    editHostFile(lab, '/etc/wpars/secattrs', () => '* shortened\nPV_AU_, PV_MIC\n');
    expect(await privileges(lab, 'own')).toEqual(['PV_AU_', 'PV_MIC']);
    expect(await privileges(lab, 'web')).toEqual(['PV_TCB']);
    await lab.ok('chwpar -S privs+=PV_TCB own');
    expect(await privileges(lab, 'own')).toEqual(['PV_AU_', 'PV_MIC', 'PV_TCB']);
  });

  test.each([
    ['-S privs+=PV_NONE web', 'chwpar: PV_NONE is not a privilege.'],
    ['-S secfile=/etc/nowhere web', 'chwpar: The privilege file /etc/nowhere was not found.'],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });
});

describe('kernel extensions', () => {
  test.each<WparChange>([
    ['-X kext=/usr/lib/drivers/two', 'web', 'X', undefined, 'web:/usr/lib/drivers/two:no:no:ALLOCATED'],
    ['-X kext=/usr/lib/drivers/two local=yes major=yes', 'web', 'X', 'local,major', 'yes:yes'],
    ['-X kext=ALL', 'web', 'X', 'kext', 'ALL'],
    ['-X exportfile=/etc/kexts', 'web', 'X', 'kext', '/etc/kexts'],
    [
      '-X kext=/usr/lib/drivers/one major=yes',
      'db',
      'X',
      undefined,
      'db:/usr/lib/drivers/one:no:yes:EXPORTED',
    ],
    ['-K -X kext=/usr/lib/drivers/one', 'db', 'X', undefined, ''],
  ])('chwpar %s %s', async (...change) => {
    await expectChange(change);
  });

  test.each([
    ['-X local=yes web', 'chwpar: The -X flag requires a kext= or exportfile= attribute.'],
    ['-X kext=one web', 'chwpar: "one" is not a valid value of the kext attribute.'],
    ['-X kext=/one local=x web', 'chwpar: "x" is not a valid value of the local attribute.'],
    ['-X kext=ALL local=yes web', 'chwpar: 0960-593 ALL is not allowed when a kernel extension is local.'],
    ['-K -X kext=/two db', 'chwpar: Workload partition db has no kernel extension /two.'],
    ['-K -X local=yes db', 'chwpar: The -X flag requires a kext= or exportfile= attribute.'],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });
});
