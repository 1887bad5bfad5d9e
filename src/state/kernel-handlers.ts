import type { Change } from './change.ts';
import type { Engine } from './engine.ts';

const actions = ['CPU_ADD', 'CPU_REMOVE', 'MEM_ADD', 'MEM_REMOVE'] as const;
const phases = ['CHECK', 'PRE', 'POST', 'POST_ERROR'] as const;

/** What a reconfiguration handler may be called with (the list of reconfig_register): `DR_MEM_REMOVE_PRE`. */
export type HandlerRequest = `DR_${(typeof actions)[number]}_${(typeof phases)[number]}`;

export const handlerRequests: readonly HandlerRequest[] = actions.flatMap((action) =>
  phases.map((phase) => `DR_${action}_${phase}` as const),
);

/** How a handler ends (seed 4, "Reconfiguration Handlers"). */
export type HandlerResult = 'DR_FAIL' | 'DR_SUCCESS';

/** DR_WAIT: it says later how it has ended. */
export interface HandlerWait {
  /** Lab seconds until it calls reconfig_handler_complete. */
  readonly wait: number;
  readonly rc: HandlerResult;
}

export type HandlerAnswer = HandlerResult | HandlerWait;

/** A kernel extension that wants to know of changes. */
export interface KernelHandler {
  readonly name: string;
  readonly registers: readonly HandlerRequest[];
  /** What is not here, it answers with DR_SUCCESS. */
  readonly answers: Readonly<Partial<Record<HandlerRequest, HandlerAnswer>>>;
}

interface Row {
  readonly host: string;
  readonly name: string;
  readonly registers: string;
  readonly answers: string;
}

/** The handlers of a host, in the order in which they were registered. */
export function kernelHandlers(engine: Engine, host: string): KernelHandler[] {
  return engine
    .all<Row>('SELECT * FROM kernel_handler WHERE host = ? ORDER BY seq', host)
    .map(({ name, registers, answers }) => ({
      name,
      registers: JSON.parse(registers) as HandlerRequest[],
      answers: JSON.parse(answers) as KernelHandler['answers'],
    }));
}

/** Hosts that have any, and the names of theirs. */
export function hostsWithHandlers(engine: Engine): { host: string; name: string }[] {
  return engine.all('SELECT host, name FROM kernel_handler ORDER BY host, seq');
}

export function insertKernelHandler(
  { engine }: Change,
  host: string,
  seq: number,
  { name, registers, answers }: KernelHandler,
): void {
  engine.run(
    'INSERT INTO kernel_handler (host, name, seq, registers, answers) VALUES (?, ?, ?, ?, ?)',
    host,
    name,
    seq,
    JSON.stringify(registers),
    JSON.stringify(answers),
  );
}
