/**
 * Files of a versioned WPAR that are those of its host: commands for file systems, logical volumes and performance, as
 * seed 3 has it. Which ones is recalled, and not complete.
 */
export const replacedFiles: readonly string[] = [
  ...['df', 'filemon', 'iostat', 'lparstat', 'mpstat', 'netpmon', 'svmon', 'topas', 'tprof', 'vmstat'].map(
    (name) => `/usr/bin/${name}`,
  ),
  ...['chfs', 'chlv', 'chvg', 'crfs', 'defragfs', 'exportvg', 'extendlv', 'extendvg', 'fsck', 'importvg'].map(
    (name) => `/usr/sbin/${name}`,
  ),
  ...['lsfs', 'lslv', 'lspv', 'lsvg', 'mkfs', 'mklv', 'mkvg', 'mount', 'reducevg', 'rmfs', 'rmlv'].map(
    (name) => `/usr/sbin/${name}`,
  ),
  ...['sar', 'umount', 'varyoffvg', 'varyonvg'].map((name) => `/usr/sbin/${name}`),
];
