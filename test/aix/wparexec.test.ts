import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { giveTo, inside, insideTest, ordinaryUser } from '../runtime/inside.ts';
import { finished, run, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { alter, everything, expectMisuse, expectRefusal, view } from './wpars.ts';

const begin = (name: string) => `Starting workload partition ${name}.
Mounting all workload partition file systems.
Loading workload partition.
`;
const end = 'Shutting down all workload partition processes.\n';
const made = () => new TestLab('default', 'l488pp008');

/** A real wparexec in a directory of the lab's. */
const real = (lab: TestLab, ...argv: string[]) =>
  run('wparexec', argv, { environment: lab.environment(), directory: lab.home });

const begun = (lab: TestLab, ...argv: string[]) =>
  start('wparexec', argv, { environment: lab.environment(), directory: lab.home });

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen');
}

const names = (lab: TestLab) => lab.ok('lswpar -cqa name,state,type');
const unchanged = 'dev01:D:S\ndev02:D:S\n';

/** Processes whose words have this one. */
function running(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0').includes(word);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('a program of the caller', () => {
  insideTest(
    'seed 3, listing 12: three lines, the files of the directory, one line; then it is gone',
    async () => {
      const lab = made();
      const folder = join(lab.home, 'work here');
      mkdirSync(folder);
      for (const file of ['.profile', 'hello.c', 'smit.log']) writeFileSync(join(folder, file), '');
      const outcome = await run('wparexec', ['-n', 'temp1', '/bin/ls', '-A'], {
        environment: lab.environment(),
        directory: folder,
      });
      expect(outcome).toEqual({
        status: 0,
        signal: null,
        stdout: `${begin('temp1')}.profile\nhello.c\nsmit.log\n${end}`,
        stderr: '',
      });
      expect(await names(lab)).toBe(unchanged);
      expect(readdirSync(join(lab.directory, 'run'))).toEqual([]);
    },
  );

  insideTest('-v: the capture, and the removal', async () => {
    const outcome = await real(made(), '-v', '-n', 'appwpar', 'X=a b', '/bin/sh', '-c', 'echo "$X"; exit 7');
    expect(outcome).toMatchObject({
      status: 7,
      stdout: `wparexec: Verifying file systems...
Workload partition appwpar created successfully.
Starting workload partition 'appwpar'.
Mounting all workload partition file systems.
Loading workload partition.
a b
${end}rmwpar: Removing workload partition appwpar
Return Status = SUCCESS.
`,
    });
  });

  insideTest('6.1: the lines of the IBM topic', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await real(lab, '-n', 'firstapp', '/bin/true')).toMatchObject({
      status: 0,
      stdout: `wparexec: Verifying filesystems...
wparexec: Workload partition firstapp created successfully.
startwpar: COMMAND START, ARGS: firstapp
startwpar: Starting workload partition 'firstapp'
startwpar: Mounting all workload partition file systems
startwpar: Loading workload partition
startwpar: Shutting down all workload partition processes
rmwpar: Removing workload partition firstapp
rmwpar: Return Status = SUCCESS
`,
    });
  });

  insideTest('has processes and a host name of its own; parlab does not answer there', async () => {
    const lab = made();
    const script = 'uname -n; [ $PPID = 1 ] && echo own; echo "$parlab_path"; lswpar -cq; cat';
    const child = begun(lab, '-n', 'own', '-h', 'other.example', '/bin/sh', '-c', `${script}\nexit 5`);
    expect(await finished(child, 'typed\n\0\n')).toEqual({
      status: 5,
      signal: null,
      stdout: `${begin('own')}other.example\nown\n\ntyped\n\0\n${end}`,
      stderr: 'parlab: This command is not available inside a workload partition.\n',
    });
    expect(await names(lab)).toBe(unchanged);
  });

  insideTest('a daemon that it leaves keeps it; the status is that of the command', async () => {
    const lab = made();
    const child = begun(lab, '/bin/sh', '-c', 'exec 5<&0; (read line <&5; echo "$line"; exit 9) & exit 4');
    let printed = '';
    child.stdout?.on('data', (text) => {
      printed += text;
    });
    const closed = new Promise((resolve) => child.on('close', resolve));
    await until(async () => (await names(lab)).includes('sh:A:A'));
    expect(await view(lab, 'sh', '', 'application')).toContain('/bin/sh -c ');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(child.exitCode).toBeNull();
    child.stdin?.end('late\n');
    expect(await closed).toBe(4);
    expect(printed).toBe(`${begin('sh')}late\n${end}`);
  });

  // What the program leaves would keep the WPAR: it ends its child.
  insideTest.each([
    ['SIGTERM', 'trap "echo got; kill \\$!; exit 9" TERM; sleep 41 & echo on; wait', 9, 'on\ngot\n'],
    ['SIGTERM', 'echo on; exec sleep 42', 143, 'on\n'],
    ['SIGHUP', 'echo on; exec sleep 43', 129, 'on\n'],
  ] as const)('%s reaches it: %s', async (signal, script, status, printed) => {
    const lab = made();
    const child = spawn('wparexec', ['-n', 'sig', '/bin/sh', '-c', script], {
      env: { ...process.env, ...lab.environment(), PATH: `${process.cwd()}/bin:${process.env.PATH}` },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    let seen = '';
    child.stdout.on('data', (text) => {
      seen += text;
    });
    const outcome = finished(child);
    await until(() => seen.includes('on\n'));
    child.kill(signal);
    expect(await outcome).toMatchObject({ status, stdout: `${begin('sig')}${printed}${end}` });
    expect(await names(lab)).toBe(unchanged);
  });

  insideTest('a reader that goes ends it', async () => {
    const lab = made();
    const line = 'wparexec -n y /usr/bin/yes | head -4 | tail -1; echo $PIPESTATUS';
    const outcome = await run('bash', ['-c', line], { environment: lab.environment() });
    expect(outcome).toMatchObject({ status: 0, stdout: 'y\n141\n' });
    expect(await names(lab)).toBe(unchanged);
  });
});

