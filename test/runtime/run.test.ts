import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { sendAway } from '../../src/runtime/session.ts';
import { finished, run, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { giveTo, inside, insideTest, ordinaryUser, processesOf } from './inside.ts';

const ordinaryTest = ordinaryUser === undefined ? insideTest.skip : insideTest;
const mounts = () => readFileSync('/proc/self/mountinfo', 'utf8');
const before = mounts();
const labs: TestLab[] = [];

function labOf(world: string): TestLab {
  const lab = new TestLab(world);
  labs.push(lab);
  return lab;
}

// Whatever a test did: when all are sent away, nothing of it is left.
afterEach(async () => {
  for (const lab of labs.splice(0)) {
    await sendAway(lab.directory, processMachine);
    for (let tries = 0; tries < 40 && processesOf(lab).length > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(processesOf(lab)).toEqual([]);
    expect(readdirSync(lab.directory)).not.toContain('broker');
    const runs = join(lab.directory, 'run');
    expect(existsSync(runs) ? readdirSync(runs) : []).toEqual([]);
  }
  expect(mounts()).toBe(before);
});

describe('a host', () => {
  insideTest('is itself: name, files, prompt, environment, commands by path', async () => {
    const lab = labOf('default');
    const script = `
echo "$# $1"
hostname; pwd; id -u; head -1 /etc/passwd
grep -c . /etc/motd
test -x /usr/sbin/lswpar && /usr/sbin/lswpar -cqa name
ls -d /wpars /etc/wpars/*
env | grep -v -e '^_=' -e '^SHLVL=' -e '^PWD=' -e '^OLDPWD=' | sort
`;
    const outcome = await inside(lab, 'l488pp008', script, 'one', 'two words');
    expect(outcome.stderr).toBe('');
    expect(outcome.stdout.replace(/^PS1=.*\n/m, '')).toBe(`2 one
l488pp008
/
0
root:!:0:0::/:/usr/bin/ksh
9
dev01
dev02
/etc/wpars/dev01.cf
/etc/wpars/dev02.cf
/etc/wpars/devexports
/etc/wpars/secattrs
/wpars
HOME=/
LANG=C
LOGNAME=root
PATH=/usr/bin:/etc:/usr/sbin:/usr/ucb:/usr/bin/X11:/sbin:/bin
SHELL=/usr/bin/ksh
TERM=dumb
USER=root
`);
    expect(outcome.status).toBe(0);
  });

  insideTest('scripts for the Korn shell print as they do there', async () => {
    const lines = `print one two; print -n no end; print; print -r 'a\\tb'; print 'a\\tb'; print -- -n; print - -r
print -u2 to stderr; print -nr 'x\\n'; print`;
    const { stdout, stderr } = await inside(labOf('default'), 'l488pp008', lines);
    expect(stdout).toBe('one two\nno end\na\\tb\na\tb\n-n\n-r\nx\\n\n');
    expect(stderr).toBe('to stderr\n');
  });

  insideTest('a script that makes WPARs with the tools of Unix', async () => {
    const lab = labOf('default');
    const script = join(lab.home, 'build it.sh');
    writeFileSync(
      script,
      `#!/bin/ksh
set -e
for name in "$@"; do
  mkwpar -n "$name" > /tmp/"$name".log 2>&1
done
lswpar -cqa name,state | sort | grep ^web > /tmp/list
sed s/web/WEB/ < /tmp/list
grep -c '^[[:space:]]*name = "web1"' /etc/wpars/web1.cf
cd /etc/wpars && mkwpar -n web3 -w -o web3.spec > /dev/null && test -s web3.spec
lswpar nosuch 2> /tmp/error || echo "status $?"
cat /tmp/error
exit 42
`,
    );
    const outcome = await run('parlab', ['run', 'l488pp008', script, 'web1', 'web2'], {
      environment: lab.environment(),
    });
    expect(outcome).toEqual({
      status: 42,
      signal: null,
      stdout:
        'WEB1:D\nWEB2:D\n1\nstatus 1\nlswpar: 0960-419 Could not find a workload partition called nosuch.\n',
      stderr: '',
    });
    expect(await lab.ok('lswpar -cqa name')).toBe('dev01\ndev02\nweb1\nweb2\n');
  });

  insideTest('has the status of what ran last', async () => {
    const lab = labOf('default');
    const expected = {
      'exit 0': 0,
      'exit 255': 255,
      'kill -9 $$': 137,
      'kill -TERM $$': 143,
      'no-such-command': 127,
      'lswpar nosuch': 1,
      'lswpar -?': 2,
      'mkwpar -n new > /dev/null; stopwpar new': 1,
    };
    const statuses = await Promise.all(
      Object.keys(expected).map(async (line) => [line, (await inside(lab, 'l488pp008', `${line}\n`)).status]),
    );
    expect(Object.fromEntries(statuses)).toEqual(expected);
  });

  insideTest('lives on: what one shell writes, the next one and the commands outside see', async () => {
    const lab = labOf('default');
    await inside(
      lab,
      'l488pp008',
      'echo kept > /home/file; echo "device = /dev/null" >> /etc/wpars/secattrs\n',
    );
    expect((await inside(lab, 'l488pp008', 'cat /home/file\n')).stdout).toBe('kept\n');
    expect((await inside(lab, 'p550q', 'cat /home/file\n')).status).toBe(1);
    await lab.ok('mkwpar -n outside');
    expect((await inside(lab, 'l488pp008', 'ls /etc/wpars/outside.cf\n')).status).toBe(0);
  });

  insideTest('shells side by side, in one lab', async () => {
    const lab = labOf('default');
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        inside(lab, 'l488pp008', `mkwpar -n ${name} > /dev/null && lswpar -cqa state ${name}\n`),
      ),
    );
    expect(outcomes.map(({ status, stdout }) => [status, stdout])).toEqual(outcomes.map(() => [0, 'D\n']));
  });

  insideTest('an NFS server has a shell, and its exports; a console and a VIO server have none', async () => {
    const lab = labOf('default');
    const { stdout } = await inside(lab, 'x054', 'ls /backup/wpars | head -1; lswpar\n');
    expect(stdout).toMatch(/^x150\n/);
    for (const host of ['bpichmc', 'b750vio1']) {
      expect(await inside(lab, host, 'echo inside\n')).toMatchObject({
        status: 1,
        stdout: '',
        stderr: `parlab: ${host} has no shell to be in, only its own commands: parlab on ${host} COMMAND.\n`,
      });
    }
  });

  insideTest('a script that is not there', async () => {
    const lab = labOf('empty');
    const { status, stderr } = await run('parlab', ['run', 'aix71', '/no/such'], {
      environment: lab.environment(),
    });
    expect([status, stderr]).toEqual([127, 'parlab: There is no script /no/such.\n']);
  });

  insideTest('mkwpar -k runs its program inside', async () => {
    const lab = labOf('default');
    const lines = `printf '#!/bin/sh\\necho "here $1 $(hostname)"; ls ${lab.home} 2>&1; test -d /wpars || exit 9\\n' > /tmp/k
chmod +x /tmp/k; mkwpar -n cust -k /tmp/k | grep here\n`;
    expect((await inside(lab, 'l488pp008', lines)).stdout).toBe('here cust l488pp008\n');
  });
});

