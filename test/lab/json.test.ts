import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { parlab, typeParlab } from '../support/parlab.ts';

/** What `--json` says of each subcommand, in one session: the facts by name. */
const session: readonly (readonly [line: string, status: number, facts: unknown])[] = [
  ['status', 0, { world: 'default', pace: 'instant', readOnly: false, operations: [], trees: [] }],
  [
    'hosts',
    0,
    expect.arrayContaining([
      { name: 'l488pp008', platform: 'aix', level: '7.1.2.0', wpars: 2, chosen: true },
    ]),
  ],
  ['use p550q', 0, { aix: 'p550q' }],
  ['use', 0, { aix: 'p550q', hmc: 'bpichmc', vios: 'b750vio2' }],
  ['use --default', 0, { aix: 'l488pp008', hmc: 'bpichmc', vios: 'b750vio2' }],
  ['pace step', 0, { pace: 'step', clock: '2011-11-17 10:20:00' }],
  ['pace advance 1m', 0, { pace: 'step', clock: '2011-11-17 10:21:00' }],
  ['pace instant', 0, { pace: 'instant', clock: '2011-11-17 10:21:00' }],
  ['snapshot list', 0, []],
  ['snapshot save a', 0, { snapshot: 'a' }],
  ['snapshot list', 0, [{ name: 'a', world: 'default', wpars: 5, trees: false, damaged: false }]],
  [
    'log',
    0,
    expect.arrayContaining([
      expect.objectContaining({ what: 'instant -> step', command: 'parlab pace step --json' }),
    ]),
  ],
  [
    'path p550q:/etc',
    0,
    { host: 'p550q', file: '/etc', path: expect.stringMatching(/\/hosts\/p550q\/etc$/) },
  ],
  ['snapshot diff a', 0, []],
  ['use x103', 0, { aix: 'x103' }],
  ['snapshot restore a', 0, { snapshot: 'a', damaged: null }],
  ['snapshot clone a other', 0, { directory: expect.stringMatching(/\/other$/) }],
  ['snapshot clone --current third', 0, { directory: expect.stringMatching(/\/third$/) }],
  ['snapshot rm a', 0, { removed: 'a' }],
  [
    'evidence',
    0,
    { messages: expect.any(Array), counts: { seed: expect.any(Number), ours: expect.any(Number) } },
  ],
  ['evidence lswpar', 0, { command: 'lswpar', synopsis: 'document', flags: expect.any(Array) }],
  ['coverage', 0, { flags: expect.any(Array), works: expect.any(Number), refused: expect.any(Number) }],
  ['env', 0, { bin: expect.stringMatching(/\/bin$/) }],
  ['reset', 0, { world: 'default', damaged: null }],
];

test('--json, before the subcommand or after its words', async () => {
  const lab = new TestLab('default');
  for (const [line, status, facts] of session) {
    const outcome = await typeParlab(lab, `${line} --json`);
    expect({ status: outcome.status, stderr: outcome.stderr }, line).toEqual({ status, stderr: '' });
    const data: unknown = JSON.parse(outcome.stdout);
    if (Array.isArray(facts) && facts.length === 0) expect(data, line).toEqual([]);
    else expect({ data }, line).toMatchObject({ data: facts });
    expect(outcome.stdout, line).toBe(`${JSON.stringify(data, null, 2)}\n`);
  }
  const before = await parlab(lab, '--json', 'status');
  expect(before).toEqual(await typeParlab(lab, 'status --json'));
});

test('FORCE_COLOR does not colour it', async () => {
  const lab = new TestLab('empty');
  const coloured = {
    ...lab,
    home: lab.home,
    environment: () => ({ ...lab.environment(), FORCE_COLOR: '1' }),
  };
  for (const line of ['status', 'hosts', 'coverage', 'snapshot list', 'log']) {
    expect((await typeParlab(coloured, `${line} --json`)).stdout, line).not.toContain('\u001b');
  }
});
