import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { rows, silently } from './changing.ts';
import { p740, p750, power5, typed } from './console.ts';
import { inside } from './mobility/migrations.ts';

const from = `-m ${p750}`;
const move = `migrlpar -o m ${from} -t ${p740}`;
const invalid = (parameter: string) =>
  `An invalid parameter was entered.  The invalid parameter is ${parameter}.  Please check your entry and retry the command.\n`;
const missing = (parameter: string) =>
  `A required parameter is missing.  The parameter ${parameter} is required for this command.  Please check your entry and retry the command.\n`;
const badValue = (parameter: string, value: string) =>
  `An invalid parameter value was entered.  The parameter ${parameter} cannot have the value ${value}.  Please check your entry and retry the command.\n`;
const badAttribute = (attribute: string, value: string) =>
  `An invalid parameter value was entered.  The attribute ${attribute} cannot have the value ${value}.  Please check your entry and retry the command.\n`;
const together = (first: string, second: string) =>
  `The parameters ${first} and ${second} cannot be entered together.  Please check your entry and retry the command.\n`;

describe('words that migrlpar refuses: status 1, the standard error, and nothing changes', () => {
  const lab = () => new TestLab('default');
  test.each([
    ['migrlpar', missing('-o')],
    ['migrlpar -o m', missing('-m')],
    [`migrlpar -o x ${from}`, badValue('-o', 'x')],
    [`migrlpar -o m ${from} -p b750nl2`, missing('-t')],
    [`migrlpar -o v ${from} -t ${p740}`, missing('-p')],
    [`${move} -p b750nl2 --id 5`, together('-p', '--id')],
    [`${move} -p b750nl2 --all`, together('-p', '--all')],
    [`${move} -p b750nl2 -r sys`, invalid('-r')],
    [`${move} -p b750nl2 --force`, invalid('--force')],
    [`migrlpar -o s ${from}`, missing('-p')],
    [`migrlpar -o s ${from} -p b750nl2 --mpio 2`, invalid('--mpio')],
    [`migrlpar -o r ${from} --all`, invalid('--all')],
    [`migrlpar -o r ${from} -t ${p740} -p b750nl2`, invalid('-t')],
    [`migrlpar -o r ${from} -p b750nl2,b750lin1`, badValue('-p', 'b750nl2,b750lin1')],
    [`migrlpar -o v -t ${p740} -p b750nl2`, missing('-m')],
    ['migrlpar -o s -p b750nl2', missing('-m')],
    ['migrlpar -o r -p b750nl2', missing('-m')],
    // The console manages several systems.
    ['migrlpar -o set -r sys -i inactive_prof_policy=prof', missing('-m')],
    ['migrlpar -o set -r lpar -p b750vio1 -i num_active_migrations_configured=4', missing('-m')],
    [`migrlpar -o set ${from} -i a=b`, missing('-r')],
    [`migrlpar -o set ${from} -r sys`, missing('-i')],
    [`migrlpar -o set ${from} -r sys -p b750vio1 -i inactive_prof_policy=prof`, invalid('-p')],
    [`migrlpar -o set ${from} -r lpar -i num_active_migrations_configured=4`, missing('-p')],
    // Seed 5, page 55 has one dash, page 56 two.
    [
      `${move} -all`,
      'An invalid parameter was entered.  The invalid parameter is -all; it is written --all.  Please check your entry and retry the command.\n',
    ],
    [`${move} -p b750nl2 --mpio 3`, badValue('--mpio', '3')],
    [
      `${move} -p b750nl2 --mpio`,
      'A value is missing for the parameter --mpio.  Please check your entry and retry the command.\n',
    ],
    [
      `${move} -p b750nl2 --steps 1`,
      'migrlpar: --steps is not supported by parlab: what it does is not known from any readable page.\n',
    ],
    [
      `${move} -p b750nl2 --vniccfg 2`,
      "migrlpar: --vniccfg is not supported by parlab: parlab's partitions have no vNICs.\n",
    ],
    [`${move} -p b750nl2 -w 0`, badValue('-w', '0')],
    [`${move} -p b750nl2 -d 6`, badValue('-d', '6')],
    [
      `${move} -p b750nl2 -u hscroot`,
      'The parameter -u is valid only with --ip.  Please check your entry and retry the command.\n',
    ],
    [`migrlpar -o m -m nosuch -t ${p740} -p b750nl2`, 'HSCL8018 The managed system nosuch was not found.\n'],
    [`migrlpar -o m ${from} -t nosuch -p b750nl2`, 'HSCL8018 The managed system nosuch was not found.\n'],
    [
      `migrlpar -o m ${from} -t ${p750} -p b750nl2`,
      'The source and the destination are the same managed system, p750-Server-8233-E8B-SN069348P.\n',
    ],
    [`${move} -p nosuch`, 'HSCL8012 The partition named nosuch was not found.\n'],
    [`${move} -p b750nl2,nosuch`, 'HSCL8012 The partition named nosuch was not found.\n'],
    [`${move} -p b750nl2,`, badValue('-p', 'b750nl2,')],
    [`${move} --id 99`, 'HSCL8011 The partition ID "99" was not found.\n'],
    [`${move} --id five`, 'HSCL8011 The partition ID "five" was not found.\n'],
    [`${move} -p b750nl2 --ip 10.9.9.9`, 'The management console 10.9.9.9 cannot be reached.\n'],
    [`${move} -p b750nl2,b750lin1 -n new`, '-n can be entered for one partition only.\n'],
    [
      `${move} -p b750nl2,b750lin1 -i dest_lpar_id=9`,
      'dest_lpar_id can be entered for one partition only.\n',
    ],
    [
      `${move} -p b750nl2 -i nosuch=1`,
      'An invalid attribute was entered.  The invalid attribute is nosuch.  Please correct your input and retry the command.\n',
    ],
    [`${move} -p b750nl2 -i dest_lpar_id=0`, badAttribute('dest_lpar_id', '0')],
    [`${move} -p b750nl2 -i dest_lpar_id=x`, badAttribute('dest_lpar_id', 'x')],
    [`${move} -p b750nl2 -i virtual_scsi_mappings=27`, badAttribute('virtual_scsi_mappings', '27')],
    [`${move} -p b750nl2 -i virtual_scsi_mappings=27//`, badAttribute('virtual_scsi_mappings', '27//')],
    [
      `${move} -p b750nl2 -i virtual_scsi_mappings=27//1/5/fcs0`,
      badAttribute('virtual_scsi_mappings', '27//1/5/fcs0'),
    ],
    [`${move} -p b750nl2 -i virtual_fc_mappings=x//1`, badAttribute('virtual_fc_mappings', 'x//1')],
    [`${move} -p b750nl2 -i redundant_msps=1/a/1/x/b/1/y`, badAttribute('redundant_msps', '1/a/1/x/b/1/y')],
    [`${move} -p b750nl2 -i vswitch_mappings=ETHERNET0`, badAttribute('vswitch_mappings', 'ETHERNET0')],
    [
      `${move} -p b750nl2 -i source_msp_name=b750vio1,source_msp_id=1`,
      together('source_msp_name', 'source_msp_id'),
    ],
    [
      `${move} -p b750nl2 -i vnic_mappings=1/ded/a/1/1/1/1/1/1`,
      "migrlpar: vnic_mappings is not supported by parlab: parlab's partitions have no vNICs.\n",
    ],
    [
      `${move} -p b750nl2 -f nosuch.txt`,
      'The file nosuch.txt was not found.  Please check your entry and retry the command.\n',
    ],
    [`migrlpar -o set ${from} -r sys -i inactive_prof_policy=no`, badAttribute('inactive_prof_policy', 'no')],
    [
      `migrlpar -o set ${from} -r lpar -p b750vio1 -i num_active_migrations_configured=9`,
      badAttribute('num_active_migrations_configured', '9'),
    ],
    [
      `migrlpar -o set ${from} -r lpar -p b750vio1 -i concurr_migration_perf_level=0`,
      badAttribute('concurr_migration_perf_level', '0'),
    ],
    [
      `migrlpar -o set ${from} -r lpar -p b750nl2 -i num_active_migrations_configured=4`,
      'The partition b750nl2 is not a Virtual I/O Server.\n',
    ],
    [
      `migrlpar -o s ${from} --all`,
      'No partition is migrating from the managed system p750-Server-8233-E8B-SN069348P.\n',
    ],
  ])('%s', async (line, stderr) => {
    const place = lab();
    const before = place.dump();
    expect(await typed(place, line)).toEqual({ status: 1, stdout: '', stderr });
    expect(place.dump()).toEqual(before);
  });

  test('--help', async () => {
    const { status, stdout, stderr } = await typed(lab(), 'migrlpar --help');
    expect({ status, stderr, first: stdout.split(' -m ')[0] }).toEqual({
      status: 0,
      stderr: '',
      first: 'Usage: migrlpar -o {m | r | s | v}',
    });
  });
});

