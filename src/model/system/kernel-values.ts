import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { findHost, hostDetails, type KernelValues } from '../../state/hosts.ts';
import { changeDetails } from '../../state/wpar-writes.ts';
import { findWpar, type WparDetails } from '../../state/wpars.ts';
import { type Place, placeName } from '../place.ts';

/** A WPAR that starts again has lost what was set in its kernel: a value belongs to the start during which it was set. */
export function kernelValue(
  engine: Engine,
  { host, wpar }: Place,
  name: keyof KernelValues,
): string | undefined {
  if (!wpar) return hostDetails(findHost(engine, host.name) ?? host).kernel?.[name];
  const { kernel } = JSON.parse(wpar.details) as WparDetails;
  return kernel?.started === wpar.started ? kernel.values[name] : undefined;
}

const words: Readonly<Record<keyof KernelValues, string>> = {
  domainName: 'name of the domain',
  hostId: 'identifier',
};

export function setKernelValue(change: Change, place: Place, name: keyof KernelValues, value: string): void {
  const { engine } = change;
  const { host, wpar } = place;
  if (wpar) {
    const current = findWpar(engine, host.name, wpar.name) ?? wpar;
    const { kernel } = JSON.parse(current.details) as WparDetails;
    const values = kernel?.started === current.started ? kernel.values : {};
    changeDetails(engine, current, {
      kernel: { started: current.started, values: { ...values, [name]: value } },
    });
  } else {
    const details = hostDetails(findHost(engine, host.name) ?? host);
    engine.run(
      'UPDATE host SET details = ? WHERE name = ?',
      JSON.stringify({ ...details, kernel: { ...details.kernel, [name]: value } }),
      host.name,
    );
  }
  change.note(host.name, placeName(place), `${words[name]}: ${value}`);
}
