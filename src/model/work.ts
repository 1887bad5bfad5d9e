import type { Message, Values } from '../messages/define.ts';
import type { Host } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';
import type { Inside } from './inside.ts';

/** What an operation that takes time needs from whoever runs it: a command's context is one. */
export interface Work {
  readonly lab: Lab;
  /** The host one is on. */
  readonly host: Host;
  readonly signal: AbortSignal;
  /** What is real in partitions. */
  readonly inside: Inside;
  /** Tells the user where the work is. */
  say<Text extends string>(message: Message<Text>, values: Values<Text>): void;
}
