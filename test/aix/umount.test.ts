import { describe, expect, test } from 'vitest';
import { seedLab } from './storage.ts';

const busy = 'The requested resource is busy.';

describe.each(['umount', 'unmount'])('%s', (name) => {
  test.each([
    ['/', `0506-349 Cannot unmount /dev/hd4: ${busy}`],
    ['/var', `0506-349 Cannot unmount /dev/hd9var: ${busy}`],
    // dev02 has it mounted, too.
    ['/opt', `0506-349 Cannot unmount /dev/hd10opt: ${busy}`],
    // Another file system is mounted on it.
    ['/home', `0506-349 Cannot unmount /dev/hd1: ${busy}`],
    ['/wpars/dev02/home', `0506-349 Cannot unmount /dev/fslv09: ${busy}`],
    ['/nosuch', '0506-347 Cannot find anything to unmount.'],
    ['/dev/fslv04', '0506-347 Cannot find anything to unmount.'],
    ['-n blue.ibm.com', '0506-347 Cannot find anything to unmount.'],
    ['-t dev01', '0506-347 Cannot find anything to unmount.'],
  ])('%s is refused', async (words, stderr) => {
    const lab = await seedLab();
    const before = lab.dump();
    expect(await lab.type(`${name} ${words}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${name}: ${stderr}\n`,
    });
    expect(lab.dump()).toEqual(before);
  });

  test('inside, what was mounted from outside stays', async () => {
    const lab = await seedLab();
    lab.wpar = 'dev02';
    expect(await lab.type(`${name} /home`)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${name}: 0506-349 Cannot unmount Global: The file access permissions do not allow the specified action.\n`,
    });
    await lab.ok('mount /etc /mnt');
    await lab.ok('mount blue.ibm.com:/scratch/state /var/tmp');
    await lab.ok(`${name} allr`);
    expect(await lab.ok('mount')).toContain('/mnt');
    expect(await lab.ok('mount')).not.toContain('blue');
    await lab.ok(`${name} all`);
    expect(await lab.ok('mount')).not.toContain('/mnt');
  });

  test('a file system of the host goes, and its numbers with it', async () => {
    const lab = await seedLab();
    await lab.ok(`${name} /home/u0009539`);
    await lab.ok(`${name} /home`);
    expect(await lab.ok('df')).not.toMatch(/ \/home$/m);
    expect((await lab.ok('df -k /home')).split('\n')[1]).toMatch(/ \/$/);
  });

  test('without anything to unmount it is misuse', async () => {
    expect((await (await seedLab()).type(name)).status).toBe(2);
    expect((await (await seedLab()).type(`${name} -f /home`)).status).toBe(2);
  });
});
