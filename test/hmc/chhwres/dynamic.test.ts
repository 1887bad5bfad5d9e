/** Seed 4, "Dynamic Logical Partitioning" and "Managing an Application's DLPAR Dependencies": a running partition, from its console and inside. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onHost } from '../../aix/places.ts';
import { look, pidOf } from '../../aix/resources.ts';
import { projectRoot } from '../../support/bins.ts';
import { FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';
import { rows, silently, tamper } from '../changing.ts';
import { p750, typed } from '../console.ts';
import { denied, HardwareLab, install, memoryOf, processorsOf } from './hardware.ts';

const change = (resource: string, words: string) => `chhwres -r ${resource} -m frame -p db1 ${words}`;

/** db1 has two processors of four threads, and 4 GB. */
class Partition extends TestLab {
  override readonly inside = new FakeInside();

  /** @param held as the world has it: cron is bound to the last processor, memory is pinned */
  constructor(held: 'free' | 'held' = 'free') {
    super(join(projectRoot, 'test', 'worlds', 'resources.yaml'));
    if (held === 'held') return;
    tamper(this, 'DELETE FROM processor_binding');
    tamper(this, 'DELETE FROM pinned_program');
    tamper(this, 'DELETE FROM pinned_segment');
  }

  /** What programs inside read when they look: `online processors, virtual processors, memory in MB, frames`. */
  async seen(): Promise<string> {
    const online = (await this.ok('bindprocessor -q'))
      .trim()
      .replace(/^.*: +/, '')
      .split(' ');
    const [, procs, memory] =
      /Online Virtual CPUs +: (\d+)[\s\S]*Online Memory +: (\d+) MB/.exec(await this.ok('lparstat -i')) ?? [];
    const [, frames] = /^memory +(\d+)/m.exec(await this.ok('svmon -G')) ?? [];
    return `${online.length}, ${procs}, ${memory}, ${frames}`;
  }

  /** Who runs, each with when it was started, and when the partition was. */
  running(): object {
    const births = look(this, ({ alive }) => alive().map(({ pid, birth }) => `${pid} ${birth}`));
    return { births, started: rows(this, "SELECT last_activated FROM partition WHERE name = 'db1'") };
  }

  /** Numbers of the online processors. */
  async online(): Promise<number[]> {
    return (await this.ok('bindprocessor -q'))
      .trim()
      .replace(/^.*: +/, '')
      .split(' ')
      .map(Number);
  }
}

describe('seed 4, "without rebooting"', () => {
  test('resources are attached and detached while everything runs on; who looks finds them: the polling model', async () => {
    const lab = new Partition();
    const running = lab.running();
    expect(await lab.seen()).toBe('8, 2, 4096, 1048576');
    await silently(lab, change('proc', '-o a --procs 1'));
    expect(await lab.seen()).toBe('12, 3, 4096, 1048576');
    await silently(lab, change('mem', '-o a -q 512'));
    expect(await lab.seen()).toBe('12, 3, 4608, 1179648');
    await silently(lab, change('proc', '-o r --procs 2'));
    await silently(lab, change('mem', '-o r -q 1024'));
    expect(await lab.seen()).toBe('4, 1, 3584, 917504');
    expect(lab.running()).toEqual(running);
  });

  test('"numbering scheme does not include holes": what came last leaves first, whatever was bound', async () => {
    const lab = new Partition();
    const numbers = (count: number) => Array.from({ length: count }, (_, each) => each);
    await silently(lab, change('proc', '-o a --procs 2'));
    expect(await lab.online()).toEqual(numbers(16));
    await lab.ok(`bindprocessor ${pidOf(lab, 'cron')} 0`);
    for (const left of [12, 8, 4]) {
      await silently(lab, change('proc', '-o r --procs 1'));
      expect(await lab.online()).toEqual(numbers(left));
    }
    await silently(lab, change('proc', '-o a --procs 1'));
    expect(await lab.online()).toEqual(numbers(8));
  });

  test('"large memory pages is not supported": the pool stays as it is, whatever comes and leaves', async () => {
    const lab = new Partition();
    const pool = async () => /^L +16 MB +(\d+)/m.exec(await lab.ok('svmon -G'))?.[1];
    expect(await pool()).toBe('32');
    await silently(lab, change('mem', '-o a -q 1024'));
    await silently(lab, change('mem', '-o r -q 2048'));
    expect(await pool()).toBe('32');
  });
});

