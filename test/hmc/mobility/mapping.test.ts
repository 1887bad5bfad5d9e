import { describe, expect, test } from 'vitest';
import { fillIn } from '../../../src/messages/define.ts';
import { concurrencyChecks } from '../../../src/model/mobility/checks/concurrency.ts';
import { moverChecks } from '../../../src/model/mobility/checks/movers.ts';
import { networkChecks } from '../../../src/model/mobility/checks/network.ts';
import { storageChecks } from '../../../src/model/mobility/checks/storage.ts';
import { chooseMovers } from '../../../src/model/mobility/movers.ts';
import { type Validation, validateMove } from '../../../src/model/mobility/validate.ts';
import { mappingFinds, mappingPasses, others, secondMovers } from './mapping-rows.ts';
import { type Different, movable, withFacts } from './movable.ts';

function validation(different: Different): Validation {
  return withFacts(movable(different), different, validateMove);
}

const told = ({ findings }: Validation) =>
  findings.map(({ check, severity, message, values, details }) => [
    check,
    severity,
    fillIn(message.text, values),
    ...details,
  ]);

describe('of all checks only this one finds something', () => {
  test.each(mappingFinds.map((row) => [`${row.id} ${row.type ?? 'active'}: ${row.why}`, row] as const))(
    '%s',
    (_, row) => {
      const { id, severity, type = 'active', different } = row;
      const result = validation({ ...different, type });
      expect(told(result)).toEqual(row.told.map((lines) => [id, severity, ...lines]));
      expect(result.plan === undefined).toBe(severity === 'E');
      expect(result.waits).toBe(['G10', 'G11', 'V12'].includes(id));
    },
  );
});

describe('nothing is found', () => {
  test.each(mappingPasses.map((row) => [`${row[0]} ${row[1]}: ${row[2]}`, row] as const))('%s', (_, row) => {
    const result = validation({ ...row[3], type: row[1] });
    expect(told(result)).toEqual([]);
    expect(result.plan).toBeDefined();
  });
});

test('several limits at once, and one other error: then it does not wait', () => {
  const sql = [...others(8), 'UPDATE managed_system SET max_active_migrations = 8 WHERE id = 2'];
  const both = validation({ sql });
  expect(both.findings.map(({ check }) => check)).toEqual(['G10', 'G10', 'V12']);
  expect(both.waits).toBe(true);
  const other = validation({ sql: [...sql, "UPDATE sea SET status = 'Defined' WHERE partition <> 1"] });
  expect(other.waits).toBe(false);
});

test('VIO servers that do not answer are told of, not every adapter', () => {
  const result = validation({
    sql: ["UPDATE partition SET rmc_state = 'inactive' WHERE name IN ('b1', 'b2')"],
  });
  expect([...new Set(result.findings.map(({ check }) => check))]).toEqual(['G08']);
});

test('each check has a row in which it finds something and one that passes', () => {
  const all = [...concurrencyChecks, ...storageChecks, ...networkChecks, ...moverChecks].map(({ id }) => id);
  const ids = [...new Set(all)].sort();
  expect([...new Set(mappingFinds.map(({ id }) => id))].sort()).toEqual(ids);
  expect([...new Set(mappingPasses.map(([id]) => id))].sort()).toEqual(ids);
});

