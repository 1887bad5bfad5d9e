import { existsSync } from 'node:fs';

/** The shell that a place has. */
export function shellOf(): string {
  return ['/usr/bin/ksh', '/usr/bin/ksh93', '/usr/bin/mksh', '/usr/bin/bash'].find(existsSync) ?? '/bin/sh';
}

/** Whether that is a Korn shell: scripts of AIX count on its built-in commands. */
export function hasKornShell(): boolean {
  return /ksh/.test(shellOf());
}

/** `print` as a program, for shells that do not have it built in: `print [-nrR] [-u N] [--] words`. */
export const printProgram = `#!/bin/sh
end='\n' format=%b descriptor=1
while :; do
  case $1 in
  - | --) shift; break ;;
  -[nrRu]*) letters=\${1#-}; shift ;;
  *) break ;;
  esac
  while [ -n "$letters" ]; do
    rest=\${letters#?}
    case $letters in
    n*) end= ;;
    u*) descriptor=\${rest:-$1}; [ -n "$rest" ] || shift; rest= ;;
    *) format=%s ;;
    esac
    letters=$rest
  done
done
printf "$format$end" "$*" >&"$descriptor"
`;
