import { expect, test } from 'vitest';
import { makeRecord, verifies } from '../../src/model/users/password-record.ts';

// Published test vectors of programs that try passwords.
test.each([
  ['{ssha256}06$aJckFGJAB30LTe10$ohUsB7LBPlgclE3hJg9x042DLJvQyxVCX.nZZLEz.g2', 'hashcat'],
  ['{ssha256}06$5lsi4pETf/0p/12k$xACBftDMh30RqgrM5Sppl.Txgho41u0oPoD21E1b.QT', 'I<3JtR'],
  ['{ssha1}06$6cZ2YrFYwVQPAVNb$1agAljwERjlin9RxFxzKl.E0.sJ', 'gentoo=>meh'],
  [
    '{ssha512}06$bJbkFGJAB30L2e23$bXiXjyH5YGIyoWWmEVwq67nCU5t7GLy9HkCzrodRCQCx3r9VvG98o7O3V0r9cVrX3LPPGuHqT5LLn0oGCuI1..',
    'hashcat',
  ],
])('%s is of %s', (record, password) => {
  expect(verifies(record, password)).toBe(true);
  expect(verifies(record, `${password} `)).toBe(false);
});

test('a new record is the one that the vendor would write', () => {
  expect(makeRecord('hashcat', 'aJckFGJAB30LTe10')).toBe(
    '{ssha256}06$aJckFGJAB30LTe10$ohUsB7LBPlgclE3hJg9x042DLJvQyxVCX.nZZLEz.g2',
  );
});

test.each([
  '',
  '*',
  'nonsense',
  '{ssha256}06$aJckFGJAB30LTe10$',
  '{crypt}06$salt$hash',
  '{__proto__}06$salt$hash',
  // It would take years.
  '{ssha256}99$aJckFGJAB30LTe10$ohUsB7LBPlgclE3hJg9x042DLJvQyxVCX.nZZLEz.g2',
  `{ssha256}06$${'x'.repeat(10_000_000)}$hash`,
])('nobody has the password of %.40s', (record) => {
  expect(verifies(record, 'hashcat')).toBe(false);
  expect(verifies(record, '')).toBe(false);
});
