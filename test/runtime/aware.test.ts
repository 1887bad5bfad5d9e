/** Seed 4, "Making Programs DLPAR-Aware Using DLPAR APIs", with real programs. */
import { spawnSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { addProcessor, Requests, removeMemory, removeProcessor } from '../model/dlpar/requests.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { inside, insideTest } from './inside.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});

const host = 'l488pp008';

function newLab(): { lab: TestLab; requests: Requests } {
  const lab = new TestLab('default', host);
  const requests = new Requests(lab);
  close.push(() => requests.close());
  return { lab, requests };
}

/** Starts a program in the host, and waits until it has written a line to its file, `/tmp/NAME`. */
async function begin(lab: TestLab, name: string, lines: string): Promise<void> {
  const started = await inside(
    lab,
    host,
    `cat > /tmp/${name}.sh <<'END'
${lines}
END
(sh /tmp/${name}.sh > /tmp/${name}.out 2>&1 < /dev/null &)
for i in $(seq 100); do [ -s /tmp/${name} ] && break; sleep 0.05; done
cat /tmp/${name}.out
`,
  );
  expect(started).toMatchObject({ status: 0, stdout: '', stderr: '' });
}

async function heard(lab: TestLab, name: string): Promise<string[]> {
  return (await inside(lab, host, `cat /tmp/${name}\n`)).stdout.trim().split('\n');
}

/** A program in shell that writes what it hears, and answers. */
const shell = (name: string, answer: string) => `heard() {
  dr_reconfig -q > /tmp/${name}.event
  . /tmp/${name}.event
  echo "$phase $action $resource" >> /tmp/${name}
  ${answer}
}
trap heard 58
echo ready >> /tmp/${name}
while :; do sleep 0.05; done`;

insideTest('a shell that traps 58 is asked in check, and told in pre and post; others live on', async () => {
  const { lab, requests } = newLab();
  await begin(lab, 'done', shell('done', 'dr_reconfig -d -g "$phase_gen"'));
  await begin(lab, 'other', 'echo ready > /tmp/other; exec sleep 77777');
  expect(await requests.carryOut(addProcessor, { minutes: 15 })).toMatchObject({ ok: true, refusals: [] });
  expect(await heard(lab, 'done')).toEqual(['ready', 'check add cpu', 'pre add cpu', 'post add cpu']);
  const left = await inside(
    lab,
    host,
    '/usr/bin/pgrep -f "slee[p] 77777" | wc -l\ndr_reconfig -q; echo $?\n',
  );
  expect(left.stdout).toBe('1\n3\n');
  expect(left.stderr).toBe('dr_reconfig: ENXIO: No reconfiguration is in progress.\n');
  expect(requests.said()).toEqual([]);
});

insideTest('one that refuses stops the removal; a stranger that answers for it is refused', async () => {
  const { lab, requests } = newLab();
  await begin(
    lab,
    'no',
    shell('no', 'until [ -e /tmp/go ]; do sleep 0.05; done; dr_reconfig -f; echo $? >> /tmp/no'),
  );
  const strangers = inside(
    lab,
    host,
    `until dr_reconfig -q > /dev/null 2>&1; do sleep 0.05; done
dr_reconfig -d; echo $?
victim=$(/usr/bin/pgrep -o -f /tmp/no.sh)
/usr/lib/parlab/node -e '
const socket = require("node:net").createConnection("/dev/.parlab/broker");
const say = (message) => socket.write(JSON.stringify(message) + "\\n");
say({ type: "call", name: "dr_reconfig", argv: ["-d"], directory: "/", pid: Number(process.argv[1]), environment: {}, terminal: false });
socket.on("data", (text) => {
  for (const line of String(text).trim().split("\\n").map((each) => JSON.parse(each))) {
    if (line.type === "name") say({ type: "named" });
    if (line.type === "err") console.log(line.text.trim());
    if (line.type === "end") console.log(line.status);
  }
});
' "$victim"
touch /tmp/go
`,
  );
  const outcome = await requests.carryOut(removeMemory, { minutes: 15 });
  expect(outcome).toMatchObject({ ok: false, cause: 'check', completed: 0 });
  expect(outcome.refusals[0]?.reason).toMatch(/^sh \(process \d+\) refused: DR_EVENT_FAIL$/);
  expect(await heard(lab, 'no')).toEqual(['ready', 'check remove mem', '0']);
  const text =
    'dr_reconfig: EPERM: Neither the caller nor a process above it was sent SIGRECONFIG in this phase.\n';
  expect(await strangers).toMatchObject({ stdout: `4\n${text}4\n`, stderr: text });
});

