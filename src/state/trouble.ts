/** Why a lab cannot be used: the reason is for programs, the message for people (ours: no vendor has labs). */
export type TroubleReason =
  | 'busy'
  | 'damaged'
  | 'full'
  | 'inside'
  | 'missing'
  | 'newer'
  | 'older'
  | 'pending'
  | 'read-only'
  | 'replaced'
  | 'snapshot'
  | 'world';

export class LabTrouble extends Error {
  readonly reason: TroubleReason;

  constructor(reason: TroubleReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LabTrouble';
    this.reason = reason;
  }
}

// SQLite's primary result codes, https://www.sqlite.org/rescode.html
const codes: Record<number, [TroubleReason, string]> = {
  5: ['busy', 'another process has held the lab for 30 seconds; try again'],
  8: ['read-only', 'the lab is read-only'],
  10: ['full', 'the lab could not be written: input or output error, or no space left'],
  11: [
    'damaged',
    'the lab is damaged; "parlab reset" makes it anew, "parlab snapshot restore NAME" brings one back',
  ],
  13: ['full', 'no space left for the lab; nothing was changed'],
  14: ['missing', 'the lab cannot be opened'],
  26: ['damaged', 'the file is not a lab; "parlab reset" makes it anew'],
};

/** Turns an error of the engine into trouble a person can act on; other errors come back unchanged. */
export function asTrouble(error: unknown, path: string): unknown {
  if (error instanceof LabTrouble || !(error instanceof Error)) return error;
  const code = (error as { errcode?: unknown }).errcode;
  const known = typeof code === 'number' ? codes[code & 0xff] : undefined;
  return known ? new LabTrouble(known[0], `${path}: ${known[1]}.`, { cause: error }) : error;
}
