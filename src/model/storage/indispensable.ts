/** File systems that are in use as long as a system runs. */
const ofHost: readonly string[] = ['/', '/proc', '/tmp', '/usr', '/var'];
const ofWpar: readonly string[] = [...ofHost, '/home', '/opt'];

/** @param directory as the host, or the WPAR, sees it */
export function isIndispensable(directory: string, inWpar: boolean): boolean {
  return (inWpar ? ofWpar : ofHost).includes(directory);
}
