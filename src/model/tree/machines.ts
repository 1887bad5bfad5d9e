/** What programs and our commands inside cannot do without: it comes from the machine, and nothing is laid over it. */
const needed = ['/dev', '/proc', '/usr/bin', '/usr/lib', '/usr/sbin'];

/** Whether a directory of a place is the machine's, so that nothing can be mounted there. @param path absolute, normal */
export function isMachines(path: string): boolean {
  return path === '/usr' || needed.some((each) => path === each || path.startsWith(`${each}/`));
}
