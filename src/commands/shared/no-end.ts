/** Why flags of shutdown, halt and reboot are refused, in common. */
export const noEnd = {
  sync: 'nothing of a lab is held back unwritten.',
  power: 'parlab has no power supply that could be left on.',
  later: 'parlab has no clock that switches machines on.',
} as const;