describe('nothing outside can be reached', () => {
  insideTest('files, processes, descriptors, mounts, devices, other namespaces', async () => {
    const lab = labOf('default');
    writeFileSync(join(lab.home, 'secret'), 'secret');
    const script = `
ls ${lab.home} ${lab.directory} /root /work /home/postgres /old /tree 2>/dev/null
cat ${lab.home}/secret /etc/shadow 2>/dev/null
ls -d /proc/[0-9]* | wc -l
for fd in /proc/*/fd/*; do readlink "$fd"; done 2>/dev/null | grep -e ${lab.home} -e ^/tmp -e ^/work
cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n' | grep '[/]${lab.home.slice(1)}'
ls /proc/1/root/ | tr '\\n' ' '; echo
for attempt in 'mount -t tmpfs x /mnt' 'umount /usr' 'mount -o remount,rw /usr' 'touch /usr/sbin/x' \\
  'unshare --user true' 'unshare --mount true' 'hostname other' 'mknod /tmp/disk b 8 0' 'nsenter -t 1 -m true' \\
  'nsenter -t 1 -u hostname other' 'sysctl -w kernel.core_pattern=x' 'chown 70000 /tmp'; do
  $attempt > /dev/null 2>&1 && echo "possible: $attempt"
done
echo 1 2>/dev/null > /proc/sys/kernel/core_pattern && echo 'possible: core_pattern'
kill -9 1; kill -9 -1
echo done
`;
    const outcome = await inside(lab, 'l488pp008', script);
    const [processes, root, ...rest] = outcome.stdout.trimEnd().split('\n');
    expect(Number(processes)).toBeLessThan(8);
    expect(root).toBe('bin dev etc exports lib lib64 over proc sbin tree usr '.trimEnd().concat(' '));
    expect(rest).toEqual(['done']);
  });

  insideTest('a descriptor that parlab was called with is not handed on', async () => {
    const lab = labOf('empty');
    const line = `parlab run aix71 - 7<${lab.home} 33<${lab.home} <<'END'
cd /proc/self/fd/7/.. 2>/dev/null && ls
cd /proc/self/fd/33/.. 2>/dev/null && ls
cd /proc/self/fd/4/.. 2>/dev/null && ls
echo done
END
`;
    const { stdout } = await run('bash', ['-c', line], { environment: lab.environment() });
    expect(stdout).toBe('done\n');
  });

  insideTest('out of a chroot there is nothing but the scaffold', async () => {
    const lab = labOf('empty');
    const script = `perl -e 'mkdir "/tmp/c"; chroot "/tmp/c"; chdir ".." for 1..30; chroot "."; print join(" ", glob("/* /root/* /work/*")), "\\n"'\n`;
    const { stdout } = await inside(lab, 'aix71', script);
    if (stdout !== '')
      expect(stdout).toBe('/bin /dev /etc /exports /lib /lib64 /over /proc /sbin /tree /usr\n');
  });

  insideTest('rm -rf / destroys that tree and nothing else; one can still go in', async () => {
    const lab = labOf('default');
    await inside(lab, 'p550q', 'echo other > /home/other\n');
    const dump = lab.dump();
    const { stderr } = await inside(lab, 'l488pp008', 'rm -rf /[!pu]* /usr/bin/env /proc/1 ; echo over\n');
    expect(stderr).not.toBe('');
    expect(existsSync('/usr/bin/env') && existsSync(lab.home)).toBe(true);
    expect(existsSync(join(lab.directory, 'hosts/l488pp008/etc/passwd'))).toBe(false);
    expect((await inside(lab, 'p550q', 'cat /home/other\n')).stdout).toBe('other\n');
    expect((await inside(lab, 'l488pp008', 'ls /home; lswpar -cqa name\n')).stdout).toBe('dev01\ndev02\n');
    expect(Object.keys(lab.dump())).toEqual(Object.keys(dump));
    expect(await lab.ok('lswpar -cqa name')).toBe('dev01\ndev02\n');
  });

  insideTest('links in the tree lead nowhere for those outside', async () => {
    const lab = labOf('default');
    const target = join(lab.home, 'target');
    mkdirSync(target);
    await inside(
      lab,
      'l488pp008',
      `mkdir -p ${target}; cp /etc/wpars/* ${target}; rm -rf /etc/wpars; ln -s ${target} /etc/wpars; mkdir ${target}/x; rmdir /admin/tmp; ln -s ../../../../../..${target}/x /admin/tmp\n`,
    );
    await lab.ok('mkwpar -n linked');
    const within = join(lab.directory, 'hosts/l488pp008', target);
    expect(readdirSync(within)).toContain('linked.cf');
    expect((await inside(lab, 'l488pp008', 'mkwpar -n x -w -o /admin/tmp/x.spec\n')).status).toBe(0);
    expect(readdirSync(join(within, 'x'))).toEqual(['x.spec']);
    expect(readdirSync(target)).toEqual([]);
    // A shell's own folders, replaced: they are made anew, never mounted through.
    await inside(lab, 'l488pp008', 'ln -sfn /etc /opt 2>/dev/null; rmdir /opt; ln -s /etc /opt\n');
    expect((await inside(lab, 'l488pp008', 'ls -ld /opt | cut -c1; echo in\n')).stdout).toMatch(/in\n$/);
  });

  insideTest('the loader of the tree has no power over the machine', async () => {
    const lab = labOf('empty');
    await inside(lab, 'aix71', 'echo /tmp/evil.so > /etc/ld.so.preload\n');
    const { stdout, stderr } = await inside(lab, 'aix71', 'echo in\n');
    expect(stdout).toBe('in\n');
    // It is asked for by programs below the tree only: chroot is the last that is not.
    expect(stderr).not.toContain('mount');
  });

  insideTest('garbage sent to the broker harms nobody', async () => {
    const lab = labOf('empty');
    const script = `node() { /usr/lib/parlab/node "$@"; }
node -e '
const { createConnection } = require("net");
const lines = ["", "{}", "null", "[1]", "{\\"type\\":\\"call\\"}", "\\u0000", "{\\"type\\":\\"call\\",\\"name\\":\\"constructor\\",\\"argv\\":[],\\"directory\\":\\"/\\",\\"environment\\":{}}",
  "{\\"type\\":\\"call\\",\\"name\\":\\"parlab\\",\\"argv\\":[\\"reset\\"],\\"directory\\":\\"/\\",\\"environment\\":{\\"PARLAB_HOST\\":\\"x\\"}}",
  "{\\"type\\":\\"ran\\",\\"status\\":1}", "x".repeat(9000000)];
let left = lines.length;
for (const line of lines) {
  const socket = createConnection("/dev/.parlab/broker");
  socket.on("error", () => {});
  socket.on("data", (text) => process.stdout.write(text));
  socket.on("close", () => { if (--left === 0) console.log("closed"); });
  socket.write(line + "\\n");
  setTimeout(() => socket.destroy(), 400);
}'
lswpar -cq; echo "still there $?"
`;
    const { stdout } = await inside(lab, 'aix71', script);
    expect(stdout).toContain('ksh: constructor:  not found.');
    expect(stdout).toContain('ksh: parlab:  not found.');
    expect(stdout).toMatch(/closed\nstill there 0\n$/);
  });
});

