/** A plain file that is read in pieces, and lent to programs. */
export interface OpenFile {
  readonly descriptor: number;
  /** As many bytes as there are, at most. */
  read(position: number, length: number): Buffer;
  close(): void;
}

/** A file in the making: nobody sees it under its name before it is kept. */
export interface NewFile extends OpenFile {
  readonly size: number;
  append(text: string): void;
  /** Gives it its name. @throws Failure */
  keep(): void;
  /** Removes it, if it was not kept. */
  close(): void;
}
