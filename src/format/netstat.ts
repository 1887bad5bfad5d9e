/** A row of `netstat -i`. */
export interface InterfaceRow {
  readonly name: string;
  readonly mtu: number;
  readonly network: string;
  readonly address: string;
  readonly input: number;
  readonly output: number;
}

/** Widths recalled; a longer address shifts the rest of its row (capture). */
export function interfaceTable(rows: readonly InterfaceRow[]): string {
  const lines = rows.map(({ name, mtu, network, address, input, output }) =>
    [
      `${name.padEnd(5)} ${String(mtu).padEnd(5)} ${network.padEnd(11)} ${address.padEnd(15)}`,
      `${String(input).padStart(8)} ${'0'.padStart(5)} ${String(output).padStart(8)}`,
      `${'0'.padStart(5)} ${'0'.padStart(5)}`,
    ].join(' '),
  );
  return `Name  Mtu   Network     Address            Ipkts Ierrs    Opkts Oerrs  Coll\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** A row of `netstat -r`. */
export interface RouteRow {
  readonly destination: string;
  readonly gateway: string;
  readonly flags: string;
  readonly references: number;
  readonly use: number;
  readonly interface: string;
  /** The next row is about the same destination. */
  readonly more?: boolean;
}

/** Titles and rows as in captures. */
export function routeTables(
  tables: readonly { readonly number: number; readonly family: string; readonly rows: readonly RouteRow[] }[],
): string {
  const parts = tables.map(
    ({ number, family, rows }) =>
      `\nRoute Tree for Protocol Family ${number} (${family}):\n${rows.map(routeLine).join('')}`,
  );
  return `Routing tables\nDestination        Gateway           Flags   Refs     Use  If   Exp  Groups\n${parts.join('')}\n`;
}

function routeLine(row: RouteRow): string {
  const { destination, gateway, flags, references, use, more } = row;
  const cells = `${destination.padEnd(18)} ${gateway.padEnd(17)} ${flags.padEnd(6)} ${String(references).padStart(4)}`;
  const rest = `${String(use).padStart(9)} ${row.interface.padEnd(8)} -      -   ${more ? '=>' : ''}`;
  return `${cells} ${rest}`.trimEnd().concat('\n');
}

/** What stands over the list of connections; nothing is connected. */
export const connectionsHeader =
  'Active Internet connections\nProto Recv-Q Send-Q  Local Address          Foreign Address        (state)\n';
