import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Folder } from '../../src/model/folder.ts';
import type { Work } from '../../src/model/work.ts';
import { checkpointWpar } from '../../src/model/wpar/checkpoint/checkpoint.ts';
import { stateFileNames } from '../../src/model/wpar/checkpoint/files.ts';
import { killWpar } from '../../src/model/wpar/checkpoint/kill.ts';
import { relocateWpar, type Sides } from '../../src/model/wpar/checkpoint/relocate.ts';
import { restartWpar } from '../../src/model/wpar/checkpoint/restart.ts';
import { resumeWpar } from '../../src/model/wpar/checkpoint/resume.ts';
import { removeWpar } from '../../src/model/wpar/remove.ts';
import { stopWpar } from '../../src/model/wpar/stop.ts';
import type { CheckpointKind } from '../../src/state/checkpoints.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import type { Machine } from '../../src/state/machine.ts';
import { rows, testWorld } from '../aix/wpars.ts';
import { aProcess, FakeInside } from '../support/fake-inside.ts';
import { TestLab } from '../support/lab.ts';

const silent = () => {};
const mortal = { pid: 999_999_999, birth: 'another-boot' };

/** A process that everybody else finds gone. */
const dyingMachine: Machine = {
  ...processMachine,
  self: mortal,
  alive: (owner) => owner.pid === mortal.pid || processMachine.alive(owner),
};

/** A lab in which left/mob runs two programs (8 from a clogin), and commands that see a fake of what is real. */
class Scene {
  readonly lab = new TestLab(testWorld('relocation'), 'left');
  readonly inside = new FakeInside();
  readonly state = join(this.lab.home, 'state');
  readonly abort = new AbortController();

  constructor() {
    this.inside.run('left/mob', [aProcess(7, { words: ['ksh', 'loop'] }), aProcess(8, { clogin: true })]);
  }

  work(host: string, machine: Machine = processMachine): Work {
    const lab = Lab.open(this.lab.directory, machine);
    const found = findHost(lab.engine, host);
    if (!found) throw new Error(`no host ${host}`);
    return { lab, host: found, signal: this.abort.signal, inside: this.inside, say: silent };
  }

  /** Both sides of a relocation: one lab. */
  sides(from: string, to: string, machine?: Machine): Sides {
    const departure = this.work(from, machine);
    return { departure, arrival: { ...departure, host: this.work(to).host } };
  }

  folder(): Folder {
    return new Folder(this.state, { at: (path, work) => work(path) });
  }

  async checkpoint(kind: CheckpointKind, machine?: Machine): Promise<void> {
    await checkpointWpar(this.work('left', machine), 'mob', { folder: this.folder(), kind, tell: silent });
  }

  async restart(host = 'right', machine?: Machine): Promise<void> {
    const options = { folder: this.folder(), exportRules: () => [], tell: silent };
    await restartWpar(this.work(host, machine), 'mob', options);
  }

  async resume(host = 'left'): Promise<void> {
    await resumeWpar(this.work(host), 'mob', silent);
  }

  async kill(host = 'left'): Promise<void> {
    await killWpar(this.work(host), 'mob', { tell: silent });
  }

  async stop(host = 'left', how: 'force' | 'normal' = 'force'): Promise<void> {
    await stopWpar(this.work(host), 'mob', { how, limit: undefined, verbose: false });
  }

  /** The definition on the other side. */
  async define(host = 'right'): Promise<void> {
    this.lab.host = host;
    const nfs = (directory: string, device: string) =>
      `-M directory=${directory} vfs=nfs host=files dev=/export/${device}`;
    const directories = '-M directory=/home vfs=directory -M directory=/tmp vfs=directory';
    await this.lab.ok(`mkwpar -p -c -n mob ${nfs('/', 'mob')} ${directories} ${nfs('/var', 'var')}`);
    this.lab.host = 'left';
  }

  /** States as a reader sees them: `left A, right -`. */
  async states(...hosts: string[]): Promise<string> {
    const each = hosts.map(async (host) => {
      this.lab.host = host;
      const { stdout } = await this.lab.type('lswpar -cqa state mob');
      return `${host} ${stdout.trim() || '-'}`;
    });
    const found: string[] = [];
    for (const one of each) found.push(await one);
    this.lab.host = 'left';
    return found.join(', ');
  }

