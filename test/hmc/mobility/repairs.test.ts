import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../support/bins.ts';
import { TestLab } from '../../support/lab.ts';
import { parlabOk } from '../../support/parlab.ts';
import { lines, typed } from '../console.ts';
import { reach } from './migrations.ts';

const world = readFileSync(join(projectRoot, 'src', 'state', 'worlds', 'lpm-broken.yaml'), 'utf8');

interface Step {
  readonly host: string;
  readonly line: string;
}

/** The commands that stand in the comments before each partition of the world: what a trainer reads. */
function repairsOf(text: string): Map<string, Step[]> {
  const repairs = new Map<string, Step[]>();
  let steps: Step[] = [];
  for (const each of text.split('\n')) {
    const [, host, line] = /^ +# (\w+)\$ (.+)$/.exec(each) ?? [];
    const [, name] = /^ {6}- name: (\w+)$/.exec(each) ?? [];
    if (host !== undefined && line !== undefined) steps.push({ host, line });
    if (name === undefined) continue;
    if (steps.length > 0) repairs.set(`${name}${repairs.has(name) ? ' of frame2' : ''}`, steps);
    steps = [];
  }
  return repairs;
}

const repairs = repairsOf(world);

/** Types the commands that the world names. */
async function repair(lab: TestLab, name: string): Promise<void> {
  const steps = repairs.get(name) ?? [];
  expect(steps, name).not.toEqual([]);
  for (const { host, line } of steps) {
    lab.host = host;
    if (line.startsWith('parlab ')) await parlabOk(lab, line.slice('parlab '.length));
    else expect({ line, ...(await typed(lab, line)) }).toMatchObject({ line, status: 0, stderr: '' });
  }
  lab.host = undefined;
}

const servers = ['f1vio1', 'f1vio2', 'f2vio1'];

async function withMovers(): Promise<TestLab> {
  const lab = new TestLab('lpm-broken');
  for (const server of servers) await repair(lab, server);
  return lab;
}

const noMover =
  'HSCLA24A The management console was unable to find a valid mover service partition pair for the migrating partition.';
const noRmc = (name: string) =>
  `HSCLA246 The management console cannot communicate with partition ${name}.  Either the network connection is not available or the partition does not have a level of software that is capable of supporting this operation.  Verify the correct network and setup of the partition, and try the operation again.`;
const required = (server: string) =>
  `The virtual server adapter in slot 40 of VIOS partition ${server} is marked as required.  Make it not required, then try the operation again.`;
const noPlace = (server: string, place: string) =>
  `HSCLA27C The operation to get the physical device location for adapter ${place} on the virtual I/O server partition ${server} has failed.`;
const reserved = (place: string) => [
  'The partition command is:',
  `migmgr -f get_adapter -t vscsi -s ${place} -d 1`,
  'The partition standard error is:',
  'hdisk4, the device of vtscsi2, has reserve_policy=single_path',
];
const places = ['U8286.42A.21C4D1V-V1-C7', 'U8286.42A.21C4D1V-V2-C7'] as const;

interface Row {
  readonly name: string;
  readonly errors?: readonly string[];
  readonly details?: readonly string[];
  readonly warnings?: readonly string[];
  /** Its state on the destination; default Running. */
  readonly state?: string;
  /** Its name after the repair. */
  readonly renamed?: string;
}

const table: readonly Row[] = [
  { name: 'stale', errors: [noRmc('stale')] },
  { name: 'rmc', errors: [noRmc('rmc')] },
  {
    name: 'reserve',
    errors: [noPlace('f1vio1', places[0]), noPlace('f1vio2', places[1])],
    details: places.flatMap(reserved),
  },
  {
    name: 'vlan',
    errors: [
      "HSCLA256 The migrating partition's virtual LAN configuration cannot be supported by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS hosts on the destination managed system to access the following VLAN(s): 30. Then try the operation again.",
    ],
  },
  { name: 'required', errors: [required('f1vio1'), required('f1vio2')] },
  {
    name: 'optical',
    errors: [
      'The virtual optical device vtopt0 of the Virtual I/O Server f1vio1 is attached to the migrating partition.  Detach it, then try the operation again.',
    ],
  },
  {
    name: 'twin',
    errors: ['The managed system frame2 has a partition named twin already.'],
    renamed: 'twin1',
  },
  { name: 'disabled', errors: ['Migration is disabled for partition disabled.'] },
  { name: 'group', errors: ['Partition group is in the partition workload group 1.'] },
  { name: 'errors', errors: ['Redundant error path reporting is enabled for partition errors.'] },
  {
    name: 'newest',
    errors: [
      'The managed system frame2 does not support the current processor compatibility mode of the migrating partition, POWER8.',
    ],
  },
  {
    name: 'ibmi',
    errors: [
      'Partition ibmi is not in restricted I/O mode.  Only IBM i partitions in this mode can be migrated.',
    ],
  },
  {
    name: 'never',
    errors: [
      'Partition never has never been activated.  Activate it to SMS, shut it down, then try the operation again.',
    ],
    state: 'Not Activated',
  },
  {
    name: 'console',
    warnings: [
      "HSCLA291 The selected partition may have an open virtual terminal session.  The management console will force termination of the partition's open virtual terminal session when the migration has completed.",
    ],
  },
  {
    name: 'bsr',
    errors: ['The migrating partition has 1 barrier synchronization register (BSR) arrays.'],
  },
  {
    name: 'physical',
    errors: [
      'The migrating partition has physical I/O adapters.  Remove them from the partition, then try the operation again.',
    ],
    details: ['U78C9.001.WZS0001-P1-C7 PCIe2 4-Port Adapter (10GbE SFP+)'],
  },
];

