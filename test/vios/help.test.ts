import { expect, test } from 'vitest';
import { allNames, registeredOn } from '../../src/commands/registry.ts';
import { typeParlab } from '../support/parlab.ts';
import { prints, refusal, server } from './typed.ts';

test('every command of a server is listed once, by category', async () => {
  const listing = await prints(server(), 'help');
  expect(listing).toMatch(/^Installation commands\n {4}ioslevel\n {4}license\n\nNetwork commands\n/);
  const listed = [...listing.matchAll(/^ {4}(\w+)$/gm)].map(([, name = '']) => name);
  expect(listed.sort()).toEqual(allNames().filter((name) => registeredOn(name, 'vios')));
});

test.each(allNames().filter((name) => registeredOn(name, 'vios')))('the usage of %s', async (name) => {
  const command = await registeredOn(name, 'vios')?.load();
  const [first = ''] = command?.command.spec.synopsis ?? [];
  expect((await prints(server(), `help ${name}`)).split('\n')[0]).toBe(`Usage: ${first}`);
});

test.each(['nosuch', 'constructor', '../x', 'lspv\u001b[2J'])('help %s', async (name) => {
  const { status, stderr } = await refusal(server(), `help ${name}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^There is no command [ -~]+ on this Virtual I\/O Server\. Type help for those that there are\.\n$/,
  );
});

test('hostname is there, too', async () => {
  expect(await prints(server(), 'hostname')).toBe('b750vio2\n');
});

test('one word at most', async () => {
  expect((await refusal(server(), 'help lspv lsdev')).stderr).toMatch(/The argument lsdev is not expected\./);
});

test('parlab on a server has its help, elsewhere there is none', async () => {
  const lab = server();
  const listing = await prints(lab, 'help');
  expect(await typeParlab(lab, 'on b750vio2 help')).toEqual({ status: 0, stdout: listing, stderr: '' });
  expect(await typeParlab(lab, 'on b750vio2 ioscli help license')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Usage: license\n/),
  });
  expect(await typeParlab(lab, 'on bpichmc help')).toMatchObject({ status: 127, stdout: '' });
  expect((await typeParlab(lab, 'on b750vio2 help --help')).stdout).not.toMatch(/^parlab /);
  expect((await typeParlab(lab, 'on b750vio2 --help')).stdout).toMatch(/^parlab on /);
});
