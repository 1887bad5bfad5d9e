import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, Broker } from '../../src/runtime/broker.ts';
import { temporaryFolder } from '../support/lab.ts';

const brokers: Broker[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const broker of brokers.splice(0)) broker.close();
});

async function called(answer: Answer): Promise<Socket> {
  const path = join(temporaryFolder(), 'broker');
  const broker = new Broker(answer);
  brokers.push(broker);
  await broker.listen(path);
  const socket = createConnection(path);
  sockets.push(socket);
  socket.on('error', () => {});
  const call = { type: 'call', name: 'x', argv: [], directory: '/', pid: 1, environment: {} };
  socket.write(`${JSON.stringify(call)}\n`);
  return socket;
}

const line = `${JSON.stringify({ type: 'line', text: 'x'.repeat(10_000) })}\n`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Writes lines until nobody takes them any more. @returns how many were taken */
async function pressed(socket: Socket, most: number): Promise<number> {
  for (let written = 0; written < most; written++) {
    if (socket.destroyed) return written;
    if (socket.write(line)) continue;
    const heard = new Promise((resolve) => socket.once('drain', resolve));
    if ((await Promise.race([heard, pause(500).then(() => 'deaf')])) === 'deaf') return written;
  }
  return most;
}

describe('a program inside that heaps up', () => {
  test('lines that no command asked for is none of ours', async () => {
    const socket = await called(() => new Promise(() => {}));
    const closed = new Promise((resolve) => socket.once('close', () => resolve('closed')));
    await pressed(socket, 1);
    expect(await closed).toBe('closed');
  });

  test('lines that a command does not take has to wait; none is lost', async () => {
    let go: () => void = () => {};
    const ready = new Promise<void>((resolve) => {
      go = resolve;
    });
    let taken = 0;
    const done = new Promise<void>((resolve) => {
      void called(async ({ openInput }) => {
        const input = await openInput();
        await ready;
        while ((await input.next()) !== undefined) taken++;
        resolve();
        return 0;
      }).then(async (socket) => {
        // Its answer to the question, when that has come.
        await new Promise((heard) => socket.once('data', heard));
        expect(await pressed(socket, 2_000)).toBeLessThan(500);
        go();
        socket.write(`${JSON.stringify({ type: 'line', text: null })}\n`);
      });
    });
    await done;
    expect(taken).toBeGreaterThan(20);
  });

  test('output that it does not read holds up the program that prints it', async () => {
    let printed = 0;
    let full = false;
    const socket = await called(async ({ stdout }) => {
      for (; printed < 200 && !full; printed++) {
        stdout.write('x'.repeat(100_000));
        full = stdout.full?.() !== undefined;
      }
      await stdout.full?.();
      stdout.write('and on');
      return 0;
    });
    socket.pause();
    await pause(300);
    expect(full).toBe(true);
    expect(printed).toBeLessThan(100);
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      heard += text;
    });
    socket.resume();
    await new Promise((resolve) => socket.once('end', resolve));
    expect(heard.endsWith('{"type":"out","text":"and on"}\n{"type":"end","status":0}\n')).toBe(true);
  });
});
