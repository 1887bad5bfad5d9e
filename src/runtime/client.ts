/**
 * Our commands inside a partition: each asks the broker, and lends it its streams. A bundle of its own (`dist/client.cjs`)
 * that knows nothing of labs.
 */
import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { basename } from 'node:path';
import type { TypedLines } from '../cli/context.ts';
import { ProcessOutput } from '../cli/process-output.ts';
import {
  brokerPaths,
  endingSignals,
  type FromCommand,
  LineReader,
  passedVariables,
  type ToCommand,
} from './protocol.ts';

const name = basename(process.argv[1] ?? '');
const stdout = new ProcessOutput(1);
const stderr = new ProcessOutput(2);
const socket = createConnection(process.getuid?.() === 0 ? brokerPaths.root : brokerPaths.others);
let status: number | undefined;
let lines: TypedLines | undefined;

function say(message: FromCommand): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

async function hear(message: ToCommand): Promise<void> {
  switch (message.type) {
    case 'out':
      return stdout.write(message.text);
    case 'err':
      return stderr.write(message.text);
    case 'out-bytes':
      return stdout.writeBytes(Buffer.from(message.bytes, 'base64'));
    case 'err-bytes':
      return stderr.writeBytes(Buffer.from(message.bytes, 'base64'));
    case 'ask': {
      const { ask } = await import('../cli/ask.ts');
      return say({ type: 'answer', text: (await ask(message.question, { hidden: message.hidden })) ?? null });
    }
    case 'read':
      return await read();
    case 'unread':
      lines?.close();
      return;
    case 'run':
      return say({ type: 'ran', status: await run(message.path, message.args) });
    case 'name':
      process.title = message.name;
      return say({ type: 'named' });
    case 'end':
      status = message.status;
  }
}

async function read(): Promise<void> {
  lines = (await import('../cli/typed-lines.ts')).openTypedLines();
  for (;;) {
    const text = (await lines.next()) ?? null;
    if (socket.writable) say({ type: 'line', text });
    if (text === null) return;
  }
}

function run(path: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 128));
  });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    passedVariables.flatMap((variable) => {
      const value = process.env[variable];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
}

function directory(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}

for (const signal of endingSignals) {
  process.on(signal, () => say({ type: 'interrupt', signal }));
}
process.on('SIGWINCH', () => say({ type: 'resized' }));
const reader = new LineReader((line) => void hear(JSON.parse(line) as ToCommand));
socket.setEncoding('utf8');
socket.on('connect', () =>
  say({
    type: 'call',
    name,
    argv: process.argv.slice(2),
    directory: directory(),
    pid: process.pid,
    environment: environment(),
    terminal: stdout.terminal,
    ...(stdout.columns === undefined ? {} : { columns: stdout.columns }),
  }),
);
socket.on('data', (text: string) => reader.add(text));
socket.on('error', () => {});
socket.on('close', () => {
  if (status === undefined) stderr.write(`${name}: Nobody answers for this partition any more.\n`);
  const lost = stdout.lost !== undefined && stdout.lost !== 'EPIPE';
  if (lost) stderr.write(`${name}: Cannot write to the standard output: ${stdout.lost}.\n`);
  process.exitCode = status === undefined || (lost && status === 0) ? 1 : status;
  lines?.close();
});
