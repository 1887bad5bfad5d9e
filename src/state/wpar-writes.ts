import type { Engine, SqlValue } from './engine.ts';
import type {
  Wpar,
  WparDetails,
  WparDevice,
  WparKext,
  WparMount,
  WparNetwork,
  WparObjects,
  WparRoute,
} from './wpars.ts';

/** Columns of a WPAR that its creator chooses; the rest has defaults. */
export type NewWpar = Pick<
  Wpar,
  'configured_id' | 'directory' | 'host' | 'hostname' | 'name' | 'state' | 'type' | 'uuid'
> &
  Partial<Omit<Wpar, 'id'>>;

/** @returns the id of the new row */
export function insertWpar(engine: Engine, wpar: NewWpar, objects: WparObjects): number {
  const columns = Object.keys(wpar);
  const { id } = engine.run(
    `INSERT INTO wpar (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...(Object.values(wpar) as SqlValue[]),
  );
  setNetworks(engine, id, objects.networks);
  setRoutes(engine, id, objects.routes);
  setMounts(engine, id, objects.mounts);
  setDevices(engine, id, objects.devices);
  setKexts(engine, id, objects.kexts);
  setResources(engine, id, objects.resources);
  return id;
}

export function updateWpar(engine: Engine, id: number, columns: Partial<Omit<Wpar, 'id'>>): void {
  const names = Object.keys(columns);
  if (names.length === 0) return;
  engine.run(
    `UPDATE wpar SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    ...(Object.values(columns) as SqlValue[]),
    id,
  );
}

export function changeDetails(engine: Engine, wpar: Wpar, details: Partial<WparDetails>): void {
  const now = JSON.parse(wpar.details) as WparDetails;
  updateWpar(engine, wpar.id, { details: JSON.stringify({ ...now, ...details }) });
}

export function deleteWpar(engine: Engine, id: number): void {
  engine.run('DELETE FROM wpar WHERE id = ?', id);
}

export function setNetworks(engine: Engine, wpar: number, networks: readonly WparNetwork[]): void {
  const columns = ['interface', 'network', 'address', 'mask', 'broadcast'] as const;
  replaceRows(engine, 'wpar_network', wpar, ['seq', ...columns], networks.map(numbered));
}

export function setRoutes(engine: Engine, wpar: number, routes: readonly WparRoute[]): void {
  const columns = ['type', 'destination', 'gateway', 'interface', 'netmask', 'prefixlen', 'family'] as const;
  replaceRows(engine, 'wpar_route', wpar, ['seq', ...columns], routes.map(numbered));
}

export function setMounts(engine: Engine, wpar: number, mounts: readonly WparMount[]): void {
  const place = ['directory', 'vfs', 'device', 'node', 'options'] as const;
  const volume = ['size_kb', 'volume_group', 'log', 'crfs', 'named'] as const;
  replaceRows(engine, 'wpar_mount', wpar, [...place, ...volume], mounts);
}

export function setDevices(engine: Engine, wpar: number, devices: readonly WparDevice[]): void {
  const columns = ['name', 'type', 'virtual', 'rootvg', 'device_id', 'bootset'] as const;
  replaceRows(engine, 'wpar_device', wpar, ['seq', ...columns], devices.map(numbered));
}

export function setKexts(engine: Engine, wpar: number, kexts: readonly WparKext[]): void {
  replaceRows(engine, 'wpar_kext', wpar, ['kext', 'local', 'major'], kexts);
}

export function setResources(
  engine: Engine,
  wpar: number,
  resources: Readonly<Record<string, string>>,
): void {
  const rows = Object.entries(resources).map(([attribute, value]) => ({ attribute, value }));
  replaceRows(engine, 'wpar_resource', wpar, ['attribute', 'value'], rows);
}

function numbered<Row>(row: Row, seq: number): Row & { readonly seq: number } {
  return { ...row, seq };
}

/** All rows of a table that hang on a WPAR. */
function replaceRows<Column extends string>(
  engine: Engine,
  table: string,
  wpar: number,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, SqlValue>>[],
): void {
  engine.run(`DELETE FROM ${table} WHERE wpar = ?`, wpar);
  const places = ['wpar', ...columns].map(() => '?').join(', ');
  const insert = `INSERT INTO ${table} (wpar, ${columns.join(', ')}) VALUES (${places})`;
  for (const row of rows) engine.run(insert, wpar, ...columns.map((column) => row[column]));
}
