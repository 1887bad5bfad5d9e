import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { changeDetails, setDevices, updateWpar } from '../../state/wpar-writes.ts';
import { devicesOf, type Wpar, type WparDetails } from '../../state/wpars.ts';
import { allocate, type ExportRule } from './devices.ts';
import { releaseDisk, takeDisk } from './rootvg.ts';
import type { Stanza } from './specification.ts';

/** Boot set ids go up to 8 (capture notes). */
const highest = 8;

/**
 * `-B devname=hdiskN [bootset=ID]`: creates a boot set on a disk, or extends one.
 * @throws Failure
 */
export function assignBootset(
  change: Change,
  wpar: Wpar,
  stanzas: readonly Stanza[],
  rules: readonly ExportRule[],
): string {
  if (wpar.rootvg === 0) throw failure(messages.rootvgOnly, { name: wpar.name });
  for (const stanza of stanzas) {
    const devices = devicesOf(change.engine, wpar.id);
    const { device, disk } = allocate(
      change.engine,
      wpar.host,
      { ...stanza, rootvg: 'yes' },
      { rules, file: wpar.devices },
    );
    if (disk?.volume_group) throw failure(messages.deviceBusy, { device: device.name });
    const used = devices.flatMap((each) => (each.bootset === null ? [] : [each.bootset]));
    const bootset = stanza.bootset === undefined ? firstUnused(used) : readId(stanza.bootset);
    setDevices(change.engine, wpar.id, [
      ...devices.filter((each) => each.name !== device.name),
      { ...device, bootset },
    ]);
    takeDisk(change, wpar, device.name);
  }
  return `boot sets on ${stanzas.map((stanza) => stanza.devname ?? stanza.devid).join(' ')}`;
}

/**
 * `-b ID[,ID...]`: the boot sets to start from, first choice first.
 * @throws Failure
 */
export function setBootList(change: Change, wpar: Wpar, list: string): string {
  const ids = list.split(',').map((id) => readId(id.trim()));
  const known = devicesOf(change.engine, wpar.id).map((device) => device.bootset);
  for (const bootset of ids) {
    if (!known.includes(bootset) && bootset !== 0)
      throw failure(messages.bootsetUnknown, { name: wpar.name, bootset });
  }
  updateWpar(change.engine, wpar.id, { bootset: ids[0] ?? 0 });
  changeDetails(change.engine, wpar, { bootList: ids });
  return `boot list ${ids.join(',')}`;
}

/**
 * `-K -B bootset=ID`.
 * @throws Failure
 */
export function removeBootset(change: Change, wpar: Wpar, id: string | undefined): string {
  const bootset = readId(id ?? '');
  const devices = devicesOf(change.engine, wpar.id);
  if (!devices.some((each) => each.bootset === bootset)) {
    throw failure(messages.bootsetUnknown, { name: wpar.name, bootset });
  }
  if (bootset === wpar.bootset) throw failure(messages.bootsetInUse, { bootset });
  for (const device of devices.filter((each) => each.bootset === bootset)) {
    releaseDisk(change, wpar.host, device.name);
  }
  setDevices(
    change.engine,
    wpar.id,
    devices.filter((each) => each.bootset !== bootset),
  );
  const { bootList = [] } = JSON.parse(wpar.details) as WparDetails;
  if (bootList.includes(bootset)) {
    changeDetails(change.engine, wpar, { bootList: bootList.filter((each) => each !== bootset) });
  }
  return `boot set ${bootset} removed`;
}

function readId(text: string): number {
  if (!/^[0-8]$/.test(text)) throw failure(messages.valueInvalid, { attribute: 'bootset', value: text });
  return Number(text);
}

function firstUnused(used: readonly number[]): number {
  for (let id = 0; id <= highest; id++) if (!used.includes(id)) return id;
  throw failure(messages.bootsetLimit, { limit: highest + 1 });
}