describe('at a terminal', () => {
  // script(1) plays the terminal.
  const typed = (lab: TestLab, line: string) =>
    run('script', ['-q', '-e', '-c', line, '/dev/null'], {
      environment: { ...lab.environment(), SHELL: '/bin/sh', TERM: 'dumb' },
      directory: lab.home,
    });

  insideTest('size, name and status are those of a terminal', async () => {
    const lab = labOf('empty');
    writeFileSync(join(lab.home, 'size'), 'stty size; tty; exit 7\n');
    const { status, stdout } = await typed(lab, 'stty rows 33 cols 101; parlab run aix71 size');
    expect(stdout.replaceAll('\r', '')).toContain('33 101\nnot a tty\n');
    expect(status).toBe(7);
  });

  insideTest('nobody inside can type for the shell outside', async () => {
    const lab = labOf('empty');
    writeFileSync(
      join(lab.home, 'type'),
      `#!/usr/bin/perl
for my $to (*STDIN, *STDOUT, *STDERR) { for my $letter (split //, "echo typed\\n") { ioctl($to, 0x5412, $letter) } }
`,
    );
    const lines = ['parlab run aix71 type', 'parlab run aix71 type | cat', 'true | parlab run aix71 type'];
    const outcomes = await Promise.all(
      lines.map((line) => typed(lab, `${line}; timeout 1 sed s/^/GOT:/; exit 0`)),
    );
    for (const { stdout } of outcomes) expect(stdout).not.toContain('GOT:echo typed');
  });
});

