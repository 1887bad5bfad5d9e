/** Seed 4, "High-Level Structure of DLPAR Scripts", with real scripts. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { describeScript } from '../../src/model/dlpar/describe-script.ts';
import { openScripts } from '../../src/runtime/scripts.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { inside, insideTest } from './inside.ts';

const all = '/usr/lib/dr/scripts/all';

const scripts = {
  sysadmin_shell: `#!/usr/bin/ksh
case "$1" in
scriptinfo) echo DR_VERSION=1; echo DR_DATE=20240101; echo "DR_SCRIPTINFO=\\"a shell in $PWD as $(id -un), $PATH\\""; echo DR_VENDOR=sysadmin ;;
register) echo DR_RESOURCE=cpu ;;
usage) echo "DR_USAGE=\\"$2 at $DR_DETAIL_LEVEL\\"" ;;
*) exit 10 ;;
esac
`,
  sysadmin_perl: `#!/usr/bin/perl
my %say = (scriptinfo => "DR_VERSION=1\\nDR_DATE=20240101\\nDR_SCRIPTINFO=\\"a Perl script\\"\\nDR_VENDOR=sysadmin\\nDR_TIMEOUT=3\\n",
  register => "DR_RESOURCE=mem\\n", usage => "DR_USAGE=\\"buffers\\"\\n");
exit 10 unless $say{$ARGV[0]};
print $say{$ARGV[0]};
`,
  sysadmin_python: `#!/usr/bin/python3
import sys
say = {"scriptinfo": "DR_VERSION=1\\nDR_DATE=20240101\\nDR_SCRIPTINFO=a Python script\\nDR_VENDOR=sysadmin",
       "register": "DR_RESOURCE=mem", "usage": "DR_USAGE=heap"}
if sys.argv[1] not in say:
    sys.exit(10)
print(say[sys.argv[1]])
`,
};

const has = (program: string) => existsSync(program) && spawnSync(program, ['--version']).status === 0;
const able = {
  sysadmin_shell: true,
  sysadmin_perl: has('/usr/bin/perl'),
  sysadmin_python: has('/usr/bin/python3'),
};

function put(lab: TestLab, name: string, text: string): void {
  writeFileSync(join(lab.home, name), text);
  chmodSync(join(lab.home, name), 0o755);
}

insideTest('a shell, a Perl and a Python script, from a plain shell and inside', async () => {
  const lab = new TestLab('default', 'l488pp008');
  const names = (Object.keys(scripts) as (keyof typeof scripts)[]).filter((name) => able[name]);
  for (const name of names) {
    put(lab, name, scripts[name]);
    const outcome = await run('drmgr', ['-i', name], { environment: lab.environment(), directory: lab.home });
    expect([outcome.status, outcome.stderr]).toEqual([0, '']);
    expect(outcome.stdout.startsWith(`${all}/${name}`.padEnd(49))).toBe(true);
  }
  const { stdout, stderr } = await inside(
    lab,
    'l488pp008',
    `cd /tmp && cp ${all}/sysadmin_shell again && drmgr -i again -w 1 && cp -p again ${all}/hand && drmgr -b
rm ${all}/again; drmgr -b; drmgr -l | grep -v "^ *Vendor"; ls -l ${all} | grep -c "^-rwxr-xr-x"
drmgr -i /no/such; clogin dev02 drmgr -l; drmgr -i /usr/lib/dr/scripts/all
`,
  );
  const description = 'a shell in /tmp as root, /usr/bin:/etc:/usr/sbin';
  expect(stdout.split('\n')[0]).toBe(`${`${all}/again`.padEnd(49)}${description}`);
  expect(stdout).toContain(`${`${all}/hand`.padEnd(49)}${description}
        Script Timeout:10,      Admin Override Timeout:0
        Memory DR Percentage:100
        Resources Supported:
                Resource Name: cpu              Resource Usage: cpu at 0
`);
  expect(stdout.match(/^\/usr\/lib\/dr\/scripts\/all\/\w+ .*$/gm)?.slice(1)).toHaveLength(2 + names.length);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(String(2 + names.length));
  expect(stderr).toContain('drmgr: There is no script /no/such.\n');
  expect(stderr).toContain(`drmgr: Cannot read ${all}: it is a directory.\n`);
});

insideTest('descriptions that mean no good', async () => {
  const lab = new TestLab('default', 'l488pp008');
  const good = 'echo DR_VERSION=1; echo DR_DATE=d; echo DR_VENDOR=v';
  const hostile = {
    endless: 'exec yes DR_VERSION=1',
    fork: `${good}; echo DR_SCRIPTINFO=forks; (sleep 88888 &) ; echo DR_RESOURCE=cpu`,
    control: `${good}; printf 'DR_SCRIPTINFO="a\\033[2Jb\\007"\\n'; echo DR_RESOURCE=cpu`,
    long: 'head -c 10000000 /dev/zero | tr "\\0" x; echo; echo DR_VERSION=1',
    longInfo: `${good}; echo "DR_SCRIPTINFO=$(head -c 5000 /dev/zero | tr "\\0" x)"; echo DR_RESOURCE=cpu`,
    "it's a name": `${good}; echo DR_SCRIPTINFO=$0; echo DR_RESOURCE=cpu`,
    suicide: `rm -f "$0"; ${good}; echo DR_SCRIPTINFO=still here; echo DR_RESOURCE=cpu`,
    killer: 'kill -9 $PPID; kill -9 -1',
  };
  const open = Lab.open(lab.directory, processMachine);
  const host = findHost(open.engine, 'l488pp008');
  if (!host) throw new Error('no host');
  const lent = Object.fromEntries(
    Object.entries(hostile).map(([name, text]) => [name, Buffer.from(`#!/bin/sh\n${text}\n`)]),
  );
  const session = await openScripts(open, { host }, lent);
  const signal = new AbortController().signal;
  const said: Record<string, unknown> = {};
  for (const name of Object.keys(hostile)) {
    const path = session.lent(name);
    said[name] = await describeScript(session, { path, shown: name, signal, seconds: 1.5 }).then(
      ({ info }) => (info.startsWith('/') ? info.replace(/^.*\//, '') : info.slice(0, 12)),
      (error) => (error as { catalogued?: { id: string } }).catalogued?.id ?? String(error),
    );
  }
  session.close();
  open.close();
  expect(said).toEqual({
    endless: 'script.late',
    fork: 'forks',
    control: 'a?[2Jb?',
    long: 'script.endless',
    longInfo: 'xxxxxxxxxxxx',
    "it's a name": "it's a name",
    suicide: 'still here',
    killer: 'script.failed',
  });
});

insideTest('what a description leaves in the host, a FIFO, and a refusal that leaves nothing', async () => {
  const lab = new TestLab('default', 'l488pp008');
  put(lab, 'bad', '#!/bin/sh\ntouch /tmp/was-here\necho "DR_VERSION=1"\n');
  spawnSync('mkfifo', [join(lab.home, 'fifo')]);
  const call = (...words: string[]) =>
    run('drmgr', words, { environment: lab.environment(), directory: lab.home });
  expect(await call('-i', 'fifo')).toMatchObject({
    status: 1,
    stderr: 'drmgr: Cannot read fifo: it is not a plain file.\n',
  });
  expect(await call('-i', 'bad')).toMatchObject({
    status: 1,
    stderr: 'drmgr: bad: "scriptinfo" printed no DR_DATE.\n',
  });
  const tree = join(lab.directory, 'hosts/l488pp008');
  expect(existsSync(join(tree, 'tmp/was-here'))).toBe(true);
  expect(existsSync(join(tree, all, 'bad'))).toBe(false);
  expect(readFileSync(join(tree, all, 'ctrmc_MDdr'), 'utf8')).toContain('DR_RESOURCE=pmig');
  // The script that every AIX has says of itself what drmgr knows of it.
  put(lab, 'copy', `${readFileSync(join(tree, all, 'ctrmc_MDdr'), 'utf8')}# copied\n`);
  await call('-i', 'copy');
  const { stdout } = await call('-l');
  const [, copied, delivered] = stdout.split(/^-{60}\n/m);
  expect(copied).toBe(delivered?.replace('ctrmc_MDdr', 'copy      '));
});
