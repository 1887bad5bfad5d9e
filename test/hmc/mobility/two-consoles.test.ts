import { describe, expect, test } from 'vitest';
import { finished, start } from '../../support/bins.ts';
import { TestLab } from '../../support/lab.ts';
import { parlabOk } from '../../support/parlab.ts';
import { lines, typed } from '../console.ts';
import { reach } from './migrations.ts';

const between = '-m frame1 -t frame2 -p aix1 --ip hmc2 -u hscroot';
const well = { status: 0, stdout: '', stderr: '' };
const refusal = (stderr: string) => ({ status: 1, stdout: '', stderr: `${stderr}\n` });
const noKeys = (user: string) =>
  refusal(
    `HSCL3653 The Secure Shell (SSH) communication configuration between the source and destination management consoles has not been set up properly for the remote user ${user}. Run the mkauthkeys command to set up the SSH communication authentication keys`,
  );
const stopped =
  'HSCLA2CF The partition migration has been stopped unexpectedly. Perform a migration recovery for this partition, if necessary.';
const wrongState =
  'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.';
const notFound = (system: string) => refusal(`HSCL8018 The managed system ${system} was not found.`);

/** Types a line on a console. */
async function on(lab: TestLab, console: string, line: string) {
  lab.host = console;
  const outcome = await typed(lab, line);
  lab.host = undefined;
  return outcome;
}

async function shown(lab: TestLab, console: string, line: string): Promise<string[]> {
  lab.host = console;
  const found = await lines(lab, line);
  lab.host = undefined;
  return found;
}

async function withKeys(): Promise<TestLab> {
  const lab = new TestLab('two-hmc');
  expect(await typed(lab, 'mkauthkeys --ip hmc2 -u hscroot --passwd abc123')).toEqual(well);
  return lab;
}

const of = (frame: string) => `lssyscfg -r lpar -m ${frame} -F name:state --filter lpar_names=aix1`;
const told = (frame: string) =>
  `lslparmigr -r lpar -m ${frame} --filter lpar_names=aix1 -F migration_state,remote_manager,remote_user`;

describe('two-hmc (seed 5, pages 17 and 18): a migration to the system of another console', () => {
  test('what is missing is told, mkauthkeys repairs it, and the partition moves', async () => {
    const lab = new TestLab('two-hmc');
    const before = lab.dump();
    expect(await typed(lab, 'migrlpar -o v -m frame1 -t frame2 -p aix1')).toEqual(notFound('frame2'));
    for (const line of [
      `migrlpar -o v ${between}`,
      `migrlpar -o m ${between}`,
      'mkauthkeys --ip hmc2 -u hscroot --test',
    ])
      expect(await typed(lab, line)).toEqual(noKeys('hscroot'));
    expect(lab.dump()).toEqual(before);

    await lab.ok('mkauthkeys --ip hmc2 -u hscroot --passwd abc123');
    expect(await typed(lab, 'mkauthkeys --ip hmc2 -u hscroot --test')).toEqual(well);
    expect(await typed(lab, `migrlpar -o v ${between}`)).toEqual(well);
    expect(await typed(lab, 'migrlpar -o v -m frame1 -t frame2 -p aix1 --ip 10.40.0.3')).toEqual(well);
    expect(await typed(lab, 'migrlpar -o v -m frame1 -t frame2 -p aix1 --ip hmc2 -u other')).toEqual(
      noKeys('other'),
    );
    expect(await typed(lab, `migrlpar -o m ${between}`)).toEqual(well);
    expect(await shown(lab, 'hmc2', of('frame2'))).toEqual(['aix1:Running']);
    expect(await typed(lab, of('frame1'))).toMatchObject({ status: 1 });
  });

  test('and back, once the other console has exchanged keys, too', async () => {
    const lab = await withKeys();
    await lab.ok(`migrlpar -o m ${between}`);
    const back = 'migrlpar -o m -m frame2 -t frame1 -p aix1 --ip 10.40.0.2 -u hscroot';
    expect(await on(lab, 'hmc2', back)).toEqual(noKeys('hscroot'));
    expect(await on(lab, 'hmc2', 'mkauthkeys --ip hmc1 -u hscroot --passwd abc123')).toEqual(well);
    expect(await on(lab, 'hmc2', back)).toEqual(well);
    expect(await shown(lab, 'hmc1', of('frame1'))).toEqual(['aix1:Running']);
  });

  test('each console tells of the other one; only that of the source stops it', async () => {
    const lab = await withKeys();
    await parlabOk(lab, 'pace step');
    const moving = typed(lab, `migrlpar -o m ${between}`);
    await reach(lab, 'copy');
    expect(await shown(lab, 'hmc1', told('frame1'))).toEqual(['Migration In Progress,hmc2,hscroot']);
    expect(await shown(lab, 'hmc2', told('frame2'))).toEqual(['Migration In Progress,hmc1,hscroot']);
    expect(await shown(lab, 'hmc1', of('frame1'))).toEqual(['aix1:Migrating - Running']);
    expect(await shown(lab, 'hmc2', of('frame2'))).toEqual(['aix1:Migrating - Not Activated']);
    const stop = 'migrlpar -o s -m frame1 -p aix1 --ip hmc2 -u hscroot';
    expect(await on(lab, 'hmc2', 'migrlpar -o s -m frame1 -p aix1')).toEqual(notFound('frame1'));
    expect(await on(lab, 'hmc2', 'migrlpar -o s -m frame2 -p aix1')).toEqual(refusal(wrongState));
    expect(await typed(lab, stop)).toEqual(well);
    expect(await moving).toEqual(refusal(stopped));
    expect(await shown(lab, 'hmc1', of('frame1'))).toEqual(['aix1:Running']);
    expect(await on(lab, 'hmc2', of('frame2'))).toMatchObject({ status: 1 });
    expect(await typed(lab, stop)).toEqual(refusal(wrongState));
  }, 60_000);

  test('its command is killed: recovery needs the other console', async () => {
    const lab = await withKeys();
    await parlabOk(lab, 'pace step');
    const child = start('migrlpar', ['-o', 'm', ...between.split(' ')], { environment: lab.environment() });
    const ended = finished(child);
    await reach(lab, 'copy');
    child.kill('SIGKILL');
    await ended;
    await parlabOk(lab, 'pace instant');
    expect(await shown(lab, 'hmc1', told('frame1'))).toEqual(['Migration Failed,hmc2,hscroot']);
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1')).toEqual(
      refusal(
        'The other managed system is managed by the console hmc2.  Enter it with --ip, or --force to recover this side alone.',
      ),
    );
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1 --ip hmc2 -u other')).toEqual(noKeys('other'));
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1 --ip hmc2 -u hscroot')).toEqual(well);
    expect(await shown(lab, 'hmc1', of('frame1'))).toEqual(['aix1:Running']);
    expect(await on(lab, 'hmc2', of('frame2'))).toMatchObject({ status: 1 });
    expect(await typed(lab, `migrlpar -o m ${between}`)).toEqual(well);
  }, 60_000);
});