describe('ends', () => {
  insideTest.each(['SIGTERM', 'SIGKILL', 'SIGINT'] as const)(
    '%s ends the visit; others can come',
    async (signal) => {
      const lab = labOf('empty');
      const child = start('parlab', ['run', 'aix71', '-'], { environment: lab.environment() });
      const over = finished(child, 'echo in; exec sleep 1000\n');
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      expect(processesOf(lab).length).toBeGreaterThan(0);
      child.kill(signal);
      await over;
      expect((await inside(lab, 'aix71', 'echo again\n')).stdout).toBe('again\n');
    },
  );

  insideTest('a reset sends everybody away, a restore refuses', async () => {
    const lab = labOf('empty');
    const environment = lab.environment();
    await run('parlab', ['snapshot', 'save', 's'], { environment });
    const child = start('parlab', ['run', 'aix71', '-'], { environment });
    const over = finished(child, 'echo in; sleep 1000\n');
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const refused = await run('parlab', ['snapshot', 'restore', 's'], { environment });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(
      /^parlab: Somebody is inside a host or a WPAR of this lab \(process \d+\); leave it first\.\n$/,
    );
    expect(await run('parlab', ['reset'], { environment })).toMatchObject({ status: 0, stderr: '' });
    expect((await over).status).not.toBe(0);
    expect(await run('parlab', ['snapshot', 'restore', 's'], { environment })).toMatchObject({ status: 0 });
  });
});

