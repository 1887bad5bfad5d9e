import { describe, expect, test } from 'vitest';
import { changeStanza, readStanzas, removeStanza } from '../../src/model/users/stanzas.ts';

const text = `* a comment: with = both
default:
	admin = false
	SYSTEM = "compat"

root:
	admin = true
* about root
	umask = 022

guest:
	admin = false
`;

describe('a file of stanzas', () => {
  test('is read without its comments and quotes', () => {
    const stanzas = readStanzas(text);
    expect([...stanzas.keys()]).toEqual(['default', 'root', 'guest']);
    expect(Object.fromEntries(stanzas.get('default') ?? [])).toEqual({ admin: 'false', SYSTEM: 'compat' });
    expect(Object.fromEntries(stanzas.get('root') ?? [])).toEqual({ admin: 'true', umask: '022' });
  });

  test.each<[string, string, Record<string, string | undefined>, string, string]>([
    ['changed in its place', 'root', { umask: '077' }, 'umask = 022', 'umask = 077'],
    ['added at the end of its stanza', 'root', { su: 'true' }, 'umask = 022\n', 'umask = 022\n\tsu = true\n'],
    ['removed', 'root', { umask: undefined }, '\tumask = 022\n', ''],
    ['empty', 'guest', { admin: '' }, 'guest:\n\tadmin = false', 'guest:\n\tadmin ='],
    [
      'quoted',
      'guest',
      { SYSTEM: 'LDAP' },
      'guest:\n\tadmin = false',
      'guest:\n\tadmin = false\n\tSYSTEM = "LDAP"',
    ],
    [
      'of a new stanza',
      'new',
      { admin: 'true' },
      '\tadmin = false\n$',
      '\tadmin = false\n\nnew:\n\tadmin = true\n\n',
    ],
  ])('an attribute is %s', (_, name, changes, from, to) => {
    const expected = from.endsWith('$') ? text.replace(new RegExp(from), to) : text.replace(from, to);
    expect(changeStanza(text, name, changes)).toBe(expected);
  });

  test('a stanza that is removed leaves the others as they were', () => {
    expect(removeStanza(text, 'root')).toBe(text.replace(/root:[\s\S]*022\n\n/, ''));
    expect(removeStanza(text, 'nobody')).toBe(text);
    expect(removeStanza(changeStanza(text, 'new', { a: 'b' }), 'new')).toBe(`${text}\n`);
  });

  test.each([
    ['lines without end', `root:\n\t${'x'.repeat(10_000_000)} = 1\n\tadmin = true\n`],
    ['an attribute twice', 'root:\n\tadmin = true\n\tadmin = false\n'],
    ['a stanza twice', 'root:\n\tadmin = true\n\nroot:\n\tadmin = false\n'],
    ['names of objects', '__proto__:\n\tadmin = false\nroot:\n\tadmin = true\n\tconstructor = x\n'],
  ])('%s', (_, hostile) => {
    expect(readStanzas(hostile).get('root')?.get('admin')).toBe('true');
  });
});
