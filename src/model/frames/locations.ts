import type { ManagedSystem } from '../../state/frames/systems.ts';

/** Where a slot of a partition is, `U8233.E8B.069348P-V5-C27`. */
export function slotLocation(
  system: Pick<ManagedSystem, 'serial' | 'type_model'>,
  lparId: number,
  slot: number,
): string {
  return `U${system.type_model.replace('-', '.')}.${system.serial}-V${lparId}-C${slot}`;
}