describe('a machine that forbids namespaces', () => {
  // Below a limit of none, as user.max_user_namespaces=0 sets it; only root may try that out.
  ordinaryTest('says so, with the remedy, and runs nothing', async () => {
    const lab = labOf('empty');
    const line =
      'echo 0 > /proc/sys/user/max_user_namespaces && echo "id; touch inside" | parlab run aix71 -';
    const outcome = await run('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', line], {
      environment: lab.environment(),
      directory: lab.home,
    });
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    // The tool that failed speaks first.
    expect(outcome.stderr).toContain(
      'parlab: No real programs can run inside aix71 on this machine: the setting user.max_user_namespaces is 0. What to do: as root: sysctl -w user.max_user_namespaces=15000. The documented commands work all the same: parlab on aix71 COMMAND.\n',
    );
    expect(readdirSync(lab.home)).toEqual(['lab']);
  });
});

describe('an ordinary user', () => {
  ordinaryTest('has the same, with one real id', async () => {
    const lab = labOf('empty');
    giveTo(lab, ordinaryUser ?? 0);
    const line = `id -u; mkwpar -n mine > /dev/null; lswpar -cqa name; touch /tmp/f; ls -l /tmp/f | cut -d' ' -f3
ls ${lab.home} /root 2>/dev/null; chown 5 /tmp/f 2>/dev/null || echo one id; exit 3`;
    const shell = ['--reuid', '65534', '--regid', '65534', '--clear-groups', 'parlab', 'run', 'aix71', '-'];
    const outcome = await run('setpriv', shell, { environment: lab.environment(), input: `${line}\n` });
    expect(outcome).toMatchObject({ status: 3, stdout: '0\nmine\nroot\none id\n', stderr: '' });
  });
});