describe('seed 4, "the resource is left in a normal state as if the DLPAR event never happened"', () => {
  test.each([
    ['a processor that is busy', 'proc', '-o r --procs 1', 'is bound to processor 7'],
    ['a processor that is busy, by force', 'proc', '-o r --procs 1 --force', 'is bound to processor 7'],
    ['memory, for there is not enough pinnable', 'mem', '-o r -q 256', 'not enough pinnable memory'],
    ['memory, by force', 'mem', '-o r -q 256 --force', 'not enough pinnable memory'],
  ])('%s', async (_, resource, words, reason) => {
    const lab = new Partition('held');
    install(lab, 'db1');
    tamper(lab, 'UPDATE memory_use SET pinned_mb = 2900');
    const state = async () => ({
      seen: await lab.seen(),
      running: lab.running(),
      processors: processorsOf(lab, 'db1'),
      memory: memoryOf(lab, 'db1'),
      bound: (await onHost(lab, 'ps -e -o pid= -o bnd=')).stdout,
    });
    const before = await state();
    expect(await denied(lab, change(resource, words))).toContain(reason);
    expect(await state()).toEqual(before);
    expect(lab.dump().dlpar_request).toEqual([]);
    // Nothing is in the way of the next one.
    await silently(lab, change('proc', '-o a --procs 1'));
  });
});

describe('seed 4, "the correct remedy"', () => {
  test('ps finds what is bound to the last processor, bindprocessor binds it elsewhere, and the processor leaves', async () => {
    const lab = new Partition('held');
    await denied(lab, change('proc', '-o r --procs 1'));
    const last = (await lab.online()).at(-1);
    const listed = (await onHost(lab, 'ps -e -o pid= -o bnd= -o comm=')).stdout.split('\n');
    const targets = listed.map((row) => row.trim().split(/ +/)).filter(([, bound]) => bound === String(last));
    expect(targets.map(([, , name]) => name)).toEqual(['cron']);
    for (const [pid] of targets) await lab.ok(`bindprocessor ${pid} 0`);
    await silently(lab, change('proc', '-o r --procs 1'));
    expect(await lab.online()).toEqual([0, 1, 2, 3]);
    expect((await onHost(lab, `ps -o bnd= -p ${targets[0]?.[0]}`)).stdout.trim()).toBe('0');
  });

  test('"schedules bound jobs around offline or pending offline processors": their set stays, and counts again later', async () => {
    const lab = new Partition();
    const sshd = pidOf(lab, 'sshd');
    await lab.ok(`attachrset -c 3-5 ${sshd}`);
    await silently(lab, change('proc', '-o r --procs 1'));
    const sets = async () => {
      const outputs = [await lab.ok(`lsrset -p ${sshd}`), await lab.ok(`lsrset -o -p ${sshd}`)];
      return outputs.map((output) => /CPU: (\S+)/.exec(output)?.[1]);
    };
    expect(await sets()).toEqual(['3-5', '3']);
    await silently(lab, change('proc', '-o a --procs 1'));
    expect(await sets()).toEqual(['3-5', '3-5']);
  });

  test('"a script that invokes Workload Manager commands": its prerelease reclassifies the system', async () => {
    const lab = new Partition();
    await lab.ok('wlmctrl -a');
    const held = await denied(lab, change('proc', '-o r --procs 1'));
    expect(held).toContain('workload class batch has no other online processor');
    install(lab, 'db1', 'sysadmin_wlm');
    lab.inside.scripts = async ({ words }) => {
      if (words[1] !== 'prerelease') return {};
      await lab.ok('chclass -a rset=test/both batch');
      await lab.ok('wlmctrl -u');
      return {};
    };
    await silently(lab, change('proc', '-o r --procs 1'));
    expect(await lab.online()).toHaveLength(4);
  });

  test('"terminating programs that implement the plock system call": pinned memory goes down when its program ends, and the block leaves', async () => {
    const lab = new Partition('held');
    tamper(lab, 'UPDATE memory_use SET pinned_mb = 2100');
    expect(await denied(lab, change('mem', '-o r -q 256'))).toContain('not enough pinnable memory');
    await lab.ok('stopsrc -s sshd');
    await silently(lab, change('mem', '-o r -q 256'));
    expect(memoryOf(lab, 'db1')).toBe('3840 3840 3840');
  });
});

describe('seed 4, "device dependencies are not tracked"', () => {
  test('who removes a slot reads that its adapter is busy, not of what; resolved by hand, it leaves', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE profile SET attributes = replace(attributes, '/none/1', '/none/0')");
    const line = `chhwres -r io -m ${p750} -o r -p b750vio1 -l 21010201`;
    const said = await denied(lab, line);
    expect(said).toContain('specified device is busy');
    expect(said).not.toMatch(/ent\d|vhost|SEA|hdisk/);
    lab.host = 'b750vio1';
    const shared = rows(
      lab,
      "SELECT sea.name FROM sea JOIN partition ON id = partition WHERE partition.name = 'b750vio1'",
    ) as { name: string }[];
    for (const { name } of shared) await lab.ok(`rmvdev -sea ${name}`);
    lab.host = undefined;
    expect(await typed(lab, line)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
