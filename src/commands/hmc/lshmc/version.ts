import type { Attribute } from '../../../format/hmc-csv.ts';
import { type ConsoleRow, consoleLevel } from './row.ts';

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function baseVersion({ host }: ConsoleRow): string {
  const { version, release } = consoleLevel(host);
  return `V${version}R${release}`;
}

/** The captured layout, line feeds included: a fix stands on a line of its own. */
export const versionAttributes: readonly Attribute<ConsoleRow>[] = [
  {
    name: 'version',
    value: ({ host, console }) => {
      const { version, release } = consoleLevel(host);
      return lines(
        ` Version: ${version}`,
        ` Release: ${release}`,
        ` Service Pack: ${console.service_pack}`,
        `HMC Build level ${console.build}`,
        ...(JSON.parse(console.fixes) as string[]),
      );
    },
  },
  { name: 'base_version', value: (row) => lines(baseVersion(row)) },
];

/** The keywords of a captured console (V8R8.2.0, a virtual one) without its date, size and machine id. */
export const vpdAttributes: readonly Attribute<ConsoleRow>[] = [
  {
    name: 'vpd',
    value: (row) =>
      lines(
        '*FC ????????',
        '*VC 20.0',
        '*FC ????????',
        '*DS Hardware Management Console',
        `*TM ${row.console.type_model}`,
        `*SE ${row.console.serial}`,
        '*MN IBM',
        '*PN N/A',
        '*OS Embedded Operating Systems',
        `*NA ${row.interfaces[0]?.address ?? ''}`,
        '*FC ????????',
        '*DS Platform Firmware',
        `*RM ${baseVersion(row)}.${row.console.service_pack}`,
      ),
  },
];
