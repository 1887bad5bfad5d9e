import type { Context } from '../../../cli/context.ts';
import { platformText, resourceText } from '../../../format/vital-product-data.ts';
import type { Device } from '../../../model/devices/device.ts';
import { vitalProductData } from '../../../model/devices/vital-product-data.ts';

const heading = '  PLATFORM SPECIFIC\n';

/** What one device says of itself, and what the firmware says of it. */
export function printData(context: Context, device: Device): number {
  const data = vitalProductData(device);
  const platform = platformText(data);
  context.stdout.write(`${resourceText(data)}${platform === '' ? '' : `\n${heading}\n${platform}`}`);
  return 0;
}

/** The same of all devices (recalled frame). */
export function printInventory(context: Context, devices: readonly Device[]): number {
  const all = devices.filter(({ physloc }) => physloc !== '').map(vitalProductData);
  context.stdout.write(
    [
      'INSTALLED RESOURCE LIST WITH VPD\n\n',
      'The following resources are installed on your machine.\n\n',
      '  Model Architecture: chrp\n',
      '  Model Implementation: Multiple Processor, PCI bus\n\n',
      all.map(resourceText).join('\n'),
      `\n${heading}\n`,
      all
        .map(platformText)
        .filter((each) => each !== '')
        .join('\n'),
    ].join(''),
  );
  return 0;
}
