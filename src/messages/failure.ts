import { fillIn, type Message, type Values } from './define.ts';

/** Ends a command with a message of the catalogue; the runner prints it and takes its exit status. */
export class Failure extends Error {
  readonly catalogued: Message;
  readonly values: Readonly<Record<string, string | number>>;
  /** Print the usage after it. */
  readonly usage: boolean;

  constructor(catalogued: Message, values: Readonly<Record<string, string | number>>, usage: boolean) {
    super(catalogued.id);
    this.name = 'Failure';
    this.catalogued = catalogued;
    this.values = values;
    this.usage = usage;
  }
}

/** The text of a failure, where it is part of something else. */
export function failureText({ catalogued, values }: Failure): string {
  return fillIn(catalogued.text, values);
}

export function failure<Text extends string>(message: Message<Text>, values: Values<Text>): Failure {
  return new Failure(message, values ?? {}, false);
}

/** A mistake in the words of the command line: the usage follows the message, and the status is 2. */
export function misuse<Text extends string>(message: Message<Text>, values: Values<Text>): Failure {
  return new Failure(message, values ?? {}, true);
}