describe('where the adapters go', () => {
  const adapters = (different: Different) =>
    withFacts(movable(different), different, (facts) => {
      const names = new Map(facts.destServers.map(({ id, name }) => [id, name]));
      const { plan } = validateMove(facts);
      return plan?.adapters.map(({ slot, vios, viosSlot, port, targets }) =>
        [slot, names.get(vios), viosSlot, port ?? targets?.map(({ name, disk }) => `${name}=${disk}`)].join(
          ' ',
        ),
      );
    });

  test.each<[string, Different, string[]]>([
    [
      'servers stay apart, the lowest first; slots are kept',
      {},
      ['3 b1 13 null=hdisk1', '4 b2 13 null=hdisk1', '5 b1 15 fcs0'],
    ],
    [
      'a slot that is in use becomes the lowest free one',
      { world: [['# b1:', 'scsi: [{ slot: 13, server: true }, { slot: 3, server: true }]']] },
      ['3 b1 4 null=hdisk1', '4 b2 13 null=hdisk1', '5 b1 15 fcs0'],
    ],
    [
      'the name that somebody gave to a target device goes along',
      { sql: ["UPDATE target_device SET name = 'mobile_root' WHERE partition = 1"] },
      ['3 b1 13 mobile_root=hdisk1', '4 b2 13 null=hdisk1', '5 b1 15 fcs0'],
    ],
    [
      'a server that cannot host leaves it to the other, and the paths stay apart',
      {
        sql: [
          "UPDATE vios_port SET fabric = 0 WHERE partition = (SELECT id FROM partition WHERE name = 'b1')",
        ],
      },
      ['3 b2 13 null=hdisk1', '4 b1 13 null=hdisk1', '5 b2 15 fcs0'],
    ],
    [
      'the user chooses server, slot and port; the rest follows',
      {
        sql: [
          "INSERT INTO vios_port (partition, name, wwpn, location) SELECT id, 'fcs1', '10000000c9000029', '' FROM partition WHERE name = 'b2'",
        ],
        data: {
          scsi: [{ slot: 3, vios: { name: 'b2' }, viosSlot: 40 }],
          fc: [{ slot: 5, vios: { id: 2 }, port: 'fcs1' }],
        },
      },
      ['3 b2 40 null=hdisk1', '4 b1 13 null=hdisk1', '5 b2 15 fcs1'],
    ],
    [
      'what a migration on its way will take is taken',
      {
        sql: [
          ...others(1),
          `UPDATE migration SET plan = json_object('adapters', json_array(json_object('vios', (SELECT id FROM partition WHERE name = 'b1'), 'viosSlot', 13)))`,
        ],
      },
      ['3 b1 3 null=hdisk1', '4 b2 13 null=hdisk1', '5 b1 15 fcs0'],
    ],
    [
      '--mpio 2 with one server',
      {
        sql: [
          "UPDATE vios_disk SET status = 'Defined' WHERE partition = (SELECT id FROM partition WHERE name = 'b2')",
        ],
        request: { mpio: 2 },
      },
      ['3 b1 13 null=hdisk1', '4 b1 3 null=hdisk1', '5 b1 15 fcs0'],
    ],
  ])('%s', (_, different, expected) => {
    expect(adapters(different)).toEqual(expected);
  });
});

describe('movers', () => {
  const chosen = (different: Different) =>
    withFacts(movable(different), different, (facts) =>
      chooseMovers(facts).chosen.map(({ source, dest }) => `${source.server.name} ${dest.server.name}`),
    );

  test.each<[string, Different, string[]]>([
    ['the first pair', { world: secondMovers }, ['a1 b1']],
    ['the least loaded pair', { world: secondMovers, sql: others(1) }, ['a2 b2']],
    [
      'a second pair, where asked for',
      { world: secondMovers, request: { redundantMsps: 2 } },
      ['a1 b1', 'a2 b2'],
    ],
    ['none, where not', { world: secondMovers, request: { redundantMsps: 0 } }, ['a1 b1']],
    [
      'the one that is named',
      { world: secondMovers, data: { sourceMsp: { id: 2 }, destMsp: { name: 'b1' } } },
      ['a2 b1'],
    ],
    ['the one of an address', { world: secondMovers, data: { sourceMspIp: '10.0.0.12' } }, ['a2 b1']],
    [
      'two pairs as they are named',
      {
        world: secondMovers,
        data: {
          redundantMsps: [
            { group: '1', source: { name: 'a2' }, dest: { name: 'b2', ip: '10.0.0.22' } },
            { group: '1', source: { id: 1 }, dest: { id: 1 } },
          ],
        },
      },
      ['a2 b2', 'a1 b1'],
    ],
  ])('%s', (_, different, expected) => {
    expect(chosen(different)).toEqual(expected);
  });
});
