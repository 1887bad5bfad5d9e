import type { Program } from '../model/inside.ts';
import type { Place } from '../model/place.ts';
import type { Lab } from '../state/lab.ts';
import { enter } from './enter.ts';
import { runningInit } from './enter-script.ts';
import { exportsOf, layExports } from './exports.ts';
import { wantedMounts } from './mounts.ts';
import { layPlace, placeEnvironment } from './place.ts';
import { refusal } from './refusal.ts';
import { Session } from './session.ts';

/**
 * Runs a program over the files of a place, in namespaces of its own.
 * @returns its exit status. @throws Failure where the machine does not allow it: nothing ran then
 */
export async function runAside(lab: Lab, place: Place, program: Program): Promise<number> {
  if (process.platform !== 'linux') throw refusal(place);
  const laid = layPlace(lab, place);
  const exports = exportsOf(lab, place);
  const folders = lab.update(() => layExports(lab, exports));
  const mounts = wantedMounts(lab, place, exports);
  const session = Session.open(lab.directory, lab.machine);
  try {
    session.layCommands(place);
    // Nobody answers there.
    for (const socket of ['broker', 'user']) session.write(socket, '', 0o600);
    for (const [name, text] of Object.entries(program.lent ?? {}))
      session.write(`script/${name}`, text, 0o755);
    const words = ['/usr/bin/env', '-i', ...placeEnvironment(place, undefined), ...program.words];
    const hostName = place.wpar?.hostname ?? place.host.name;
    const entry = { ...laid, session, exports: folders, mounts, hostName, init: runningInit(words) };
    const outcome = await enter(entry, program);
    if (outcome.entered) return outcome.status;
    throw refusal(place, outcome.step);
  } finally {
    session.close();
  }
}
