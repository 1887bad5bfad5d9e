import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { sendAway } from '../../src/runtime/session.ts';
import { run } from '../support/bins.ts';
import { temporaryFolder } from '../support/lab.ts';
import { insideTest, ordinaryUser } from './inside.ts';

const ordinaryTest = ordinaryUser === undefined ? insideTest.skip : insideTest;

/** What one does with a WPAR, in a lab wherever it is. */
const lines = `parlab init --world default > /dev/null
startwpar dev02 > /dev/null
clogin dev02 'hostname; id -u; echo data > /home/f; sleep 600 > /dev/null 2>&1 &'
clogin dev02 'cat /home/f'
echo 'clogin dev02 "cat /home/f"; echo $TERM; cat /wpars/dev02/home/f' | parlab run l488pp008 -
parlab login l488pp008 'echo "to $(hostname)"'
stopwpar -F dev02 > /dev/null
clogin dev02 true
echo $?
`;
const told = 'dev02\n0\ndata\ndata\ndumb\ndata\nto l488pp008\n1\n';

async function lived(directory: string, ...around: readonly string[]) {
  const [program = 'sh', ...argv] = [...around, 'sh', '-c', lines];
  const environment = { PARLAB_DIR: directory, PARLAB_HOST: 'l488pp008', TERM: 'dumb', HOME: '/' };
  const { status, stdout, stderr } = await run(program, argv, { environment });
  await sendAway(directory, processMachine);
  return { status, stdout, stderr };
}

const outcome = {
  status: 0,
  stdout: told,
  stderr: 'clogin: 0960-254 Workload partition dev02 is not currently active.\n',
};

describe('a lab wherever it is', () => {
  insideTest('on a path with blanks', async () => {
    expect(await lived(join(temporaryFolder(), "a lab's place"))).toEqual(outcome);
  });

  insideTest('on a path longer than that of a socket may be', async () => {
    const long = join(
      temporaryFolder(),
      ...Array.from({ length: 6 }, () => 'a-rather-long-name-of-a-folder'),
    );
    mkdirSync(long, { recursive: true });
    expect(await lived(join(long, 'lab'))).toEqual(outcome);
  });

  ordinaryTest('of an ordinary user', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    spawnSync('chown', ['65534:65534', folder]);
    const user = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'];
    expect(await lived(join(folder, 'lab'), ...user)).toEqual(outcome);
  });
});
