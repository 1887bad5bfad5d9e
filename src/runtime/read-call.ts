import { endingSignals, type FromCommand } from './protocol.ts';

/**
 * Reads what a process inside says. It may be anybody's program: what is not exactly of the protocol is refused.
 * @throws TypeError, SyntaxError
 */
export function readMessage(line: string): FromCommand {
  const said = JSON.parse(line) as Record<string, unknown>;
  if (typeof said !== 'object' || said === null) throw new TypeError('not an object');
  switch (said.type) {
    case 'call':
      return {
        type: 'call',
        name: text(said.name),
        argv: texts(said.argv),
        directory: text(said.directory),
        pid: Number.isInteger(said.pid) ? Number(said.pid) : 0,
        environment: variables(said.environment),
        terminal: said.terminal === true,
        ...(Number.isInteger(said.columns) ? { columns: Number(said.columns) } : {}),
      };
    case 'line':
    case 'answer':
      return { type: said.type, text: said.text === null ? null : text(said.text) };
    case 'ran':
      return { type: 'ran', status: Number.isInteger(said.status) ? Number(said.status) & 0xff : 1 };
    case 'interrupt':
      return { type: 'interrupt', signal: endingSignals.find((each) => each === said.signal) ?? 'SIGINT' };
    case 'named':
    case 'resized':
      return { type: said.type };
    default:
      throw new TypeError('no known type');
  }
}

function text(value: unknown): string {
  if (typeof value === 'string' && !value.includes('\0')) return value;
  throw new TypeError('not a text');
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(text);
  throw new TypeError('not a list');
}

function variables(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw new TypeError('not variables');
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, text(each)]));
}
