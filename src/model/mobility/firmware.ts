import type { ManagedSystem } from '../../state/frames/systems.ts';

/** AL730_095 is release 730 with service pack 95. */
export interface FirmwareLevel {
  readonly release: number;
  readonly servicePack: number;
}

export function firmwareOf(system: Pick<ManagedSystem, 'ec_number' | 'level'>): FirmwareLevel {
  return { release: Number(/\d+$/.exec(system.ec_number)?.[0] ?? 0), servicePack: system.level };
}

/** AL730_095, as the vendor writes it. */
export function firmwareName(system: Pick<ManagedSystem, 'ec_number' | 'level'>): string {
  return `${system.ec_number.replace(/^\d\d/, '')}_${String(system.level).padStart(3, '0')}`;
}

/** A level is at least another of the same release, or of a later release. */
export function isFirmware(have: FirmwareLevel, release: number, servicePack = 0): boolean {
  return have.release > release || (have.release === release && have.servicePack >= servicePack);
}

/** Below it there is no partition mobility (seed 5, page 7). */
export const leastFirmware = { release: 340, servicePack: 39 } as const;

const columns = [350, 710, 720, 730, 740, 760, 763, 770, 773, 780] as const;

/**
 * The vendor's matrix of POWER6 and POWER7 systems: M mobile, B blocked, by the level that a partition comes from and, from
 * left to right, the level that it goes to. A level in between counts as the one below it.
 */
const firmwareMatrix = {
  evidence: 'document',
  source: 'firmware support matrix for partition mobility, POWER7 edition',
  columns,
  rows: {
    340: 'MMMBBBBBBB',
    350: 'MMMMMMMMMM',
    710: 'MMMMMBBBBB',
    720: 'MMMMMMMBBB',
    730: 'MMMMMMMMMM',
    740: 'MMMMMMMMMM',
    760: 'MBMMMMMMMM',
    763: 'MBMMMMMMMM',
    770: 'MBBMMMMMMM',
    773: 'MBBMMMMMMM',
    780: 'MBBMMMMMMM',
  },
} as const;

/** POWER6 and POWER7 levels that a POWER8 system takes part with, and the service pack that its 840 needs with POWER7. */
const power8Levels = {
  evidence: 'document',
  source: 'firmware support matrix for partition mobility, POWER8 edition (2016)',
  power6: 350,
  power7: 730,
  with840: 113,
} as const;

/** How many generations a migration may bridge: what the editions of the matrix cover. */
const generationsApart = { evidence: 'ours', source: 'inferred from the matrices', most: 2 } as const;

/** Whether the pair of levels lets a partition go from one system to the other. */
export function firmwareAllows(from: FirmwareLevel, to: FirmwareLevel): boolean {
  const older = from.release < to.release ? from : to;
  const newer = older === from ? to : from;
  if (newer.release < 800) return matrixAllows(from, to);
  if (generationOf(newer) - generationOf(older) > generationsApart.most) return false;
  if (older.release >= 800 || newer.release >= 900) return true;
  if (older.release < power8Levels.power6) return false;
  if (older.release < 700) return true;
  const needs113 = newer.release === 840 && newer.servicePack < power8Levels.with840;
  return older.release >= power8Levels.power7 && !needs113;
}

type Row = keyof typeof firmwareMatrix.rows;

function matrixAllows(from: FirmwareLevel, to: FirmwareLevel): boolean {
  const row = rowOf(from);
  const column = rowOf(to);
  // The matrix has no column for 340: its row is read the other way round (ours).
  if (column === 340) return row === 340 || firmwareMatrix.rows[340][columns.indexOf(row)] === 'M';
  return firmwareMatrix.rows[row][columns.indexOf(column)] === 'M';
}

function rowOf({ release }: FirmwareLevel): Row {
  return columns.findLast((each) => each <= release) ?? 340;
}

function generationOf({ release }: FirmwareLevel): number {
  if (release < 700) return 6;
  return Math.min(Math.floor(release / 100), 10);
}
