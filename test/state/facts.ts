import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Engine } from '../../src/state/engine.ts';
import { Lab } from '../../src/state/lab.ts';
import { seeded } from '../../src/state/random.ts';
import { worldTables } from '../../src/state/schema.ts';

/** What must be true of every lab at every moment, whoever wrote it and whoever was killed while writing. */

function openDatabase(directory: string): Engine {
  return Engine.open(join(directory, 'lab.db'), { timeout: 30_000 });
}

/** Opens the lab's database beside the program, as a witness. */
export function witness<Result>(directory: string, look: (engine: Engine) => Result): Result {
  const engine = openDatabase(directory);
  try {
    return look(engine);
  } finally {
    engine.close();
  }
}

/** Logical volumes that belong to no WPAR: the host's own. */
export function worldVolumes(directory: string): Set<string> {
  return witness(directory, (engine) => {
    const used = usedVolumes(engine);
    const all = volumesOf(engine).map((each) => `${each.host} ${each.name}`);
    return new Set(all.filter((each) => !used.has(each)));
  });
}

/** Those that a WPAR mounts, or that `rmwpar -p` left; file systems of hosts, and their logs. */
function usedVolumes(engine: Engine): Set<string> {
  const rows = engine.all<{ host: string; device: string }>(
    `SELECT w.host, m.device FROM wpar_mount m JOIN wpar w ON w.id = m.wpar
       WHERE m.size_kb IS NOT NULL AND w.rootvg = 0
     UNION ALL SELECT host, device FROM file_system
     UNION ALL SELECT host, name FROM logical_volume WHERE name LIKE 'loglv%'
     UNION ALL SELECT p.host, json_extract(e.value, '$.device') FROM preserved p, json_each(p.specification) e`,
  );
  return new Set(rows.map((each) => `${each.host} ${each.device.replace('/dev/', '')}`));
}

interface Volume {
  readonly host: string;
  readonly name: string;
  readonly volume_group: string;
  readonly partitions: number;
}

function volumesOf(engine: Engine): Volume[] {
  return engine.all<Volume>('SELECT host, name, volume_group, partitions FROM logical_volume');
}

/**
 * @param own the volumes of the world before any command ({@link worldVolumes} of an empty world)
 * @returns what is impossible about the lab, in words; nothing when all is well
 */
export function impossibilities(directory: string, own: ReadonlySet<string>): string[] {
  return witness(directory, (engine) => {
    engine.exec('BEGIN');
    const found = [
      ...damage(engine),
      ...badStates(engine),
      ...badStorage(engine, own),
      ...badDisks(engine),
      ...duplicates(engine),
    ];
    engine.exec('COMMIT');
    return found;
  });
}

function damage(engine: Engine): string[] {
  const integrity = engine.all<{ integrity_check: string }>('PRAGMA integrity_check');
  const references = engine.all<object>('PRAGMA foreign_key_check');
  return [
    ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...references.map((row) => `dangling reference ${JSON.stringify(row)}`),
  ];
}

function badStates(engine: Engine): string[] {
  const running = "('A', 'F', 'P', 'M')";
  return strings(
    engine,
    `SELECT name || ' is ' || state || ' without a process' AS problem FROM wpar
       WHERE state IN ${running} AND (init_pid IS NULL OR started IS NULL)
     UNION ALL SELECT name || ' is Defined with process ' || init_pid FROM wpar
       WHERE state = 'D' AND init_pid IS NOT NULL
     UNION ALL SELECT name || ' is Transitional without an operation' FROM wpar
       WHERE state = 'T' AND id NOT IN (SELECT wpar FROM operation)
     UNION ALL SELECT name || ' has an operation but is ' || state FROM wpar JOIN operation ON wpar = id
       WHERE state <> 'T'
     UNION ALL SELECT 'process ' || init_pid || ' of ' || host || ' is that of several' FROM wpar
       WHERE init_pid IS NOT NULL GROUP BY host, init_pid HAVING count(*) > 1`,
  );
}