  /** Runs a step whose process dies at a call. */
  async die(at: string, step: (machine: Machine) => Promise<void>): Promise<void> {
    this.inside.diesAt = at;
    const done = step(dyingMachine).then(
      () => 'done',
      (error: unknown) => `failed: ${String(error)}`,
    );
    const never = new Promise((resolve) => setTimeout(() => resolve('dead'), 30));
    expect(await Promise.race([done, never])).toBe('dead');
    this.inside.diesAt = undefined;
  }
}

/** What a command says when it refuses. */
async function refusal(step: Promise<void>): Promise<string> {
  try {
    await step;
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('chkptwpar', () => {
  test.each([
    ['copy', 'A', ['left/mob 7 8']],
    ['paused', 'P', ['left/mob 7 8 frozen']],
    // Processes of a clogin do not survive (seed 1).
    ['killed', 'D', ['parked 7 frozen']],
  ] as const)('%s: the WPAR is %s', async (kind, state, view) => {
    const scene = new Scene();
    await scene.checkpoint(kind);
    expect(await scene.states('left')).toBe(`left ${state}`);
    expect(scene.inside.view()).toEqual(view);
  });

  test('the directory is for its owner alone and says what seed 1 lists', async () => {
    const scene = new Scene();
    await scene.checkpoint('copy');
    expect(statSync(scene.state).mode & 0o777).toBe(0o700);
    expect(scene.folder().names()).toEqual([...stateFileNames].sort());
    for (const name of stateFileNames)
      expect(statSync(join(scene.state, name)).mode & 0o777, name).toBe(0o600);
    const read = (name: string) => JSON.parse(readFileSync(join(scene.state, name), 'utf8')) as unknown;
    expect(read('processes.json')).toMatchObject([
      { pid: 7, parent: 1, user: 0, words: ['ksh', 'loop'], clogin: false },
      { pid: 8, clogin: true },
    ]);
    expect(read('memory.json')).toEqual({ residentKb: (128 + 2 * 16) * 1024 });
    expect(read('mounts.json')).toContainEqual(
      expect.objectContaining({ directory: '/', node: 'files', device: '/export/mob' }),
    );
    expect(read('ticket.json')).toMatchObject({ name: 'mob', host: 'left', level: '7.1.2.0', kind: 'copy' });
    expect(readFileSync(join(scene.state, 'specification'), 'utf8')).toContain('checkpointable');
  });

  test.each(['freeze', 'endLogins', 'park'])('%s fails: thawed, Active, nothing left', async (call) => {
    const scene = new Scene();
    scene.inside.failsAt = call;
    await expect(scene.checkpoint('killed')).rejects.toThrow(`${call} failed`);
    expect(await scene.states('left')).toBe('left A');
    expect(scene.inside.view()).toEqual([call === 'park' ? 'left/mob 7' : 'left/mob 7 8']);
    expect(scene.folder().names()).toBeUndefined();
    expect(rows(scene.lab, 'SELECT * FROM checkpoint')).toEqual([]);
    expect(rows(scene.lab, 'SELECT * FROM operation')).toEqual([]);
  });

  test('a file that stands in the way: nothing of ours is left, what was there stays', async () => {
    const scene = new Scene();
    const work = scene.folder();
    const write = work.write.bind(work);
    work.write = (name, text) => {
      if (name === 'sockets.json') writeFileSync(join(scene.state, 'mine'), '');
      write(name, text);
      if (name === 'sockets.json') throw new Error('full');
    };
    await expect(
      checkpointWpar(scene.work('left'), 'mob', { folder: work, kind: 'paused', tell: silent }),
    ).rejects.toThrow('full');
    expect(scene.folder().names()).toEqual(['mine']);
    expect(await scene.states('left')).toBe('left A');
    expect(scene.inside.view()).toEqual(['left/mob 7 8']);
  });

  test('an interrupt: Active as before', async () => {
    const scene = new Scene();
    scene.abort.abort('SIGINT');
    expect(await refusal(scene.checkpoint('killed'))).toBe('wpar.signalled');
    expect(await scene.states('left')).toBe('left A');
    expect(scene.inside.view()).toEqual(['left/mob 7 8']);
    expect(scene.folder().names()).toBeUndefined();
  });

  test.each([
    ['freeze', ['left/mob 7 8']],
    ['endLogins', ['left/mob 7 8']],
    ['park', ['left/mob 7']],
  ])('its process dies at %s: Paused, and resumewpar repairs it', async (call, view) => {
    const scene = new Scene();
    await scene.die(call, (machine) => scene.checkpoint('killed', machine));
    expect(await scene.states('left')).toBe('left P');
    await scene.resume();
    expect(await scene.states('left')).toBe('left A');
    expect(scene.inside.view()).toEqual(view);
  });

  test('it dies after its processes are parked: resumewpar fetches them back', async () => {
    const scene = new Scene();
    const park = scene.inside.park.bind(scene.inside);
    scene.inside.park = async (place, ticket) => {
      await park(place, ticket);
      await new Promise(() => {});
    };
    await scene.die('none', (machine) => scene.checkpoint('killed', machine));
    expect(scene.inside.view()).toEqual(['parked 7 frozen']);
    expect(await scene.states('left')).toBe('left P');
    await scene.resume();
    expect(scene.inside.view()).toEqual(['left/mob 7']);
  });

  test.each([
    ['killwpar', (scene: Scene) => scene.kill()],
    ['stopwpar -F', (scene: Scene) => scene.stop()],
  ])('or %s ends it', async (_, end) => {
    const scene = new Scene();
    await scene.die('park', (machine) => scene.checkpoint('killed', machine));
    await end(scene);
    expect(await scene.states('left')).toBe('left D');
    expect(scene.inside.parked.size).toBe(0);
  });
});

describe('restartwpar', () => {
  test('-k, then on the same host: the processes and their pids are back', async () => {
    const scene = new Scene();
    const before = rows(scene.lab, "SELECT init_pid, started FROM wpar WHERE name = 'mob' AND host = 'left'");
    await scene.checkpoint('killed');
    await scene.restart('left');
    expect(await scene.states('left')).toBe('left A');
    expect(scene.inside.view()).toEqual(['left/mob 7']);
    expect(
      rows(scene.lab, "SELECT init_pid, started FROM wpar WHERE name = 'mob' AND host = 'left'"),
    ).toEqual(before);
    expect(await refusal(scene.restart('left'))).toBe('wpar.stateRestarted');
  });

  test.each(['killed', 'paused'] as const)('%s, then on another host', async (kind) => {
    const scene = new Scene();
    await scene.define();
    await scene.checkpoint(kind);
    await scene.restart();
    expect(await scene.states('left', 'right')).toBe(`left ${kind === 'paused' ? 'P' : 'D'}, right A`);
    expect(scene.inside.view()).toEqual(['right/mob 7']);
  });

  test('-p by hand: the original cannot be resumed any more, and killwpar ends it', async () => {
    const scene = new Scene();
    await scene.define();
    await scene.checkpoint('paused');
    await scene.restart();
    expect(await refusal(scene.resume())).toBe('wpar.movedAway');
    await scene.kill();
    expect(await scene.states('left', 'right')).toBe('left D, right A');
    expect(scene.inside.view()).toEqual(['right/mob 7']);
  });

  test.each(['endLogins', 'park', 'claim'])('%s fails: Defined, and the original resumes', async (call) => {
    const scene = new Scene();
    await scene.define();
    await scene.checkpoint('paused');
    scene.inside.failsAt = call;
    await expect(scene.restart()).rejects.toThrow(`${call} failed`);
    expect(await scene.states('left', 'right')).toBe('left P, right D');
    await scene.resume();
    expect(scene.inside.view()).toEqual([call === 'endLogins' ? 'left/mob 7 8' : 'left/mob 7']);
    expect(await refusal(scene.restart())).toBe('wpar.stateResumed');
  });

  describe.each(['killed', 'paused'] as const)('its process dies, of a checkpoint %s', (kind) => {
    const calls = kind === 'paused' ? ['endLogins', 'park', 'claim'] : ['claim'];
    test.each(calls)('at %s: stopwpar -F, and another restart works', async (call) => {
      const scene = new Scene();
      await scene.define();
      await scene.checkpoint(kind);
      await scene.die(call, (machine) => scene.restart('right', machine));
      expect(await scene.states('right')).toBe('right B');
      await scene.stop('right');
      expect(await scene.states('right')).toBe('right D');
      await scene.restart();
      expect(scene.inside.view()).toEqual(['right/mob 7']);
    });

    test('after the claim, too', async () => {
      const scene = new Scene();
      await scene.define();
      await scene.checkpoint(kind);
      const claim = scene.inside.claim.bind(scene.inside);
      scene.inside.claim = async (ticket, place) => {
        await claim(ticket, place);
        return await new Promise(() => {});
      };
      await scene.die('none', (machine) => scene.restart('right', machine));
      scene.inside.claim = claim;
      expect(scene.inside.view()).toEqual(['right/mob 7 frozen']);
      await scene.stop('right');
      expect(scene.inside.view()).toEqual(['parked 7 frozen']);
      if (kind === 'paused') await scene.resume();
      else await scene.restart();
      expect(scene.inside.view()).toEqual([kind === 'paused' ? 'left/mob 7' : 'right/mob 7']);
    });

    test('when they are its own: Paused, and resumewpar there goes on', async () => {
      const scene = new Scene();
      await scene.define();
      await scene.checkpoint(kind);
      await scene.die('thaw', (machine) => scene.restart('right', machine));
      expect(await scene.states('right')).toBe('right P');
      await scene.resume('right');
      expect(await scene.states('right')).toBe('right A');
      expect(scene.inside.view()).toEqual(['right/mob 7']);
    });
  });

  test('the original may be resumed while the arrival side is still Broken', async () => {
    const scene = new Scene();
    await scene.define();
    await scene.checkpoint('paused');
    await scene.die('claim', (machine) => scene.restart('right', machine));
    await scene.resume();
    expect(await scene.states('left', 'right')).toBe('left A, right B');
    expect(scene.inside.view()).toEqual(['left/mob 7']);
    await scene.stop('right');
    expect(scene.inside.view()).toEqual(['left/mob 7']);
  });

  test('a third host can take over from a restart that died', async () => {
    const scene = new Scene();
    await scene.define();
    await scene.define('third');
    await scene.checkpoint('killed');
    const claim = scene.inside.claim.bind(scene.inside);
    scene.inside.claim = async (ticket, place) => {
      await claim(ticket, place);
      return await new Promise(() => {});
    };
    await scene.die('none', (machine) => scene.restart('right', machine));
    scene.inside.claim = claim;
    await scene.restart('third');
    expect(await scene.states('right', 'third')).toBe('right B, third A');
    expect(scene.inside.view()).toEqual(['third/mob 7']);
    await scene.stop('right');
    expect(scene.inside.view()).toEqual(['third/mob 7']);
  });

  test('processes that are gone are not pretended to be there', async () => {
    const scene = new Scene();
    await scene.checkpoint('killed');
    scene.inside.parked.clear();
    expect(await refusal(scene.restart('left'))).toBe('wpar.stateGone');
    expect(await scene.states('left')).toBe('left D');
    expect(await refusal(scene.restart('left'))).toBe('wpar.stateGone');
  });
});

describe('what becomes of parked processes', () => {
  test('killwpar of the Defined WPAR ends them', async () => {
    const scene = new Scene();
    await scene.checkpoint('killed');
    await scene.kill();
    expect(scene.inside.view()).toEqual([]);
    expect(await scene.states('left')).toBe('left D');
    expect(await refusal(scene.restart('left'))).toBe('wpar.stateGone');
    expect(await refusal(scene.kill())).toBe('wpar.wrongState');
  });

  test('rmwpar ends them', async () => {
    const scene = new Scene();
    await scene.checkpoint('killed');
    await removeWpar(scene.work('left'), 'mob', { preserve: true, force: false });
    expect(scene.inside.view()).toEqual([]);
    await scene.define('left');
    expect(await refusal(scene.restart('left'))).toBe('wpar.stateGone');
  });

  test('a start and a stop in between do not', async () => {
    const scene = new Scene();
    await scene.checkpoint('killed');
    await scene.lab.ok('startwpar mob');
    expect(await refusal(scene.restart('left'))).toBe('wpar.wrongState');
    await scene.lab.ok('stopwpar mob');
    await scene.restart('left');
    expect(scene.inside.view()).toEqual(['left/mob 7']);
  });
});

describe('relocate', () => {
  async function relocate(scene: Scene, machine?: Machine) {
    return await relocateWpar(scene.sides('left', 'right', machine), 'mob', silent);
  }

  test('the whole sequence: the processes run there, nothing is left here', async () => {
    const scene = new Scene();
    const seen: string[] = [];
    const end = scene.inside.end.bind(scene.inside);
    scene.inside.end = async (place) => {
      if (place.host.name === 'left') seen.push(await scene.states('left', 'right'));
      await end(place);
    };
    const { steps, arrived, paused, error } = await relocate(scene);
    expect({ arrived, paused, error }).toEqual({ arrived: true, paused: 11, error: undefined });
    expect(steps.map(({ what, outcome }) => `${what}: ${outcome}`)).toEqual([
      'Create the workload partition on right: done',
      'Checkpoint the workload partition on left: done',
      'Restart the workload partition on right: done',
      'Remove the workload partition from left: done',
    ]);
    // Moving: active on the arrival system while resources are still given up here (lswpar page).
    expect(seen[0]).toBe('left M, right A');
    expect(await scene.states('left', 'right')).toBe('left -, right A');
    expect(scene.inside.view()).toEqual(['right/mob 7']);
    expect(
      rows(
        scene.lab,
        "SELECT interface FROM wpar_network JOIN wpar ON id = wpar WHERE name = 'mob' AND host = 'right'",
      ),
    ).toEqual([{ interface: 'en1' }]);
  });

  test.each(['freeze', 'park', 'claim'])('%s fails: it runs on here, nothing is left there', async (call) => {
    const scene = new Scene();
    scene.inside.failsAt = call;
    const { arrived, error } = await relocate(scene);
    expect(arrived).toBe(false);
    expect(String(error)).toContain(`${call} failed`);
    expect(await scene.states('left', 'right')).toBe('left A, right -');
    expect(scene.inside.view()).toEqual([call === 'freeze' ? 'left/mob 7 8' : 'left/mob 7']);
    expect(rows(scene.lab, 'SELECT * FROM preserved')).toEqual([]);
    expect((await relocate(scene)).arrived).toBe(true);
  });

  test('an interrupt: it runs on here, nothing is left there', async () => {
    const scene = new Scene();
    const freeze = scene.inside.freeze.bind(scene.inside);
    scene.inside.freeze = async (place) => {
      scene.abort.abort('SIGINT');
      return await freeze(place);
    };
    expect((await relocate(scene)).arrived).toBe(false);
    expect(await scene.states('left', 'right')).toBe('left A, right -');
    expect(scene.inside.view()).toEqual(['left/mob 7 8']);
  });

  test.each([
    ['freeze', 'left P, right D'],
    ['claim', 'left P, right B'],
  ])('it dies at %s: the documented recovery brings it back', async (call, states) => {
    const scene = new Scene();
    await scene.die(call, async (machine) => {
      await relocate(scene, machine);
    });
    expect(await scene.states('left', 'right')).toBe(states);
    await scene.resume();
    if (states.endsWith('B')) await scene.stop('right');
    await removeWpar(scene.work('right'), 'mob', { preserve: false, force: false });
    expect(await scene.states('left', 'right')).toBe('left A, right -');
    expect((await relocate(scene)).arrived).toBe(true);
    expect(scene.inside.view()).toEqual(['right/mob 7']);
  });

  test('it dies when it runs there: killwpar and rmwpar end the original', async () => {
    const scene = new Scene();
    await scene.die('end', async (machine) => {
      await relocate(scene, machine);
    });
    expect(await scene.states('left', 'right')).toBe('left P, right A');
    expect(await refusal(scene.resume())).toBe('wpar.movedAway');
    await scene.kill();
    await removeWpar(scene.work('left'), 'mob', { preserve: true, force: false });
    expect(scene.inside.view()).toEqual(['right/mob 7']);
  });

  test('there and back again', async () => {
    const scene = new Scene();
    await relocate(scene);
    expect((await relocateWpar(scene.sides('right', 'left'), 'mob', silent)).arrived).toBe(true);
    expect(await scene.states('left', 'right')).toBe('left A, right -');
    expect(scene.inside.view()).toEqual(['left/mob 7']);
  });
});

test('two restarts of one checkpoint: one of them gets the processes', async () => {
  const scene = new Scene();
  await scene.define();
  await scene.checkpoint('killed');
  const both = await Promise.allSettled([scene.restart(), scene.restart()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(scene.inside.view()).toEqual(['right/mob 7']);
});
