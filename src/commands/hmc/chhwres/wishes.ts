import type { Arguments } from '../../../cli/arguments.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import type { RequestWishes } from '../../../model/dlpar/event.ts';

/** What `-w`, `-d` and `--force` say: five minutes and no detail without them (recalled). @throws Failure */
export function wishesOf(args: Arguments): RequestWishes {
  return {
    force: args.has('-force'),
    minutes: numberOf(args, 'w', /^\d{1,4}$/) ?? 5,
    detail: numberOf(args, 'd', /^[0-5]$/) ?? 0,
  };
}

/** The number that a flag has. @throws Failure if it is none, or not of the form */
export function numberOf(args: Arguments, flag: string, form: RegExp): number | undefined {
  const value = args.value(flag);
  if (value === undefined) return undefined;
  if (!form.test(value)) throw failure(hmcMessages.invalidValue, { parameter: `-${flag}`, value });
  return Number(value);
}

/** An amount of something, from 1 up. @throws Failure */
export function amountOf(args: Arguments, flag: string): number | undefined {
  return numberOf(args, flag, /^0*[1-9]\d{0,8}$/);
}

/** Processing units in hundredths: steps of 0.01, more than nothing. @throws Failure */
export function unitsOf(args: Arguments, flag: string): number | undefined {
  const units = numberOf(args, flag, /^(?!0*\.?0*$)\d{0,5}(?:\.\d{1,2})?$/);
  return units === undefined ? undefined : Math.round(units * 100);
}