describe('from elsewhere', () => {
  insideTest('stopwpar ends and removes it, with all that it has started', async () => {
    const lab = made();
    const child = begun(lab, '-n', 'busy', '/bin/sh', '-c', 'setsid sleep 5151 & exec sleep 5151');
    const outcome = finished(child);
    await until(async () => (await names(lab)).includes('busy:A:A') && running('5151').length > 1);
    expect(await real(lab, '-n', 'busy', '/bin/true')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'wparexec: A workload partition called busy already exists.\n',
    });
    expect(await lab.type('stopwpar busy')).toMatchObject({ status: 0 });
    expect(await names(lab)).toBe(unchanged);
    expect(running('5151')).toEqual([]);
    expect(await outcome).toMatchObject({ status: 143, stdout: begin('busy'), stderr: '' });
  });

  insideTest('kill -9 of wparexec: the program dies, the WPAR is Broken, rmwpar -F repairs', async () => {
    const lab = made();
    const child = begun(lab, '-n', 'dead', '/bin/sleep', '6161');
    const outcome = finished(child);
    await until(async () => (await names(lab)).includes('dead:A:A') && running('6161').length > 0);
    child.kill('SIGKILL');
    await outcome;
    await until(() => running('6161').length === 0);
    expect(await view(lab, 'dead', '', 'state')).toBe('B');
    expect(await lab.type('rmwpar -F dead')).toMatchObject({ status: 0 });
    expect(await names(lab)).toBe(unchanged);
  });
});

const ordinaryTest = ordinaryUser === undefined ? insideTest.skip : insideTest;