insideTest('one that is stopped or blocks the signal holds nobody up, and hears it once', async () => {
  const { lab, requests } = newLab();
  await begin(lab, 'slow', shell('slow', 'dr_reconfig -d; echo $? >> /tmp/slow'));
  await inside(lab, host, 'kill -STOP $(/usr/bin/pgrep -o -f /tmp/slow.sh)\n');
  const began = Date.now();
  expect(await requests.carryOut(removeProcessor, { minutes: 0.1 })).toMatchObject({ ok: true });
  expect(Date.now() - began).toBeLessThan(5000);
  expect(requests.said()).toHaveLength(3);
  await inside(lab, host, 'kill -CONT $(/usr/bin/pgrep -o -f /tmp/slow.sh); sleep 1\n');
  // What it asks now is answered with ENXIO: there is nothing to read.
  expect((await heard(lab, 'slow')).slice(-1)).toEqual(['3']);
  expect((await heard(lab, 'slow')).filter((line) => line === '3')).toHaveLength(1);
});

insideTest('programs in a WPAR are told, and refuse for themselves', async () => {
  const { lab, requests } = newLab();
  await lab.ok('startwpar dev02');
  const words = `cat > /tmp/no.sh <<'END'
${shell('no', 'dr_reconfig -f')}
END
(sh /tmp/no.sh > /dev/null 2>&1 < /dev/null &); for i in $(seq 100); do [ -s /tmp/no ] && break; sleep 0.05; done`;
  await run('clogin', ['dev02', `setsid sh -c '${words.replaceAll("'", "'\\''")}'`], {
    environment: lab.environment(),
  });
  expect(await requests.carryOut(addProcessor, { minutes: 15 })).toMatchObject({ cause: 'check' });
});

const compiler = spawnSync('cc', ['--version']).status === 0;
if (!compiler) console.warn('left out, for this machine has no cc: the sample in C');
const python = spawnSync('/usr/bin/python3', ['--version']).status === 0;
if (!python) console.warn('left out, for this machine has no /usr/bin/python3: the sample in Python');

const samples = [
  [
    'C',
    compiler,
    'cc -Wall -Werror -I/usr/samples/dr/include -o /tmp/program /usr/samples/dr/programs/aware.c && exec /tmp/program',
  ],
  ['Python', python, 'exec /usr/samples/dr/programs/aware.py'],
] as const;

for (const [language, there, program] of samples) {
  const able = there ? insideTest : test.skip;
  able(`the sample in ${language} hears all phases, and refuses a removal with -r`, async () => {
    const { lab, requests } = newLab();
    await begin(lab, 'log', `${program} -r /tmp/log`);
    expect(await requests.carryOut(addProcessor, { minutes: 15 })).toMatchObject({ ok: true });
    expect(await requests.carryOut(removeMemory, { minutes: 15 })).toMatchObject({ cause: 'check' });
    expect(await requests.carryOut(removeMemory, { minutes: 15, force: true })).toMatchObject({ ok: true });
    expect(await heard(lab, 'log')).toEqual([
      'ready',
      ...['check', 'pre', 'post'].map((phase) => `${phase}: add processor 4 (bind 4)`),
      ...['check', 'pre', 'post'].map((phase) => `${phase}: remove 512 MB`),
    ]);
    expect(requests.said().filter((line) => line.includes('has not answered'))).toEqual([]);
  });
}
