/**
 * File systems on which the lab's database cannot live: its write-ahead log needs memory that all processes share, which
 * a network file system does not give (https://www.sqlite.org/wal.html, "All processes using a database must be on the
 * same host computer"). Numbers: statfs(2), include/uapi/linux/magic.h.
 */
const remote: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4266872130: 'SMB2',
  4283649346: 'CIFS',
  16914839: '9P',
  1397113167: 'AFS',
  12805120: 'Ceph',
  1702057286: 'FUSE',
  1196443219: 'GPFS',
  198183888: 'Lustre',
  1635083891: 'AUFS',
};

/** @returns the name of a file system that is not on this machine, or undefined if it may be trusted */
export function remoteFileSystem(type: number): string | undefined {
  return remote[type >>> 0];
}
