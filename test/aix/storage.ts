import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { TestLab } from '../support/lab.ts';

/** Seed 3's host with dev02 active. */
export async function seedLab(...active: string[]): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  for (const name of active.length === 0 ? ['dev02'] : active) await lab.ok(`startwpar ${name}`);
  return lab;
}

/** Writes a file inside the host, or the WPAR that one is in. */
export async function writeInside(
  lab: TestLab,
  wpar: string | undefined,
  path: string,
  text: string,
): Promise<void> {
  const { findHost } = await import('../../src/state/hosts.ts');
  const { findWpar } = await import('../../src/state/wpars.ts');
  const { writePlaceFile } = await import('../../src/model/tree/files.ts');
  const { layHost } = await import('../../src/model/tree/lay.ts');
  const open = Lab.open(lab.directory, processMachine);
  try {
    const host = findHost(open.engine, lab.host ?? '');
    if (!host) throw new Error('no such host');
    layHost(open, host);
    const laid = findHost(open.engine, host.name) ?? host;
    const found = wpar === undefined ? undefined : findWpar(open.engine, host.name, wpar);
    writePlaceFile(open, found ? { host: laid, wpar: found } : { host: laid }, path, text);
  } finally {
    open.close();
  }
}
