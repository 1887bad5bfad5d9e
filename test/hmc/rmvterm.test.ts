import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { p750, typed } from './console.ts';

// What it closes is tested with mkvterm.
test.each(['-p b750nl2', '--id 5'])('rmvterm %s says the same where none is open', async (words) => {
  const lab = new TestLab('default');
  const before = lab.dump();
  expect(await typed(lab, `rmvterm -m ${p750} ${words}`)).toEqual({
    status: 0,
    stdout: 'Close command sent\n',
    stderr: '',
  });
  expect(lab.dump()).toEqual(before);
});

test('rmvterm -p and --id exclude each other', async () => {
  const { status, stderr } = await typed(new TestLab('default'), `rmvterm -m ${p750} -p b750nl2 --id 5`);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      'The parameters -p and --id cannot be entered together.  Please check your entry and retry the command.\n',
  });
});
