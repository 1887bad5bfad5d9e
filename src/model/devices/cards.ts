import { type IoSlot, ioSlotsOf } from '../../state/frames/systems.ts';
import type { Place } from './device.ts';

/** A physical adapter card, as AIX sees it. */
export interface Card {
  readonly description: string;
  /** df1000f114108a03: vendor, device and their subsystem, each with its bytes turned. */
  readonly type: string;
}

/** The cards of a partition, and the short location codes of their ports. */
export class Cards {
  readonly #slots: readonly IoSlot[];
  readonly #others: readonly IoSlot[];

  constructor({ engine, partition }: Place) {
    const all = partition ? ioSlotsOf(engine, partition.system) : [];
    this.#slots = all.filter(({ owner_id }) => owner_id === partition?.lpar_id);
    this.#others = all.filter(({ owner_id }) => owner_id !== partition?.lpar_id);
  }

  /** Who stands in a location such as U78A0.001.DNWHZ4R-P1-C1-T2. */
  at(location: string): Card | undefined {
    const slot = this.#slots[this.#indexOf(location)];
    if (!slot || !/^[0-9A-Fa-f]{4}$/.test(slot.vendor)) return undefined;
    const type = [slot.vendor, slot.device, slot.subs_vendor, slot.subs_device].map(turned).join('');
    return { description: `${shortened(slot.description)} (${type})`, type };
  }

  /** 01-00: the second card, its first port; `''` for what stands in no known slot. */
  code(location: string): string {
    const index = this.#indexOf(location);
    const port = Number(/-T(\d+)$/.exec(location)?.[1] ?? 1) - 1;
    return index < 0 ? '' : `${two(index)}-${two(port)}`;
  }

  /** A slot of the system that the partition does not have, or no longer: what was in it stays defined. */
  hasLeft(location: string): boolean {
    return this.#others.some(({ drc_name }) => location.startsWith(`${drc_name}-`));
  }

  #indexOf(location: string): number {
    return this.#slots.findIndex(({ drc_name }) => location.startsWith(`${drc_name}-`));
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function turned(word: string): string {
  return `${word.slice(2)}${word.slice(0, 2)}`.toLowerCase();
}

// The console's `8 Gigabit PCI Express Dual Port Fibre Channel Adapter` is AIX's `8Gb PCI Express Dual Port FC Adapter`
// (published listing of an fcs device); the names of Ethernet cards are the same in both.
function shortened(description: string): string {
  return description.includes('Fibre Channel')
    ? description.replace(/(\d) Gigabit/, '$1Gb').replace('Fibre Channel', 'FC')
    : description;
}
