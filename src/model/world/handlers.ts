import type { Change } from '../../state/change.ts';
import { insertKernelHandler, type KernelHandler } from '../../state/kernel-handlers.ts';
import type { WorldFile } from '../../state/worlds/read.ts';
import type { WorldHost } from '../../state/worlds/schema.ts';

/**
 * Registers the reconfiguration handlers of a host's kernel extensions.
 * @throws LabTrouble naming the line of the world file
 */
export function buildHandlers(change: Change, file: WorldFile, host: WorldHost, index: number): void {
  const seen = new Set<string>();
  host.kernel_extensions.forEach((extension, seq) => {
    const place = ['hosts', index, 'kernel_extensions', seq];
    const { name, registers, answers } = extension;
    if (host.platform !== 'aix') throw file.complain(place, 'only an aix host has kernel extensions');
    if (seen.has(name)) throw file.complain(place, `there is another kernel extension called ${name}`);
    seen.add(name);
    const twice = registers.findIndex((each, at) => registers.indexOf(each) !== at);
    if (twice >= 0) throw file.complain([...place, 'registers', twice], 'it is registered already');
    const stranger = (Object.keys(answers) as (keyof typeof answers)[]).find(
      (each) => !registers.includes(each),
    );
    if (stranger !== undefined) {
      throw file.complain([...place, 'answers', stranger], 'it is not registered for that');
    }
    const handler: KernelHandler = { name, registers, answers };
    insertKernelHandler(change, host.name, seq, handler);
  });
}
