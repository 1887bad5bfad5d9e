/** What the system says of files, for people. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EINVAL: 'it is not a plain file',
  EISDIR: 'it is a directory',
  ENOENT: 'no such directory',
  ENOSPC: 'no space left',
  ENOTDIR: 'a part of the path is not a directory',
  ENXIO: 'nobody reads from it',
  EROFS: 'the file system is read-only',
};

/** Why the system refused to read or write something. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return reasons[code] ?? code;
}
