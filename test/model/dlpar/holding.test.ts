import { describe, expect, test } from 'vitest';
import { formatCpus, parseCpus } from '../../../src/model/dlpar/cpu-list.ts';
import { holdsProcessor, liveBindings, rebind } from '../../../src/model/dlpar/holding.ts';
import { framesOf, holdsMemory } from '../../../src/model/dlpar/memory.ts';
import {
  comingProcessors,
  leavingProcessors,
  logicalCount,
  onlineProcessors,
} from '../../../src/model/dlpar/processors.ts';
import { attach, detach } from '../../../src/model/dlpar/rsets.ts';
import { changeClass, startWorkload, updateWorkload } from '../../../src/model/dlpar/workload.ts';
import { bindingRows, writeBinding } from '../../../src/state/host-resources.ts';
import { program } from '../../aix/places.ts';
import { look, type Opened, resourcesLab } from '../../aix/resources.ts';
import { alter } from '../../aix/wpars.ts';

const numbers = (processors: readonly { readonly bind: number }[]) => processors.map(({ bind }) => bind);

/** What stops the removal of the last virtual processor. */
const holders = ({ lab, host, alive }: Opened, reals: Parameters<Opened['alive']>[0] = []) =>
  holdsProcessor(lab, host, leavingProcessors(lab.engine, host, 1), alive(reals));

