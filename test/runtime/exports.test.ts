import { expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { exportsOf } from '../../src/runtime/exports.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { listRunning } from '../../src/state/wpars.ts';
import { TestLab } from '../support/lab.ts';

test('what is exported to a host is not held ready for its WPARs: the files of others are among it', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  const opened = Lab.open(lab.directory, processMachine);
  try {
    opened.update(({ engine }) =>
      engine.run(
        "INSERT INTO nfs_export VALUES ('x054', '/for/host', 'l488pp008'), ('x054', '/for/wpar', 'dev02')",
      ),
    );
    const host = findHost(opened.engine, 'l488pp008');
    const [wpar] = listRunning(opened.engine, 'l488pp008');
    if (!host || !wpar) throw new Error('the world has changed');
    const own = (...all: Parameters<typeof exportsOf>) =>
      exportsOf(...all)
        .map(({ path }) => path)
        .filter((path) => path.startsWith('/for'));
    expect([own(opened, { host }), own(opened, { host, wpar })]).toEqual([['/for/host'], ['/for/wpar']]);
  } finally {
    opened.close();
  }
});
