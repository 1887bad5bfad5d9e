/** Sample scripts, and what seed 4 says of license managers ("checkacquire"). */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot, run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { inside, insideTest } from './inside.ts';

/** `parlab drtest` with real scripts in a real host. */
const host = 'l488pp008';

async function drtest(lab: TestLab, ...words: string[]) {
  return await run('parlab', ['drtest', ...words, '--host', host], {
    environment: lab.environment(),
    directory: lab.home,
  });
}

const samples = join(projectRoot, 'samples/dr/scripts');

insideTest(
  'the samples conform, without a warning, and nothing of the lab changes',
  async () => {
    const lab = new TestLab('default', host);
    await inside(lab, host, 'true\n');
    const before = lab.dump();
    for (const [name, ...words] of [
      ['sysadmin_license.sh', '--resource', 'cpu'],
      ['sysadmin_database.pl'],
      ['sysadmin_bindings.py', '--event', 'migrate'],
    ] as const) {
      const { stdout, stderr, status } = await drtest(lab, join(samples, name), ...words);
      expect(stderr).toBe('');
      // Without its interpreter on this machine it could not even begin, with the status 2.
      expect(stdout).toMatch(/ conforms: 0 problems, 0 warnings in \d+ courses \(\d+ calls\)\.\n$/);
      expect(status).toBe(0);
    }
    expect(readdirSync(samples)).toEqual([
      'sysadmin_bindings.py',
      'sysadmin_database.pl',
      'sysadmin_license.sh',
    ]);
    const after = lab.dump();
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
  },
  120_000,
);

insideTest('the sample of a license manager refuses what is beyond its limit, forced or not', async () => {
  const lab = new TestLab('default', host);
  await inside(lab, host, 'echo 1 > /etc/sysadmin_license\n');
  const words = ['--event', 'acquire', '--resource', 'cpu'];
  const { stdout } = await drtest(lab, join(samples, 'sysadmin_license.sh'), ...words, '--verbose');
  expect(stdout).toMatch(/acquire, with FORCE +checkacquire 1\n/);
  expect(stdout).toMatch(
    /\| DR_ERROR="license manager: 1 processors are licensed, this would be number \d+"/,
  );
});

insideTest('the sample of a database gives its buffer back when the removal fails', async () => {
  const lab = new TestLab('default', host);
  const session = `export DR_TOTAL_FRAMES=0x100000 DR_MEM_SIZE_REQUEST=1024 DR_MEM_SIZE_COMPLETED=512
/lent prerelease mem; cat /var/sysadmin_database/buffer /var/sysadmin_database/before
/lent undoprerelease mem; cat /var/sysadmin_database/buffer
/lent prerelease mem; /lent postrelease mem; /lent postacquire mem
cat /var/sysadmin_database/buffer; ls /var/sysadmin_database
`;
  await run('parlab', ['cp', join(samples, 'sysadmin_database.pl'), `${host}:/lent`], {
    environment: lab.environment(),
  });
  // 1024 MB, less a quarter of 1024; half of the removal has been made, so half of that comes back.
  expect((await inside(lab, host, session)).stdout.replace(/^DR_LOG.*\n/gm, '')).toBe(
    '768\n1024\n896\n896\nbuffer\n',
  );
});

insideTest('what cannot be run is no script that fails its test: status 2', async () => {
  const lab = new TestLab('default', host);
  const path = join(lab.home, 'acme_none');
  writeFileSync(path, '#!/no/such/interpreter\n', { mode: 0o755 });
  const { stdout, stderr, status } = await drtest(lab, path);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toMatch(/^parlab: \S+acme_none could not be run on l488pp008: .*not found\.\n$/);
});