ordinaryTest('an ordinary user: the same files and rights, and none over the namespaces', async () => {
  const lab = made();
  const user = ordinaryUser ?? 0;
  giveTo(lab, user);
  const id = ['--reuid', `${user}`, '--regid', `${user}`, '--clear-groups'];
  const script =
    'id -u; uname -n; grep CapPrm /proc/self/status; mount -t tmpfs x /mnt 2> /dev/null || echo no; exit 8';
  const outcome = await run('setpriv', [...id, 'wparexec', '-n', 'ord', '/bin/sh', '-c', script], {
    environment: lab.environment(),
    directory: lab.home,
  });
  expect(outcome).toMatchObject({
    status: 8,
    stdout: `${begin('ord')}${user}\nord\nCapPrm:\t0000000000000000\nno\n${end}`,
  });
});

describe('in a host', () => {
  insideTest('over its files; its commands answer for the WPAR; nothing of it stays', async () => {
    const lab = made();
    const outcome = await inside(
      lab,
      'l488pp008',
      `cd /tmp
wparexec -n in1 A=b /bin/sh -c 'pwd; uname -n; hostname; echo $A $PPID; id -u; lswpar; cat; exit 5' < /etc/wpars/secattrs > out 2> err
echo $?; head -8 out; cat err; test "$(grep -c PV_ out)" = "$(grep -c PV_ /etc/wpars/secattrs)" && tail -1 out
wparexec -n in2 /nosuch; echo $?
wparexec -n in3 /bin/sleep 7171 > /dev/null & p=$!
until lswpar -cqa name,state | grep -q in3:A; do sleep 0.1; done
kill -TERM $p; wait $p; echo $?
ls /dev/.parlab/script | grep -c application; lswpar -cqa name,state,type
`,
    );
    expect(outcome).toMatchObject({
      status: 0,
      stderr: 'wparexec: The command /nosuch was not found.\n',
      stdout: `5
${begin('in1')}/tmp
in1
in1
b 1
0
lswpar: This command is not available inside a workload partition.
${end}127
143
0
${unchanged}`,
    });
    expect(running('7171')).toEqual([]);
  });

  insideTest('parlab on: the same, with what it mounts', async () => {
    const lab = made();
    const mount = ['-M', 'directory=/shared', 'vfs=nfs', 'host=blue.ibm.com', 'dev=/scratch/state'];
    const words = ['on', 'p550q', 'wparexec', '-n', 'in4', ...mount, '--', 'A=1', '/bin/sh', '-c'];
    const outcome = await run('parlab', [...words, 'echo $A; touch /shared/by-in4; exit 3'], {
      environment: lab.environment(),
    });
    expect(outcome).toMatchObject({ status: 3, stderr: '' });
    expect(outcome.stdout).toContain('\n1\n');
    expect(existsSync(join(lab.directory, 'hosts/blue.ibm.com/scratch/state/by-in4'))).toBe(true);
  });
});

describe('what it creates', () => {
  test('-1: Defined, with all of its settings; startwpar has nothing to lend it', async () => {
    const lab = made();
    const words = '-1 -n app -h web.example -i -x -R totalProcesses=50 shares_CPU=10 -N address=10.9.9.9 --';
    expect(await lab.type(`wparexec ${words} A=1 /usr/bin/sleep 60`)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(await view(lab, 'app', '', 'state,type,hostname,directory,routing,xwparipc,application')).toBe(
      'D:A:web.example:/:yes:yes:A=1 /usr/bin/sleep 60',
    );
    expect(await view(lab, 'app', 'N', 'address')).toBe('10.9.9.9\n127.0.0.1');
    expect(await view(lab, 'app', 'R', 'totalProcesses')).toBe('50');
    await expectRefusal(
      lab,
      'startwpar app',
      'startwpar: The command of workload partition app can be started by wparexec only: startwpar has no terminal and no files to lend it.',
    );
    expect(await lab.type('rmwpar app')).toMatchObject({ status: 0 });
  });

  test('-w -o and -f: the command comes from the file, with its blanks', async () => {
    const lab = made();
    const written = await lab.call(
      'wparexec',
      '-n',
      'a',
      '-w',
      '-o',
      'a.spec',
      '/bin/echo',
      'two  words',
      "it's",
    );
    expect(written).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await names(lab)).toBe(unchanged);
    expect(await lab.type('wparexec -1 -f a.spec -n b')).toMatchObject({ status: 0, stderr: '' });
    expect(await view(lab, 'b', '', 'application')).toBe(`/bin/echo 'two  words' 'it'\\''s'`);
  });

  test('names from the command, with a number where one is taken', async () => {
    const lab = made();
    for (const path of ['/bin/sleep', '/usr/bin/sleep', '/opt/0-a.b/-0my.prog(1)', '/x/...']) {
      expect(await lab.call('wparexec', '-1', path)).toMatchObject({ status: 0, stderr: '' });
    }
    expect(await lab.ok('lswpar -cqt A -a name')).toBe('application\nmyprog1\nsleep\nsleep1\n');
  });

  test('two at once with one name: one of them', async () => {
    const lab = made();
    const both = await Promise.all([1, 2].map(() => real(lab, '-1', '-n', 'one', '/bin/true')));
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    expect(await lab.ok('lswpar -cqt A -a name')).toBe('one\n');
  });
});

