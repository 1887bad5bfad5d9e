import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { alter, done } from './wpars.ts';

const running = { status: 0, stdout: 'WLM is running\n', stderr: '' };
const stopped = { status: 1, stdout: 'WLM is stopped\n', stderr: '' };

/** The Workload Manager's command has two names, which do the same. */
export function describeManager(name: string): void {
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
}
