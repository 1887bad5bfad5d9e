import { expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { TestLab } from '../support/lab.ts';

const names = (lab: Lab) =>
  lab.engine.all<{ name: string }>('SELECT name FROM host_name').map((row) => row.name);

test('every update of a command is a transaction of its own: what throws leaves nothing', () => {
  const lab = Lab.open(new TestLab('empty').directory, processMachine);
  const write = (name: string, fail: boolean) =>
    lab.update((change) => {
      change.engine.run('INSERT INTO host_name VALUES (?, ?)', name, '10.0.0.1');
      if (fail) throw new Error('no');
    });
  write('first', false);
  expect(() => write('second', true)).toThrow('no');
  write('third', false);
  expect(() => write('fourth', true)).toThrow('no');
  expect(names(lab)).toEqual(['first', 'third']);
  lab.close();
});

test('an update inside an update is a part of it', () => {
  const lab = Lab.open(new TestLab('empty').directory, processMachine);
  const outer = () =>
    lab.update(() => {
      lab.update((change) => change.engine.run('INSERT INTO host_name VALUES (?, ?)', 'inner', '10.0.0.1'));
      throw new Error('no');
    });
  expect(outer).toThrow('no');
  expect(names(lab)).toEqual([]);
  lab.close();
});

test('files that cannot follow a commit do not undo it', () => {
  const lab = Lab.open(new TestLab('empty').directory, processMachine);
  lab.onCommit = () => {
    throw new Error('read-only');
  };
  lab.update((change) => change.engine.run('INSERT INTO host_name VALUES (?, ?)', 'kept', '10.0.0.1'));
  expect(names(lab)).toEqual(['kept']);
  lab.close();
});
