import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logFile, logged } from '../model/syslog/logs.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { inside, insideTest } from './inside.ts';

insideTest('in a host: a file, a line in syslog.conf, refresh, logger', async () => {
  const lab = new TestLab('default', 'l488pp008');
  const { stdout, stderr } = await inside(
    lab,
    'l488pp008',
    `logger too early
touch /var/adm/messages
echo '*.debug	/var/adm/messages' >> /etc/syslog.conf
logger not read yet
refresh -s syslogd
logger -p daemon.err -t DRMGR it works
printf 'a\\nb\\n' | logger
cd /var/adm && echo from a file > m && logger -f m
sed 's/^Nov 17 ..:..:..//' /var/adm/messages
`,
  );
  expect({ stdout, stderr }).toEqual({
    stdout: [
      '0513-095 The request for subsystem refresh was completed successfully.',
      ' l488pp008 syslogd: restart',
      ' l488pp008 DRMGR: it works',
      ' l488pp008 root: a',
      ' l488pp008 root: b',
      ' l488pp008 root: from a file',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test.each(['', ' compress'])(
  'many log at once while the log is rotated%s: no line is lost',
  async (compress) => {
    const host = logged(`user.debug ${logFile} rotate size 10k files 1000${compress}`);
    const { test: lab, at } = host;
    host.close();
    const [processes, each] = [12, 100];
    const line = (name: number, number: number) => `${name}.${number}.${'x'.repeat(80)}`;
    for (let name = 0; name < processes; name++) {
      const lines = Array.from({ length: each }, (_, number) => `${line(name, number)}\n`);
      writeFileSync(at(`/tmp/${name}`), lines.join(''));
    }
    const calls = Array.from({ length: processes }, (_, name) =>
      run('parlab', ['on', 'l488pp008', 'logger', '-f', `/tmp/${name}`], { environment: lab.environment() }),
    );
    for (const outcome of await Promise.all(calls)) expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const files = readdirSync(at('/var/adm')).filter((name) => name.startsWith('dr.log'));
    const text = files.map((name) => readText(at(`/var/adm/${name}`))).join('');
    const found = [...text.matchAll(/^Nov 17 .{8} l488pp008 root: (\d+\.\d+\.x{80})$/gm)].map(
      ([, said]) => said,
    );
    const all = Array.from({ length: processes * each }, (_, number) =>
      line(number % processes, Math.floor(number / processes)),
    );
    expect(found.sort()).toEqual(all.sort());
    expect(text.match(/\n/g)).toHaveLength(processes * each);
    expect(files.length).toBeGreaterThan(10);
  },
);

function readText(path: string): string {
  if (!path.endsWith('.Z')) return readFileSync(path, 'utf8');
  return spawnSync('gzip', ['-dc', path], { encoding: 'utf8', maxBuffer: 1e9 }).stdout;
}
