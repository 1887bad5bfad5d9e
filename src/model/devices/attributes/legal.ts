/** The values an attribute may have. */
export type Legal =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly step: number }
  /** Numbers in hexadecimal, as AIX shows sizes. */
  | { readonly kind: 'hex'; readonly values: readonly string[] }
  | { readonly kind: 'address' };

export function range(low: number, high: number, step = 1): Legal {
  return { kind: 'range', low, high, step };
}

export function list(...values: readonly string[]): Legal {
  return { kind: 'list', values };
}

export function hex(...values: readonly string[]): Legal {
  return { kind: 'hex', values };
}

export const address: Legal = { kind: 'address' };

/** A value as it is stored; undefined: it is not legal. */
export function asLegal(legal: Legal | undefined, value: string): string | undefined {
  if (legal === undefined) return value;
  switch (legal.kind) {
    case 'list':
      return legal.values.includes(value) ? value : undefined;
    case 'range':
      return inRange(legal, value);
    case 'hex': {
      const number = /^0x[0-9a-f]+$|^\d+$/i.test(value) ? Number(value) : Number.NaN;
      return legal.values.find((each) => Number(each) === number);
    }
    case 'address':
      return value === '' || isAddress(value) ? value : undefined;
  }
}

function inRange({ low, high, step }: { low: number; high: number; step: number }, value: string) {
  if (!/^\d{1,15}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= low && number <= high && (number - low) % step === 0 ? String(number) : undefined;
}

function isAddress(value: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(value) && value.split('.').every((part) => Number(part) <= 255);
}

/** `lsattr -R`: `low...high (+step)`, or a value a line (recalled). Without a list of values: no lines. */
export function legalLines(legal: Legal | undefined): readonly string[] {
  if (legal === undefined || legal.kind === 'address') return [];
  return legal.kind === 'range' ? [`${legal.low}...${legal.high} (+${legal.step})`] : legal.values;
}
