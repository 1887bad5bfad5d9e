const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EINTR: 'it was interrupted',
  ELOOP: 'too many links, or a link where none may be',
  EMFILE: 'directories are nested too deeply',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left',
  ENOTDIR: 'a part of the path is not a directory',
  ENXIO: 'it is no plain file, directory or link',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  directory: 'there is a directory of that name',
  itself: 'a directory cannot be copied into itself',
  link: 'there is a link of that name: remove it, or name what it leads to',
  'not-directory': 'there is something of that name that is no directory',
  omitted: 'it is a directory: -r copies it',
  same: 'source and target are the same',
  special: 'it is no plain file, directory or link',
};

/** Why something was not copied, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined && Object.hasOwn(reasons, code)) return reasons[code] ?? code;
  if (code === undefined) throw error;
  return code;
}