describe('seed 4, Processor Bindings: the two numberings', () => {
  test('bind CPU IDs start with 0 and end with N-1, N being the online CPUs: each thread of each processor', () => {
    look(resourcesLab(), ({ lab, host }) => {
      const online = onlineProcessors(lab.engine, host);
      expect(numbers(online)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(online.map(({ connector }) => connector)).toEqual([
        ...Array(4).fill('0x1000'),
        ...Array(4).fill('0x1001'),
      ]);
    });
  });

  test('processors are removed from the Nth-1 position, all threads of one together', () => {
    look(resourcesLab(), ({ lab, host }) => {
      expect(numbers(leavingProcessors(lab.engine, host, 1))).toEqual([7, 6, 5, 4]);
      expect(numbers(leavingProcessors(lab.engine, host, 9))).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    });
  });

  test('processors are added to the Nth position', () => {
    look(resourcesLab(), ({ lab, host }) => {
      expect(numbers(comingProcessors(lab.engine, host, 1))).toEqual([8, 9, 10, 11]);
    });
  });

  test('the numbering has no holes after additions and removals', () => {
    const lab = resourcesLab();
    for (const procs of [4, 1, 3]) {
      alter(lab, `UPDATE partition_processor SET run_procs = ${procs} WHERE partition = 1`);
      look(lab, (opened) => {
        const online = onlineProcessors(opened.lab.engine, opened.host);
        expect(numbers(online)).toEqual(Array.from({ length: procs * 4 }, (_, index) => index));
      });
    }
  });

  test('logical CPU IDs go up to what the partition may have, offline processors among them', () => {
    look(resourcesLab(), ({ lab, host }) => expect(logicalCount(lab.engine, host)).toBe(16));
  });

  test('in the mode of POWER6 a processor has two threads; a machine without partitions has one processor', () => {
    const lab = resourcesLab();
    look(lab, (at) => expect(onlineProcessors(at.lab.engine, at.host)).toHaveLength(4), 'app1');
    look(lab, (at) => expect(onlineProcessors(at.lab.engine, at.host)).toHaveLength(2), 'alone');
  });
});

describe('seed 4: why a processor cannot be removed', () => {
  test('a process that is bound to a bind CPU ID that goes', () => {
    look(resourcesLab(), (opened) => {
      const cron = opened.alive().find((row) => row.program === 'cron');
      expect(holders(opened)).toEqual([`process ${cron?.pid} (cron) is bound to processor 7`]);
    });
  });

  test('release the binding: nothing holds the processor any more', () => {
    look(resourcesLab(), (opened) => {
      opened.change(({ engine }) => engine.run('DELETE FROM processor_binding'));
      expect(holders(opened)).toEqual([]);
    });
  });

  test('establish a new one: a binding to a processor that stays is in nobody’s way', () => {
    look(resourcesLab(), (opened) => {
      opened.change(({ engine }) => engine.run('UPDATE processor_binding SET cpu = 3'));
      expect(holders(opened)).toEqual([]);
    });
  });

  test('terminate the application: a binding ends with its process, and another one with its number has none', () => {
    look(resourcesLab(), (opened) => {
      const worker = program(4711, { words: ['/opt/db/worker'], started: 1_700_000_000_000 });
      const row = opened.alive([worker]).find(({ pid }) => pid === 4711);
      opened.change((change) => {
        change.engine.run('DELETE FROM processor_binding');
        writeBinding(change, 'db1', { pid: 4711, birth: row?.birth ?? '', cpu: 6 });
      });
      expect(holders(opened, [worker])).toEqual(['process 4711 (worker) is bound to processor 6']);
      expect(holders(opened)).toEqual([]);
      expect(holders(opened, [{ ...worker, started: worker.started + 5000 }])).toEqual([]);
    });
  });

  test('a process whose rset has no other online CPU; one with another online CPU is scheduled around', () => {
    look(resourcesLab(), (opened) => {
      const { lab, host } = opened;
      opened.change(({ engine }) => engine.run('DELETE FROM processor_binding'));
      const sshd = opened.alive().find((row) => row.program === 'sshd');
      if (!sshd) throw new Error('no sshd');
      const hold = (cpus: readonly number[]) => {
        opened.change((change) => attach(change, host, sshd, { kind: 'effective', name: '', cpus }, true));
        return holdsProcessor(lab, host, leavingProcessors(lab.engine, host, 1), opened.alive());
      };
      expect(hold([5, 12])).toEqual([
        `process ${sshd.pid} (sshd) has no other online processor in its resource set`,
      ]);
      expect(hold([3, 5])).toEqual([]);
      expect(hold([4, 5, 6, 7])).toHaveLength(1);
      opened.change((change) => detach(change, host, sshd, 'effective'));
      expect(holders(opened)).toEqual([]);
    });
  });

  test('a class whose rset has no other online CPU, as soon as it is active; chclass and an update resolve it', () => {
    look(resourcesLab(), (opened) => {
      const { host } = opened;
      opened.change(({ engine }) => engine.run('DELETE FROM processor_binding'));
      expect(holders(opened)).toEqual([]);
      opened.change((change) => startWorkload(change, host, 'active'));
      const held = ['workload class batch has no other online processor in its resource set test/last'];
      expect(holders(opened)).toEqual(held);
      opened.change((change) => changeClass(change, host, 'batch', { rset: 'test/both' }));
      expect(holders(opened)).toEqual(held);
      opened.change((change) => updateWorkload(change, host));
      expect(holders(opened)).toEqual([]);
    });
  });

  test('in passive mode classes hold nothing', () => {
    look(resourcesLab(), (opened) => {
      opened.change(({ engine }) => engine.run('DELETE FROM processor_binding'));
      opened.change((change) => startWorkload(change, opened.host, 'passive'));
      expect(holders(opened)).toEqual([]);
    });
  });
});

test('after a change bindings of processes that have ended and of processors that are gone are forgotten', () => {
  look(resourcesLab(), (opened) => {
    const { lab, host } = opened;
    const init = opened.alive().find(({ pid }) => pid === 1);
    opened.change((change) => {
      writeBinding(change, 'db1', { pid: 1, birth: init?.birth ?? '', cpu: 0 });
      writeBinding(change, 'db1', { pid: 99, birth: 'real 1', cpu: 0 });
      change.engine.run('UPDATE partition_processor SET run_procs = 1 WHERE partition = 1');
    });
    expect(liveBindings(lab.engine, host, opened.alive()).map(({ row }) => row.pid)).toEqual([1]);
    opened.change((change) => rebind(change, host, opened.alive()));
    expect(bindingRows(lab.engine, 'db1').map(({ pid }) => pid)).toEqual([1]);
  });
});

describe('seed 4: why memory cannot be removed', () => {
  // 800 MB of the kernel, 300 of sshd, 200 of a segment, 32 large pages of 16 MB.
  test('frames of 4 KB: all, free ones, and those that can still be pinned', () => {
    look(resourcesLab(), ({ lab, host, alive }) => {
      const pinned = 800 + 300 + 200 + 32 * 16;
      expect(framesOf(lab.engine, host, alive())).toEqual({
        total: 4096 * 256,
        free: (4096 - Math.floor(4096 * 0.9)) * 256,
        pinnable: Math.floor((4096 * 0.8 - pinned) * 256),
      });
    });
  });

  test('not enough pinnable memory for what the region has pinned: a removal of several blocks stops in the middle', () => {
    look(resourcesLab(), ({ lab, host, alive }) => {
      const why = (blocks: number) => holdsMemory(lab.engine, host, 256, blocks, alive());
      // 1812 MB are pinned: four fifths of 9 blocks are 1843 MB, of 8 blocks 1638.
      expect(why(16)).toBeUndefined();
      expect(why(10)).toBeUndefined();
      expect(why(9)).toBe(
        'not enough pinnable memory: 1812 MB are pinned, 1638 MB could be without the block',
      );
    });
  });

  test.each([
    ['destroying pinned shared memory segments', 'DELETE FROM pinned_segment', 200],
    ['terminating programs that implement plock, or removing the plock', 'DELETE FROM pinned_program', 300],
  ])('lower the level of pinned memory by %s', (_, sql, freed) => {
    look(resourcesLab(), ({ lab, host, alive, change }) => {
      const before = framesOf(lab.engine, host, alive()).pinnable;
      change(({ engine }) => engine.run(sql));
      expect(framesOf(lab.engine, host, alive()).pinnable - before).toBe(freed * 256);
      expect(holdsMemory(lab.engine, host, 256, 9, alive())).toBeUndefined();
    });
  });

  test('a program that has ended pins nothing', async () => {
    const lab = resourcesLab();
    const pinnable = () => look(lab, (at) => framesOf(at.lab.engine, at.host, at.alive()).pinnable);
    const before = pinnable();
    await lab.ok('stopsrc -s sshd');
    expect(pinnable() - before).toBe(300 * 256);
  });

  test('a memory region that contains a large page cannot be removed', () => {
    look(resourcesLab(), ({ lab, host, alive, change }) => {
      change(({ engine }) => {
        engine.run('DELETE FROM pinned_program');
        engine.run('DELETE FROM pinned_segment');
        engine.run('UPDATE memory_use SET pinned_mb = 0, large_pages = 96');
      });
      const why = (blocks: number) => holdsMemory(lab.engine, host, 256, blocks, alive());
      // 96 pages of 16 MB fill six blocks.
      expect(why(9)).toBeUndefined();
      expect(why(6)).toBe('all 6 logical memory blocks that are left contain large pages (96 of 16 MB)');
    });
  });

  test('a world that says nothing: the kernel has pinned 512 MB, a quarter of a small partition', () => {
    const lab = resourcesLab();
    look(
      lab,
      (at) => {
        const { pinnable } = framesOf(at.lab.engine, at.host, at.alive());
        expect(pinnable).toBe(Math.floor((2048 * 0.8 - 512) * 256));
      },
      'app1',
    );
  });
});

describe('lists of CPUs', () => {
  test.each([
    ['0-3,5', [0, 1, 2, 3, 5]],
    ['5,1,5', [1, 5]],
    ['0', [0]],
  ])('%s', (text, cpus) => expect(parseCpus(text)).toEqual(cpus));
  test.each(['', '3-1', '-1', 'a', '1,,2', '0-99999', '1-2-3', '999999999'])('%j is none', (text) => {
    expect(parseCpus(text)).toBeUndefined();
  });
  test('the other way', () => {
    expect([formatCpus([0, 1, 2, 3, 5]), formatCpus([]), formatCpus([7])]).toEqual(['0-3,5', '', '7']);
  });
});
