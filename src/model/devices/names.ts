import type { Engine } from '../../state/engine.ts';

/** Every table that has names of a VIO server's devices. */
const named = ['virtual_adapter', 'target_device', 'vios_port', 'vios_disk', 'vios_ethernet', 'sea'] as const;

/** The first free name of a kind on a VIO server: vhost0, vtscsi3. Freed numbers are given out again, as AIX does. */
export function nextDeviceName(engine: Engine, partition: number, prefix: string): string {
  const column = (table: string) => (table === 'virtual_adapter' ? 'device' : 'name');
  const rows = engine.all<{ name: string }>(
    named
      .map(
        (table) =>
          `SELECT ${column(table)} AS name FROM ${table} WHERE partition = ?1 AND ${column(table)} GLOB ?2`,
      )
      .join(' UNION ALL '),
    partition,
    `${prefix}[0-9]*`,
  );
  const taken = new Set(rows.map(({ name }) => name));
  let number = 0;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}
