/** The part of printf() that wparerr's page allows: no floating point. */

export type Formatted =
  | { readonly text: string }
  | { readonly wrong: 'argument' | 'format' | 'missing'; readonly value: string; readonly format: string };

const escapes: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', t: '\t', '"': '"', "'": "'" };

export function printf(format: string, words: readonly string[]): Formatted {
  let next = 0;
  let wrong: Formatted | undefined;
  const filled = format.replace(
    /\\(.)|%(-?)(0?)(\d{0,3})(.?)/gs,
    (whole, escaped, left, zero, width, kind) => {
      if (escaped !== undefined) return escapes[escaped] ?? whole;
      if (kind === '%' && whole === '%%') return '%';
      if (!'scdiuoxX'.includes(kind) || kind === '') {
        wrong ??= { wrong: 'format', value: whole, format: whole };
        return '';
      }
      const value = words[next++];
      if (value === undefined) {
        wrong ??= { wrong: 'missing', value: '', format: whole };
        return '';
      }
      const text = converted(kind, value);
      if (text === undefined) wrong ??= { wrong: 'argument', value, format: whole };
      const size = Number(width === '' ? 0 : width);
      if (left === '-') return (text ?? '').padEnd(size);
      return (text ?? '').padStart(size, zero === '0' && kind !== 's' && kind !== 'c' ? '0' : ' ');
    },
  );
  return wrong ?? { text: filled };
}

function converted(kind: string, value: string): string | undefined {
  if (kind === 's') return value;
  if (kind === 'c') return value.slice(0, 1);
  if (!/^-?\d{1,15}$/.test(value)) return undefined;
  const number = Number(value);
  const whole = kind === 'd' || kind === 'i' ? number : number < 0 ? number + 2 ** 32 : number;
  if (kind === 'o') return whole.toString(8);
  if (kind === 'x') return whole.toString(16);
  return kind === 'X' ? whole.toString(16).toUpperCase() : String(whole);
}
