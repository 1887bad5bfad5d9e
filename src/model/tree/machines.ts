/** What programs and our commands inside cannot do without: it comes from the machine, and nothing is laid over it. */
const needed = ['/dev', '/proc', '/usr/bin', '/usr/lib', '/usr/sbin'];

/** Folders of /usr that a host's tree has itself: DLPAR scripts are installed there. A WPAR sees nothing of them. */
export const ownUsrFolders: readonly string[] = ['/usr/lib/dr', '/usr/samples/dr'];

/** Whether a directory of a place is the machine's, so that nothing can be mounted there. @param path absolute, normal */
export function isMachines(path: string): boolean {
  return path === '/usr' || needed.some((each) => path === each || path.startsWith(`${each}/`));
}