describe('what is refused, and changes nothing', () => {
  test.each([
    ['-n dev01 /bin/true', 'A workload partition called dev01 already exists.'],
    ['-n a.b /bin/true', 'The workload partition name "a.b" contains a character that is not allowed.'],
    ['-n x ls', 'The command ls is not a full path.'],
    ['-n x -e nosuch /bin/true', '0960-419 Could not find a workload partition called nosuch.'],
    [
      '-n x -M directory=/d vfs=jfs2 -- /bin/true',
      'The file system /d cannot be of type jfs2: an application workload partition has nfs file systems, and those of the global environment by their directory alone.',
    ],
    [
      '-n x -M directory=/nosuch -- /bin/true',
      'The file system /nosuch is not in /etc/filesystems of the global environment.',
    ],
    ['-n x -R totalProcesses=0 /bin/true', '"0" is not a valid value of the totalProcesses attribute.'],
    ['-n x -N address=1.2.3 /bin/true', '"1.2.3" is not a valid address.'],
  ])('wparexec %s', async (line, message) => {
    await expectRefusal(made(), `wparexec ${line}`, `wparexec: ${message}`);
  });

  test('-c without mcr.rte', async () => {
    const lab = made();
    alter(lab, "UPDATE host SET details = json_set(details, '$.software', json('[]'))");
    const message = 'wparexec: The -c flag requires the fileset mcr.rte, which is not installed.';
    await expectRefusal(lab, 'wparexec -c -n x /bin/true', message);
  });

  test.each([
    ['-n x', 'The full path of a command is required.'],
    ['-n x A=1', 'The full path of a command is required.'],
    ['-w /bin/true', 'The -w flag is valid only with the -o flag.'],
  ])('wparexec %s: the words are wrong', async (line, message) => {
    await expectMisuse(made(), `wparexec ${line}`, `wparexec: ${message}`);
  });

  test.each([
    [['/nosuch'], 127, 'wparexec: The command /nosuch was not found.\n'],
    [['/etc/passwd'], 126, 'wparexec: The command /etc/passwd cannot be executed.\n'],
    [['/no\u001b[2Jsuch'], 127, 'wparexec: The command /no?[2Jsuch was not found.\n'],
    [[`/${'x'.repeat(10_000)}`], 127, `wparexec: The command /${'x'.repeat(10_000)} was not found.\n`],
  ])('no such program: %j', async (words, status, stderr) => {
    const lab = made();
    const before = everything(lab);
    expect(await lab.call('wparexec', '-n', 'x', ...words)).toEqual({ status, stdout: '', stderr });
    expect(everything(lab)).toEqual(before);
  });

  test('control characters of the command stand nowhere in a list', async () => {
    const lab = made();
    expect(await lab.call('wparexec', '-1', '-n', 'x', '/bin/echo', 'a\nb\u001b')).toMatchObject({
      status: 0,
    });
    expect(await view(lab, 'x', '', 'application')).toBe("/bin/echo 'a?b?'");
    expect(await lab.call('wparexec', '-1', '-n', 'a\nb', '/bin/true')).toMatchObject({ status: 2 });
  });
});
