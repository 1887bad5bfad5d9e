/** Seed 4, "Managing an Application's DLPAR Dependencies": slots. */
import { describe, expect, test } from 'vitest';
import { parlabOk } from '../../support/parlab.ts';
import { silently, tamper } from '../changing.ts';
import { lines, p750, typed } from '../console.ts';
import { denied, HardwareLab, on } from './hardware.ts';

const io = on('io');
const empty = '21010204';

/** Nothing is required by any profile. */
function optional(lab: HardwareLab): HardwareLab {
  tamper(lab, "UPDATE profile SET attributes = replace(attributes, '/none/1', '/none/0')");
  return lab;
}

async function ownerOf(lab: HardwareLab, drc: string): Promise<string | undefined> {
  const [line] = await lines(
    lab,
    `lshwres -r io --rsubtype slot -m ${p750} --filter slots=${drc} -F lpar_name`,
  );
  return line;
}

describe('slots', () => {
  test('come, go to another partition, and leave; the profile stays as it is', async () => {
    const lab = new HardwareLab();
    const profile = `lssyscfg -r prof -m ${p750} --filter lpar_names=l488pp008 -F io_slots`;
    const before = await lines(lab, profile);
    await silently(lab, `${io} -o a -p l488pp008 -l ${empty}`);
    expect(await ownerOf(lab, empty)).toBe('l488pp008');
    await silently(lab, `${io} --rsubtype slot -o m --id 3 -t b750nl2 -l ${empty}`);
    expect(await ownerOf(lab, empty)).toBe('b750nl2');
    await silently(lab, `${io} -o r -p b750nl2 -l ${empty}`);
    expect(await ownerOf(lab, empty)).toBe('null');
    expect(await lines(lab, profile)).toEqual(before);
  });

  test('the profile follows with sync_curr_profile=1', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET sync_profile = 1 WHERE name = 'l488pp008'");
    await silently(lab, `${io} -o a -p l488pp008 -l ${empty} -a slot_io_pool_id=2`);
    expect(await lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=l488pp008 -F io_slots`)).toEqual(
      [`${empty}/2/0`],
    );
  });

  test('one of a partition that is off can be taken', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${io} -o a -p b750off1 -l ${empty}`);
    await silently(lab, `${io} -o a -p l488pp008 -l ${empty}`);
    expect(await ownerOf(lab, empty)).toBe('l488pp008');
  });

  test('what was in it stays defined in the server that has lost it', async () => {
    const lab = optional(new HardwareLab());
    tamper(lab, 'UPDATE virtual_adapter SET port = NULL WHERE partition = 1');
    tamper(lab, 'DELETE FROM sea WHERE partition = 1');
    tamper(lab, 'DELETE FROM target_device WHERE partition = 1');
    tamper(lab, 'DELETE FROM vios_disk WHERE partition = 1 AND lun IS NOT NULL');
    await silently(lab, `${io} -o r -p b750vio1 -l 21010200`);
    lab.host = 'b750vio1';
    expect(await lab.ok('lsdev -dev fcs0')).toMatch(/Defined/);
    lab.host = undefined;
    await silently(lab, `${io} -o a -p b750vio1 -l 21010200`);
    lab.host = 'b750vio1';
    expect(await lab.ok('lsdev -dev fcs0')).toMatch(/Available/);
  });

  test.each<[string, string | RegExp]>([
    ['-o a -p l488pp008 -l 2FFFFFFF', 'The managed system has no physical I/O slot 2FFFFFFF.\n'],
    [
      '-o a -p l488pp008 -l 21010200',
      'The physical I/O slot 21010200 is in use by the partition b750vio1.\n',
    ],
    [
      '-o a -p b750vio1 -l 21010200',
      'The physical I/O slot 21010200 belongs to partition b750vio1 already.\n',
    ],
    [
      '-o r -p l488pp008 -l 21010200',
      'The physical I/O slot 21010200 does not belong to partition l488pp008.\n',
    ],
    [
      `-o r -p l488pp008 -l ${empty}`,
      `The physical I/O slot ${empty} does not belong to partition l488pp008.\n`,
    ],
    ['-o m -p b750vio1 --tid 1 -l 21010200', /cannot be the target of its own resources/],
    ['-o r -p b750vio1', /The parameter -l is required/],
    ['-o m -p b750vio1 -l 21010200', /The parameter -t is required/],
    ['-o a -p l488pp008 -l 21010204 -a color=1', /The invalid attribute is color/],
    ['-o r -p b750vio1 -l 21010200 -a slot_io_pool_id=1', /The invalid parameter is -a/],
    ['-o s -p b750vio1 --rsubtype iopool -a x=1', /--rsubtype iopool is not supported by parlab/],
    ['-o s -p b750vio1 --rsubtype taggedio -a x=1', /--rsubtype taggedio is not supported by parlab/],
    ['-o c --rsubtype bus', /is not supported by parlab/],
  ])('%s is refused', async (words, stderr) => {
    const said = await denied(new HardwareLab(), `${io} ${words}`);
    if (typeof stderr === 'string') expect(said).toBe(stderr);
    else expect(said).toMatch(stderr);
  });

  // Layout as captured on kernel mailing lists and in an issue of avocado-misc-tests.
  const block = (location: string) =>
    `HSCL2929 The dynamic removal of I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:
   
Nov 17 10:20:05 caDlparCommand:execv to drmgr
Method error (/etc/methods/ucfgdevice):
        0514-062 Cannot perform the requested function because the
                 specified device is busy.


The OS return code is 1.  ${location}
`;

  test.each([
    ['mapped ports and disks', '-o r -p b750vio1 -l 21010200', 'U78A0.001.DNWHZ4R-P1-C1 (21010200)'],
    ['a shared Ethernet adapter', '-o r -p b750vio1 -l 21010201', 'U78A0.001.DNWHZ4R-P1-C2 (21010201)'],
    ['with --force, too', '-o r -p b750vio1 -l 21010201 --force', 'U78A0.001.DNWHZ4R-P1-C2 (21010201)'],
    ['on the way elsewhere', '-o m -p b750vio1 -t b750nl2 -l 21010201', 'U78A0.001.DNWHZ4R-P1-C2 (21010201)'],
  ])('%s: the slot is busy', async (_, words, location) => {
    expect(await denied(optional(new HardwareLab()), `${io} ${words}`)).toBe(block(location));
  });

  test('a slot that the profile requires stays while the partition runs', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${io} -o a -p l488pp008 -l ${empty}`);
    const set = `chsyscfg -r prof -m ${p750} -i "name=default,lpar_name=l488pp008,io_slots+=${empty}/none/1"`;
    const [name = ''] = await lines(
      lab,
      `lssyscfg -r lpar -m ${p750} --filter lpar_names=l488pp008 -F curr_profile`,
    );
    await silently(lab, set.replace('name=default', `name=${name}`));
    expect(await denied(lab, `${io} -o r -p l488pp008 -l ${empty}`)).toBe(
      `The physical I/O slot ${empty} is required by the profile ${name} of partition l488pp008, which is running.\n`,
    );
  });

  test('without RMC only --force changes something', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET rmc_state = 'inactive' WHERE name = 'l488pp008'");
    expect(await denied(lab, `${io} -o a -p l488pp008 -l ${empty}`)).toMatch(/^HSCL2957 /);
    await silently(lab, `${io} -o a -p l488pp008 -l ${empty} --force`);
  });

  test('the source gets back what the target does not take', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${io} -o a -p l488pp008 -l ${empty}`);
    await parlabOk(lab, 'fault add chhwres --on b750nl2 --as os --detail "No slot for me"');
    const { status, stderr } = await typed(lab, `${io} -o m -p l488pp008 -t b750nl2 -l ${empty}`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The dynamic addition of I\/O resources failed: /);
    expect(stderr).toContain(
      `\nNo slot for me\n\n\nThe OS return code is 255.  U78A0.001.DNWHZ4R-P1-C5 (${empty})\n`,
    );
    expect(stderr).toMatch(
      /Partition b750nl2 could not take what was moved; partition l488pp008 has it back\.\n$/,
    );
    expect(await ownerOf(lab, empty)).toBe('l488pp008');
  });
});
