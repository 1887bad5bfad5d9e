import type { Context } from '../../cli/context.ts';
import { deviceMessages as messages } from '../../messages/devices.ts';
import { failure } from '../../messages/failure.ts';
import { attributesOf, type DeviceAttribute } from '../../model/devices/attributes.ts';
import { changeAttributes, type Refusal, type When, type Wish } from '../../model/devices/change.ts';
import { type Device, placeOf } from '../../model/devices/device.ts';
import { devicesSeen } from '../../model/system/devices.ts';

/** A device that somebody named, and its attributes. */
export interface Named {
  readonly device: Device;
  readonly attributes: readonly DeviceAttribute[];
}

/** @param program of AIX whose complaint it is. @throws Failure */
export function requireDevice(context: Context, program: string, name: string): Named {
  const { engine, host, place } = context;
  const seen = devicesSeen(engine, place).find(({ device }) => device.name === name);
  if (!seen) {
    printPreamble(context);
    throw failure(messages.noDevice, { program, name });
  }
  return { device: seen.device, attributes: attributesOf(placeOf(engine, host), seen.onHost) };
}

/** @throws Failure */
export function requireAttribute(
  context: Context,
  attributes: readonly DeviceAttribute[],
  name: string,
): DeviceAttribute {
  const found = attributes.find((attribute) => attribute.name === name);
  if (!found) {
    printPreamble(context);
    throw failure(messages.noAttribute, { program: 'lsattr', attribute: name });
  }
  return found;
}

/** Changes attributes and prints what came of it. @returns the exit status */
export function printChange(
  context: Context,
  name: string,
  wishes: readonly Wish[],
  how: { readonly when: When; readonly force: boolean; readonly quiet: boolean },
): number {
  const { engine, host } = context;
  const { device } = requireDevice(context, 'chdev', name);
  const refusal = context.lab.update((change) =>
    changeAttributes(change, placeOf(engine, host), device, wishes, how),
  );
  if (!refusal) {
    if (!how.quiet) context.report(messages.changed, { name });
    return 0;
  }
  printRefusal(context, device, refusal);
  return 1;
}

function printRefusal(context: Context, device: Device, refusal: Refusal): void {
  if (refusal.why === 'address') {
    context.report(messages.fixedAddress, { name: device.name });
    return;
  }
  if (refusal.why === 'offline') {
    for (const { name } of refusal.attributes) context.report(messages.notOnline, { attribute: name });
    return;
  }
  printPreamble(context);
  context.report(messages.methodError, { method: methodOf(device) });
  if (refusal.why === 'busy') context.report(messages.busy, {});
  if (refusal.why === 'unknown') {
    context.report(messages.badAttributes, {});
    for (const attribute of refusal.attributes) context.report(messages.attributeName, { attribute });
  }
  if (refusal.why === 'values') {
    context.report(messages.badValues, {});
    for (const { name, description } of refusal.attributes)
      context.report(messages.attributeLine, { attribute: name, description });
  }
}

/** The two lines before what AIX says on a VIO server. */
function printPreamble(context: Context): void {
  if (context.host.platform === 'vios') context.report(messages.preamble, {});
}

function methodOf(device: Device): string {
  if (device.class === 'disk') return '/usr/lib/methods/chgdisk';
  if (device.class === 'if') return '/usr/lib/methods/chgif';
  return '/usr/lib/methods/chggen';
}
