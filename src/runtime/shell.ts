import { existsSync } from 'node:fs';

/** The shell that a place has. */
export function shellOf(): string {
  return ['/usr/bin/ksh', '/usr/bin/ksh93', '/usr/bin/mksh', '/usr/bin/bash'].find(existsSync) ?? '/bin/sh';
}