function badStorage(engine: Engine, own: ReadonlySet<string>): string[] {
  const accounts = strings(
    engine,
    `SELECT g.host || ' ' || g.name || ': ' || g.free || ' free + ' || coalesce(sum(v.partitions), 0)
         || ' used <> ' || g.total AS problem
       FROM volume_group g LEFT JOIN logical_volume v ON v.host = g.host AND v.volume_group = g.name
       GROUP BY g.host, g.name HAVING g.free + coalesce(sum(v.partitions), 0) <> g.total
     UNION ALL SELECT w.name || ' mounts ' || m.device || ', which is no logical volume'
       FROM wpar_mount m JOIN wpar w ON w.id = m.wpar
       WHERE m.size_kb IS NOT NULL AND w.rootvg = 0
         AND NOT EXISTS (SELECT 1 FROM logical_volume v WHERE v.host = w.host AND '/dev/' || v.name = m.device)
     UNION ALL SELECT m.device || ' of ' || w.host || ' is mounted by several'
       FROM wpar_mount m JOIN wpar w ON w.id = m.wpar WHERE m.size_kb IS NOT NULL AND w.rootvg = 0
       GROUP BY w.host, m.device HAVING count(*) > 1`,
  );
  const used = usedVolumes(engine);
  const lost = volumesOf(engine)
    .filter((each) => !own.has(`${each.host} ${each.name}`) && !used.has(`${each.host} ${each.name}`))
    .map((each) => `logical volume ${each.name} of ${each.host} belongs to nobody`);
  return [...accounts, ...lost, ...badNumbers(engine)];
}

/** `host.next_lv` promises that no fslvNN below it is free. */
function badNumbers(engine: Engine): string[] {
  const names = new Set(volumesOf(engine).map((each) => `${each.host} ${each.name}`));
  return engine.all<{ name: string; next_lv: number }>('SELECT name, next_lv FROM host').flatMap((host) =>
    Array.from({ length: host.next_lv }, (_, number) => `fslv${String(number).padStart(2, '0')}`)
      .filter((volume) => !names.has(`${host.name} ${volume}`))
      .map((volume) => `${volume} of ${host.name} is free but below next_lv`),
  );
}

/** A disk in `rootvg@NAME` needs a WPAR of that name that has the disk. */
function badDisks(engine: Engine): string[] {
  return strings(
    engine,
    `SELECT d.name || ' is in ' || d.volume_group || ', which nobody has' AS problem FROM disk d
     WHERE d.volume_group LIKE 'rootvg@%' AND NOT EXISTS (
       SELECT 1 FROM wpar w JOIN wpar_device e ON e.wpar = w.id
       WHERE w.host = d.host AND 'rootvg@' || w.name = d.volume_group AND e.name = d.name)`,
  );
}

function duplicates(engine: Engine): string[] {
  return strings(
    engine,
    `SELECT 'address ' || n.address || ' is that of several' AS problem
       FROM wpar_network n GROUP BY n.network, n.address HAVING count(*) > 1
     UNION ALL SELECT 'UUID ' || uuid || ' is that of several' FROM wpar GROUP BY uuid HAVING count(*) > 1
     UNION ALL SELECT 'directory ' || directory || ' is that of several' FROM wpar
       WHERE type <> 'A' GROUP BY host, directory HAVING count(*) > 1`,
  );
}

function strings(engine: Engine, sql: string): string[] {
  return engine.all<{ problem: string }>(sql).map((row) => row.problem);
}

/** Every row of every table, as text that can be compared. */
export function dump(directory: string, without: readonly string[] = []): string {
  return witness(directory, (engine) => {
    engine.exec('BEGIN');
    const tables = worldTables.filter((table) => !without.includes(table));
    const text = tables
      .flatMap((table) =>
        engine.all<object>(`SELECT * FROM "${table}"`).map((row) => `${table} ${JSON.stringify(row)}`),
      )
      .join('\n');
    engine.exec('COMMIT');
    return text;
  });
}

/** Free and all physical partitions of a host's volume groups. */
export function storage(directory: string, host: string): { name: string; free: number; total: number }[] {
  return witness(directory, (engine) =>
    engine.all('SELECT name, free, total FROM volume_group WHERE host = ? ORDER BY name', host),
  );
}

/** A small generator with a seed, so that a failing mixture can be run again. */
export function seededChoice(seed: number): <Item>(items: readonly Item[]) => Item {
  let place = 0;
  return (items) => {
    const item = items[seeded(seed, place++) % items.length];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
}

/** Work takes real time from now on: the lab clock runs that many times as fast. */
export function setPace(directory: string, pace: string): void {
  const lab = Lab.open(directory, processMachine);
  try {
    lab.update((change) => {
      change.setMeta('pace', pace);
      change.setMeta('clock.anchor', String(processMachine.now()));
    });
  } finally {
    lab.close();
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * The engine's addon keeps the files of a closed database open until its statements are collected: a test that opens a
 * lab thousands of times in one process must see to that itself.
 */
export async function closeForgotten(): Promise<void> {
  collect();
  await setImmediate();
}
