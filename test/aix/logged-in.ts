import type { Context } from '../../src/cli/context.ts';
import { makeContext } from '../../src/cli/make-context.ts';
import { processMachine } from '../../src/cli/process-machine.ts';
import { runCommand } from '../../src/cli/run.ts';
import { registered } from '../../src/commands/registry.ts';
import type { Inside, RealProcess } from '../../src/model/inside.ts';
import { insideOf } from '../../src/runtime/inside.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { findWpar } from '../../src/state/wpars.ts';
import type { Outcome, TestLab } from '../support/lab.ts';

/** A process that somebody has; what is not said is that of a shell. */
export function processOf(more: Partial<RealProcess>): RealProcess {
  const usual = { pid: 9000, parent: 1, user: 0, state: 'S', started: 0, born: 0, seconds: 0 };
  return { ...usual, terminal: undefined, words: ['-ksh'], clogin: false, ...more };
}

/** Types a line in a place in which these processes run; of other places, none do. */
export async function typedAmong(
  lab: TestLab,
  processes: readonly RealProcess[],
  line: string,
  user = 'root',
): Promise<Outcome> {
  const [name = '', ...argv] = line.split(' ');
  const command = (await registered(name)?.load())?.command;
  const opened = Lab.open(lab.directory, processMachine);
  const host = findHost(opened.engine, 'l488pp008');
  if (!command || !host) throw new Error(`no ${name}`);
  const wpar = lab.wpar === undefined ? undefined : findWpar(opened.engine, host.name, lab.wpar);
  const written = { stdout: '', stderr: '' };
  const output = (stream: 'stderr' | 'stdout') => ({
    write(text: string) {
      written[stream] += text;
    },
  });
  const inside: Inside = {
    ...insideOf(opened),
    processes: async (place) => (place.wpar?.name === (lab.wpar ?? 'dev02') ? processes : []),
  };
  const unused: Pick<Context, 'ask' | 'enter' | 'openInput' | 'prepareApplication' | 'runOn' | 'runScript'> =
    {
      ask: async () => undefined,
      enter: async () => 0,
      openInput: async () => ({ next: async () => undefined, close() {} }),
      prepareApplication: () => Promise.reject(new Error('not here')),
      runOn: async () => undefined,
      runScript: async () => 0,
    };
  try {
    const context = makeContext({
      ...unused,
      command: name,
      argv,
      lab: opened,
      host,
      user,
      ...(wpar ? { wpar } : {}),
      inside,
      stdout: output('stdout'),
      stderr: output('stderr'),
      environment: {},
      directory: '/',
      signal: new AbortController().signal,
      onHost: true,
    });
    return { status: await runCommand(command, argv, context), ...written };
  } finally {
    opened.close();
  }
}
