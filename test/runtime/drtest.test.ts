/** Sample scripts, and what seed 4 says of license managers ("checkacquire"). */
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
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

const describes = `#!/bin/sh
case "$1" in
scriptinfo) echo DR_VERSION=1; echo DR_DATE=20111117; echo 'DR_SCRIPTINFO="hostile ledger"'; echo DR_VENDOR=acme; exit 0 ;;
register) echo DR_RESOURCE=cpu; exit 0 ;;
esac
[ "$2" = cpu ] || exit 10
case "$1" in
usage) echo 'DR_USAGE="none"'; exit 0 ;;
drtest) exit 10 ;;
esac
`;

function hostile(lab: TestLab, name: string, lines: string): string {
  const path = join(lab.home, `acme_${name}`);
  writeFileSync(path, `${describes}${lines}\n`);
  chmodSync(path, 0o755);
  return path;
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

insideTest(
  'hostile scripts get a report, in bounded time',
  async () => {
    const lab = new TestLab('default', host);
    const report = async (name: string, lines: string) => {
      const words = [hostile(lab, name, lines), '--timeout', '0.7', '--event', 'release'];
      const { stdout, stderr, status } = await drtest(lab, ...words);
      expect(stderr).toBe('');
      expect(status).toBe(1);
      return stdout;
    };
    const endless = await report('endless', 'exec yes DR_LOG_INFO=more');
    expect(endless).toContain('It prints more than is read');
    expect(endless).toContain('3 calls have taken too long.');
    expect(await report('ignores', 'trap "" ABRT; sleep 77777')).toContain('SIGABRT did not end it either');
    expect(await report('forks', 'sleep 77776 & exit 1')).toContain(
      'It leaves a program running: sleep 77776.',
    );
    expect(await report('closes', 'exec >&- 2>&- <&-; exit 4')).toContain('It ended with 4 without DR_ERROR');
    expect(await report('kills', 'kill -9 $PPID; exit 0')).toContain('without DR_ERROR');
    const long = await report('long', 'head -c 10000000 /dev/zero | tr "\\0" x; echo; exit 1');
    expect(long.length).toBeLessThan(20_000);
    const red = await report('control', 'printf "DR_ERROR=\\033[31mred\\007\\n"; exit 0');
    expect(red).toContain('DR_ERROR has control characters');
    expect(red).not.toContain('\u001b');
    expect((await inside(lab, host, '/usr/bin/pgrep -f "slee[p] 7777" | wc -l\n')).stdout).toBe('0\n');
  },
  120_000,
);

insideTest('what cannot be run is no script that fails its test: status 2', async () => {
  const lab = new TestLab('default', host);
  const path = join(lab.home, 'acme_none');
  writeFileSync(path, '#!/no/such/interpreter\n', { mode: 0o755 });
  const { stdout, stderr, status } = await drtest(lab, path);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toMatch(/^parlab: \S+acme_none could not be run on l488pp008: .*not found\.\n$/);
});
