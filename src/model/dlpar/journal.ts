import { fillIn, type Message, type Values } from '../../messages/define.ts';
import type { LogLevel } from './output.ts';

/** Where a request tells what happens: the partition's syslog, and whoever asked, as far as they want to know. */
export interface Journal {
  /** The flow of the operating system: detail level 1. */
  flow<Text extends string>(message: Message<Text>, values: Values<Text>): void;
  /** What a listener says: detail level 2 and more. */
  said(level: LogLevel, text: string): void;
}

/** @param log writes to syslog @param tell the one who asked @param detail 0 to 5 (seed 4) */
export function journalOf(
  log: (level: LogLevel, text: string) => void,
  tell: (line: string) => void,
  detail: number,
): Journal {
  return {
    flow(message, values) {
      const text = fillIn(message.text, values ?? {});
      log('info', text);
      if (detail >= 1) tell(text);
    },
    said(level, text) {
      const line = fillIn('{text}', { text });
      log(level, line);
      if (detail >= 2) tell(line);
    },
  };
}
