import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBeneath, writeBeneath } from '../../src/model/tree/beneath.ts';
import { temporaryFolder } from '../support/lab.ts';

/** A tree with a WPAR in it, whose links try to get out. */
function treeWithLinks(): string {
  const tree = temporaryFolder();
  mkdirSync(join(tree, 'etc'));
  mkdirSync(join(tree, 'wpars/one/etc'), { recursive: true });
  writeFileSync(join(tree, 'etc/secret'), 'of the host');
  writeFileSync(join(tree, 'wpars/one/etc/own'), 'own');
  symlinkSync('/etc/secret', join(tree, 'wpars/one/etc/absolute'));
  symlinkSync('../../../etc/secret', join(tree, 'wpars/one/etc/upwards'));
  symlinkSync('/etc/own', join(tree, 'wpars/one/etc/inner'));
  symlinkSync('../../..', join(tree, 'wpars/one/etc/up'));
  return tree;
}

test.each([
  ['/etc/own', 'own'],
  ['/etc/inner', 'own'],
  ['/../../etc/own', 'own'],
  ['/etc/up/etc/own', 'own'],
  ['/etc/absolute', undefined],
  ['/etc/upwards', undefined],
  ['/etc/up/etc/secret', undefined],
])('%s of a WPAR is %s', (path, text) => {
  expect(readBeneath({ tree: treeWithLinks(), base: '/wpars/one' }, path)).toBe(text);
});

test.each(['/etc/absolute', '/etc/up/etc/secret', '/etc/upwards'])(
  'writing %s of a WPAR leaves its host alone',
  (path) => {
    const tree = treeWithLinks();
    writeBeneath({ tree, base: '/wpars/one' }, path, 'of the WPAR');
    expect(readFileSync(join(tree, 'etc/secret'), 'utf8')).toBe('of the host');
    expect(readBeneath({ tree, base: '/wpars/one' }, path)).toBe('of the WPAR');
  },
);