describe('-o set', () => {
  const mover = (lab: TestLab) =>
    inside(lab, ({ engine }) =>
      engine.get(
        "SELECT operations, concurrency FROM mover JOIN partition ON partition.id = partition WHERE name = 'b750vio2'",
      ),
    );

  test('of a VIO server as mover: the lines of seed 5, page 51', async () => {
    const lab = new TestLab('default');
    for (const attribute of ['num_active_migrations_configured=5', 'concurr_migration_perf_level=4'])
      expect(await typed(lab, `migrlpar -o set -r lpar ${from} -p b750vio2 -i "${attribute}"`)).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    expect(mover(lab)).toEqual({ operations: 5, concurrency: 4 });
  });

  test('both at once, by number, from a file; one wrong value changes none', async () => {
    const lab = new TestLab('default');
    writeFileSync(
      join(lab.home, 'data'),
      'num_active_migrations_configured=3,concurr_migration_perf_level=2\n',
    );
    expect(await typed(lab, `migrlpar -o set -r lpar ${from} --id 2 -f data`)).toMatchObject({ status: 0 });
    expect(mover(lab)).toEqual({ operations: 3, concurrency: 2 });
    const wrong = 'num_active_migrations_configured=1,concurr_migration_perf_level=6';
    expect(await typed(lab, `migrlpar -o set -r lpar ${from} --id 2 -i ${wrong}`)).toMatchObject({
      status: 1,
    });
    expect(mover(lab)).toEqual({ operations: 3, concurrency: 2 });
  });

  test('of the only system of a console without -m', async () => {
    const lab = power5();
    await silently(lab, 'migrlpar -o set -r sys -i inactive_prof_policy=prof');
    expect(rows(lab, 'SELECT inactive_profile_policy AS policy FROM managed_system')).toEqual([
      { policy: 'prof' },
    ]);
  });

  test('of a system', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `migrlpar -o set -r sys ${from} -i inactive_prof_policy=prof`)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const rows = inside(lab, ({ engine }) =>
      engine.all(
        'SELECT inactive_profile_policy AS policy FROM managed_system WHERE serial IN (?, ?) ORDER BY serial',
        '069348P',
        '10934CP',
      ),
    );
    expect(rows).toEqual([{ policy: 'prof' }, { policy: 'config' }]);
  });
});
