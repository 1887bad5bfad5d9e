import { expect, test } from 'vitest';
import { prints, refusal, server } from './typed.ts';

test('ioscli', async () => {
  const lab = server();
  expect(await prints(lab, 'ioscli ioslevel')).toBe('2.2.3.3\n');
  expect(await prints(lab, 'ioscli lsmap -all -fmt :')).toBe(await prints(lab, 'lsmap -all -fmt :'));
  expect(await prints(lab, 'ioscli ioscli ioslevel')).toBe('2.2.3.3\n');
  expect((await refusal(lab, 'ioscli lsmap -vadapter vhost9')).status).toBe(10);
  expect(await refusal(lab, 'ioscli foo')).toEqual({ status: 127, stderr: 'rksh: foo:  not found.\n' });
  expect(await refusal(lab, 'ioscli -all')).toEqual({ status: 127, stderr: 'rksh: -all:  not found.\n' });
  expect(await refusal(lab, "ioscli ''")).toEqual({ status: 127, stderr: 'rksh: :  not found.\n' });
  // What AIX or the console has is not there.
  expect((await refusal(lab, 'ioscli lswpar')).status).toBe(127);
  expect((await refusal(lab, 'ioscli lssyscfg -r sys')).status).toBe(127);
  expect((await refusal(lab, 'ioscli /usr/bin/ls')).stderr).toBe(
    'rksh: /usr/bin/ls: 0403-019 The operation is not allowed in a restricted shell.\n',
  );
  expect(await refusal(lab, 'ioscli')).toEqual({
    status: 1,
    stderr: 'Usage: ioscli Command [Flags] [Arguments]\n',
  });
});
