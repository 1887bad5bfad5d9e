import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { run } from '../support/bins.ts';
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