describe('lpm-two-frames: everything validates in silence, there and back', () => {
  const names = ['aix1', 'aix2', 'aix3', 'lin1', 'lin2', 'ibmi1', 'off1', 'susp1'];

  test.each(names)('%s', async (name) => {
    const lab = new TestLab('lpm-two-frames');
    expect(await typed(lab, `migrlpar -o v -m frame1 -t frame2 -p ${name} -v`)).toEqual(well);
    expect(await typed(lab, `migrlpar -o m -m frame1 -t frame2 -p ${name}`)).toEqual(well);
    expect(await typed(lab, `migrlpar -o v -m frame2 -t frame1 -p ${name} -v`)).toEqual(well);
    expect(await typed(lab, `migrlpar -o m -m frame2 -t frame1 -p ${name}`)).toEqual(well);
    expect(await typed(lab, `migrlpar -o v -m frame1 -t frame2 -p ${name} -v`)).toEqual(well);
  });

  test('a VIO server stays, and that is all there is to say', async () => {
    const lab = new TestLab('lpm-two-frames');
    expect(await typed(lab, 'migrlpar -o v -m frame1 -t frame2 -p f1vio1')).toEqual(
      refusal('Errors:\nPartition f1vio1 is a Virtual I/O Server.  Virtual I/O Servers cannot be migrated.'),
    );
  });

  test('all of them at once', async () => {
    const lab = new TestLab('lpm-two-frames');
    const clients = async (frame: string) =>
      (await lines(lab, `lssyscfg -r lpar -m ${frame} -F name,lpar_env`))
        .filter((line) => !line.endsWith(',vioserver'))
        .map((line) => line.split(',')[0])
        .sort();
    expect(await clients('frame1')).toEqual([...names].sort());
    const there = await clients('frame2');
    expect(await typed(lab, 'migrlpar -o v -m frame1 -t frame2 --all')).toEqual(well);
    expect(await typed(lab, 'migrlpar -o m -m frame1 -t frame2 --all')).toEqual(well);
    expect(await clients('frame2')).toEqual([...there, ...names].sort());
    const moved = names.join(',');
    expect(await typed(lab, `migrlpar -o v -m frame2 -t frame1 -p ${moved}`)).toEqual(well);
    expect(await typed(lab, `migrlpar -o m -m frame2 -t frame1 -p ${moved}`)).toEqual(well);
    expect(await clients('frame1')).toEqual([...names].sort());
  });
});
