import type { Change } from '../../state/change.ts';
import { insertRow } from '../../state/insert.ts';
import type { WorldFile } from '../../state/worlds/read.ts';
import type { WorldHost } from '../../state/worlds/schema.ts';
import { buildOwnAdapters, type Standing } from './adapters.ts';
import { checkSystem } from './check.ts';
import { buildClientAdapters, FreeSlots } from './clients.ts';
import { buildMappings } from './mappings.ts';
import { buildPartition, plannedPartitions } from './partitions.ts';
import { atPlace, Impossible } from './place.ts';
import { buildProfiles } from './profiles.ts';
import { buildMasks, buildStorage } from './san.ts';
import { buildIoSlots, buildSystem } from './systems.ts';
import { buildVios } from './vios.ts';

/** The console of an hmc host. */
export function buildConsole(change: Change, host: WorldHost): void {
  if (host.platform !== 'hmc') {
    if (host.console) throw new Impossible('only an hmc host has a console');
    return;
  }
  const { fixes = [], remote = {}, trusts: _, ...rest } = host.console ?? {};
  insertRow(change.engine, 'console', {
    host: host.name,
    build: '20151216.1',
    type_model: '7042-CR8',
    ...rest,
    serial: host.console?.serial ?? '10C4F2C',
    fixes: JSON.stringify(fixes),
    remote: JSON.stringify(remote),
  });
}

/** Keys that consoles have exchanged; all hosts stand already. */
function buildTrust(change: Change, host: WorldHost): void {
  for (const { console, user } of host.console?.trusts ?? []) {
    if (!change.engine.get('SELECT 1 FROM console WHERE host = ?', console))
      throw new Impossible(`there is no hmc host called ${console}`);
    insertRow(change.engine, 'trusted_console', { console, remote: host.name, user });
  }
}

/** Builds systems and the SAN of a world; its hosts stand already. @throws LabTrouble naming the line */
export function buildFrames(change: Change, file: WorldFile): void {
  const { hosts, systems, san } = file.world;
  hosts.forEach((host, index) => {
    atPlace(file, ['hosts', index], () => buildTrust(change, host));
  });
  atPlace(file, ['san'], () => buildStorage(change, san));
  const free = new FreeSlots();
  const all: { standing: Standing; place: (number | string)[] }[] = [];
  systems.forEach((world, index) => {
    const id = atPlace(file, ['systems', index], () => buildSystem(change, world));
    const own = world.partitions.flatMap((partition, number) => {
      const place = ['systems', index, 'partitions', number];
      return atPlace(file, place, () =>
        plannedPartitions(partition).map((planned) => ({
          place,
          standing: {
            id: buildPartition(change, { id, world }, planned),
            lparId: planned.lparId,
            name: planned.name,
            system: id,
            world: partition,
            number: planned.number,
          },
        })),
      );
    });
    const steps = [
      (standing: Standing) => buildOwnAdapters(change, standing),
      (standing: Standing) => buildClientAdapters(change, standing, undefined),
      (standing: Standing) => buildClientAdapters(change, standing, free),
    ];
    for (const build of steps) {
      for (const { standing, place } of own) atPlace(file, place, () => build(standing));
    }
    atPlace(file, ['systems', index], () => {
      buildIoSlots(change, world, id);
      buildProfiles(
        change,
        world,
        own.map(({ standing }) => standing),
      );
    });
    all.push(...own);
  });
  for (const build of [buildVios, buildMappings]) {
    for (const { standing, place } of all) atPlace(file, place, () => build(change, standing));
  }
  systems.forEach((world, index) => {
    const found = change.engine.get<{ id: number }>(
      'SELECT id FROM managed_system WHERE type_model = ? AND serial = ?',
      world.type_model,
      world.serial,
    );
    atPlace(file, ['systems', index], () => checkSystem(change.engine, found?.id ?? 0));
  });
  san.luns.forEach((lun, index) => {
    atPlace(file, ['san', 'luns', index], () => buildMasks(change, lun));
  });
}