function said({ errors = [], details = [], warnings = [] }: Row): string {
  const blocks = [
    ...(errors.length > 0
      ? [['Errors:', ...errors, ...(details.length > 0 ? ['Details:', ...details] : [])]]
      : []),
    ...(warnings.length > 0 ? [['Warnings:', ...warnings]] : []),
  ];
  return blocks.map((block) => `${block.join('\n')}\n`).join('\n');
}

// A validation takes time, and that is all.
function unchanged(lab: TestLab): Record<string, unknown[]> {
  const { meta: _clock, ...rows } = lab.dump();
  return rows;
}

const validate = 'migrlpar -o v -m frame1 -t frame2 -p';
const well = { status: 0, stdout: '', stderr: '' };

describe('lpm-broken: each fault is told, is repaired by the commands beside it, and then all is well', () => {
  test('every partition of the world has its row, every fault its commands', () => {
    expect([...repairs.keys()].sort()).toEqual([...table.map(({ name }) => name), ...servers].sort());
  });

  test.each(table)('$name', async (row) => {
    const { name, errors = [], state = 'Running', renamed = name } = row;
    const lab = await withMovers();
    const before = unchanged(lab);
    const refused = { status: errors.length > 0 ? 1 : 0, stdout: '', stderr: said(row) };
    expect(await typed(lab, `${validate} ${name}`)).toEqual(refused);
    if (errors.length > 0)
      expect(await typed(lab, `migrlpar -o m -m frame1 -t frame2 -p ${name}`)).toEqual(refused);
    expect(unchanged(lab)).toEqual(before);

    await repair(lab, name);
    expect(await typed(lab, `${validate} ${renamed}`)).toEqual(well);
    expect(await typed(lab, `migrlpar -o m -m frame1 -t frame2 -p ${renamed}`)).toEqual(well);
    const shown = (frame: string) => lines(lab, `lssyscfg -r lpar -m ${frame} -F name,state`);
    expect(await shown('frame2')).toContain(`${renamed},${state}`);
    expect((await shown('frame1')).filter((each) => each.startsWith(`${renamed},`))).toEqual([]);
  });

  test('without a mover nothing that runs can go; what is off can', async () => {
    const lab = new TestLab('lpm-broken');
    const alone = { status: 1, stdout: '', stderr: `Errors:\n${noMover}\n` };
    await repair(lab, 'disabled');
    expect(await typed(lab, `${validate} disabled`)).toEqual(alone);
    await repair(lab, 'f2vio1');
    expect(await typed(lab, `${validate} disabled`)).toEqual(well);
    await repair(lab, 'never');
    expect(await typed(lab, `${validate} never`)).toEqual(well);
  });

  test('after the disks of the source, those of the destination', async () => {
    const lab = await withMovers();
    const steps = repairs.get('reserve') ?? [];
    const source = steps.filter(({ host }) => host.startsWith('f1'));
    for (const { host, line } of source) {
      lab.host = host;
      await lab.ok(line);
    }
    lab.host = undefined;
    const notHosted = (slot: number) =>
      `HSCLA24E The migrating partition's virtual SCSI adapter ${slot} cannot be hosted by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS host on the destination managed system, then try the operation again.`;
    const { status, stdout, stderr } = await typed(lab, `${validate} reserve`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const said = stderr.split('\n');
    expect(said.slice(0, 4)).toEqual(['Errors:', notHosted(3), notHosted(4), 'Details:']);
    expect(said.filter((line) => line.startsWith('hdisk4'))).toEqual(
      Array.from({ length: 4 }, () => 'hdisk4 has reserve_policy=single_path'),
    );
  });

  test('one at a time: while a partition moves, the next is told of the limit', async () => {
    const lab = new TestLab('lpm-broken');
    await repair(lab, 'f2vio1');
    await repair(lab, 'disabled');
    await repair(lab, 'group');
    await parlabOk(lab, 'pace step');
    const moving = typed(lab, 'migrlpar -o m -m frame1 -t frame2 -p disabled');
    await reach(lab, 'copy');
    await parlabOk(lab, 'pace instant');
    expect(await typed(lab, `${validate} group`)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'Errors:\nThe mover service partitions have as many active migrations as they are configured for (f1vio1 1, f2vio1 8, f2vio2 8).  Wait until a migration has ended, then try the operation again.\n',
    });
    await repair(lab, 'f1vio1');
    expect(await typed(lab, `${validate} group`)).toEqual(well);
    expect(await moving).toEqual(well);
  });
});
