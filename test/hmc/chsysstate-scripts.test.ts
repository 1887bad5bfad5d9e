import { expect, test } from 'vitest';
import { giveScripts, scriptFolder } from '../support/dlpar-scripts.ts';
import { FakeInside } from '../support/fake-inside.ts';
import type { TestLab } from '../support/lab.ts';
import { lines, typed, worldBut } from './console.ts';

const well = { status: 0, stdout: '', stderr: '' };
const chsysstate = (operation: string) => `chsysstate -m frame1 -r lpar -n aix1 -o ${operation}`;

/** A host with scripts one and two for hibernation, and a device for its memory. */
async function stage(): Promise<{ lab: TestLab; inside: FakeInside; refuse(call: string): void }> {
  const lab = worldBut('src/state/worlds/lpm-two-frames.yaml', [
    'size_mb: 8192, user: susp1 }]',
    'size_mb: 8192, user: susp1 }, { device: hdisk1, purpose: suspend, size_mb: 65536 }]',
  ]);
  const inside = new FakeInside();
  giveScripts(lab, 'aix1', 'phib', { one: '#!/bin/sh\n', two: '#!/bin/sh\n' });
  await typed(lab, 'chsyscfg -r lpar -m frame1 -i "name=aix1,suspend_capable=1"');
  lab.inside = inside;
  const refuse = (call: string) => {
    inside.scripts = ({ words }) =>
      `${words[0]?.split('/').at(-1)} ${words[1]}` === call ? { status: 1, stdout: 'DR_ERROR=no\n' } : {};
  };
  return { lab, inside, refuse };
}

const both = (command: string) => ['one', 'two'].map((name) => `${scriptFolder}/${name} ${command} phib`);
const state = async (lab: TestLab) =>
  (await lines(lab, 'lssyscfg -r lpar -m frame1 -F state --filter lpar_names=aix1'))[0];

test('check and pre before a suspension; post when it runs again', async () => {
  const { lab, inside } = await stage();
  expect(await typed(lab, chsysstate('suspend'))).toEqual(well);
  expect(await state(lab)).toBe('Suspended');
  expect(inside.scriptCalls).toEqual([...both('checkhibernate'), ...both('prehibernate')]);
  expect(await typed(lab, chsysstate('resume'))).toEqual(well);
  expect(await state(lab)).toBe('Running');
  expect(inside.scriptCalls.slice(4)).toEqual(both('posthibernate'));
  expect(lab.dump().dlpar_request).toEqual([]);
});

test.each([
  ['one checkhibernate', both('checkhibernate')],
  ['two prehibernate', [...both('checkhibernate'), ...both('prehibernate'), ...both('undoprehibernate')]],
])('%s that refuses stops it', async (call, calls) => {
  const { lab, inside, refuse } = await stage();
  refuse(call);
  const [name] = call.split(' ');
  expect(await typed(lab, chsysstate('suspend'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(
      `The operating system of the partition aix1 is not ready to be suspended: ${scriptFolder}/${name}: no.`,
    ),
  });
  expect(inside.scriptCalls).toEqual(calls);
  expect(await state(lab)).toBe('Running');
  expect(lab.dump().dlpar_request).toEqual([]);
});

test('an error of post is told, and the partition runs', async () => {
  const { lab, refuse } = await stage();
  await typed(lab, chsysstate('suspend'));
  refuse('one posthibernate');
  expect(await typed(lab, chsysstate('resume'))).toMatchObject({
    status: 0,
    stderr: `The operating system of the partition aix1 reported errors: ${scriptFolder}/one: no.\n`,
  });
  expect(await state(lab)).toBe('Running');
});

test('one that is shut down while it is suspended hears nothing any more', async () => {
  const { lab, inside } = await stage();
  await typed(lab, chsysstate('suspend'));
  expect(await typed(lab, chsysstate('shutdown'))).toEqual(well);
  await typed(lab, chsysstate('on'));
  expect(inside.scriptCalls).toHaveLength(4);
  expect(lab.dump().dlpar_request).toEqual([]);
});
