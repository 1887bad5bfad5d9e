/** Values of attributes as the console takes them. */
import { failure } from '../../messages/failure.ts';
import { inputMessages } from '../../messages/input.ts';

/** An attribute with the value that somebody wants it to have. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** What is thrown for a value that an attribute cannot have. */
export function badValue({ name, value }: Setting) {
  return failure(inputMessages.value, { attribute: name, value });
}

/** @throws Failure if the value is no whole number, or outside its limits */
export function wholeNumber(setting: Setting, minimum: number, maximum: number): number {
  const number = /^\d{1,9}$/.test(setting.value) ? Number(setting.value) : Number.NaN;
  if (!(number >= minimum && number <= maximum)) throw badValue(setting);
  return number;
}

/** 1 or 0. @throws Failure */
export function yesOrNo(setting: Setting): 0 | 1 {
  if (setting.value === '1') return 1;
  if (setting.value === '0') return 0;
  throw badValue(setting);
}

/** @throws Failure if the value is none of the words */
export function oneOf(setting: Setting, words: readonly string[]): string {
  if (!words.includes(setting.value)) throw badValue(setting);
  return setting.value;
}

/** A number in hundredths: 0.1 is 10. @throws Failure */
export function hundredthsOf(setting: Setting): number {
  const [, whole, fraction = ''] = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(setting.value) ?? [];
  if (whole === undefined) throw badValue(setting);
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** `none`, or a number. @throws Failure */
export function noneOrNumber(setting: Setting, minimum: number, maximum: number): number | null {
  return setting.value === 'none' ? null : wholeNumber(setting, minimum, maximum);
}

/**
 * The name of a partition, profile or system: commas, = and quotes would break every list.
 * @param longest 31 characters, 47 from HMC V8 on (recalled)
 * @throws Failure
 */
export function consoleName(setting: Setting, longest: number): string {
  const { value } = setting;
  const fits = value.length <= longest && /^[^,="\u0000-\u001f\u007f-\u009f\u2028\u2029]+$/.test(value);
  if (!fits || value.trim() !== value) throw badValue(setting);
  return value;
}
