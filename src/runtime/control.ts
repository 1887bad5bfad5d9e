import { closeSync, openSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';

/**
 * What processes outside ask of the keeper of a partition: one word a connection; the answer is a line when it is done.
 * The socket stands in the session's folder, which nobody inside sees.
 */
export type ControlWord = 'remount';

const fileName = 'control';

/** @param folder of the session @returns undefined if nobody answers there */
export async function ask(folder: string, word: ControlWord): Promise<string | undefined> {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch {
    return undefined;
  }
  try {
    // A name that is short wherever the lab is: a socket's may have 107 bytes.
    return await conversation(`/proc/self/fd/${descriptor}/${fileName}`, word);
  } finally {
    closeSync(descriptor);
  }
}

function conversation(path: string, word: ControlWord): Promise<string | undefined> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(path, () => socket.write(`${word}\n`));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      heard += text;
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(heard === '' ? undefined : heard.trim()));
  });
}

/** Answers what is asked. @param folder a short path of the session's folder */
export function listen(folder: string, answer: (word: string) => Promise<void>): Promise<Server> {
  const server = createServer((socket) => {
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.once('data', (text: string) => {
      void answer(text.trim()).then(
        () => socket.end('done\n'),
        (error: unknown) => socket.end(`${error instanceof Error ? error.message : String(error)}\n`),
      );
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(`${folder}/${fileName}`, () => resolve(server));
  });
}
