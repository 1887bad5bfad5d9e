import { boundingSet, coverProc, idleWords } from './enter-script.ts';

/**
 * The namespaces of an application WPAR, for /bin/sh. All scripts talk on descriptor 3 with the process outside that waits: one
 * word or two a line. Descriptor 4 is the program's standard error; complaints of tools and shells go nowhere.
 */

const toolPath = 'PATH=/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The first process: `$1` is the root of the program (`/`: this one), `$2` its path, the rest the words that start it. It says
 * `ready` (or `missing`, `forbidden`), starts the program when a line comes, and says its number and its status. Then it stays for
 * those that the program has left. Signals of a terminal are for the program.
 */
export const applicationInit = `
trap : INT QUIT TERM HUP
exec 7<&-
root=$1 path=$2
shift 2
is() { if [ "$root" = / ]; then test "$1" "$path"; else chroot "$root" /usr/bin/test "$1" "$path"; fi; }
if ! is -f; then echo missing >&3; exit 125; fi
if ! is -x; then echo forbidden >&3; exit 125; fi
echo ready >&3
read -r go <&3 || exit 125
/bin/sh -c 'echo "pid $$" >&3; exec 2>&4 3>&- 4>&-; exec "$@"' sh "$@"
status=$?
exec < /dev/null > /dev/null 4>&-
echo "status $status" >&3
${toolPath}
while :; do
  ${idleWords.join(' ')} &
  wait $!
done
`;

/**
 * Over the caller's own files. `$0` is the host name, `$1` the number of the next process, `$2` not empty: rights over the
 * namespaces are given up; `$3` is the file with the lines of the first process. `parlab_path` in the environment is the caller's PATH.
 */
export const ownFilesScript = `
set -u
${toolPath}
hostname "$0" || exit 125
echo "$(($1 - 1))" 2> /dev/null > /proc/sys/kernel/ns_last_pid || :
give_up=
[ -z "$2" ] || give_up="$(command -v setpriv) --ambient-caps -all --inh-caps -all"
init=$3
shift 3
if [ -n "\${parlab_path+set}" ]; then PATH=$parlab_path; unset parlab_path; else unset PATH; fi
exec $give_up /bin/sh "$init" "$@"
`;

/** In the namespaces of a host, with its rights: `$0` is the next script, the rest its words. */
export const besideHostScript = `
set -u
${toolPath}
exec 4>&2 2> /dev/null 7< /proc/1/ns/user || exit 125
echo "top $$" >&3
exec setpriv --pdeathsig KILL unshare --mount --uts --pid --fork --kill-child /bin/sh -c "$0" "$@"
`;

/**
 * Over the files of a host, in new namespaces that still have its rights. `$0` is the host name, `$1` the number of the next
 * process, `$2` how many there may be, `$3` the folder of the broker's sockets, `$4` says whether ids are kept, `$5` is the file with the lines of the first process, in that folder. As in
 * \`enterScript\`, the last step leads where there is no power over mounts and names.
 */
export const hostFilesScript = `
set -u
${toolPath}
fail() { exit 125; }
mount -n -t proc -o nosuid,nodev,noexec proc /proc || fail
echo "$(($1 - 1))" 2> /dev/null > /proc/sys/kernel/ns_last_pid || :
${coverProc}
mount -n --rbind /proc /tree/proc || fail
[ ! -L /tree/proc ] && [ /proc -ef /tree/proc ] || fail
for socket in broker user; do
  for dev in /dev /tree/dev; do
    mount -n --bind "/dev/.parlab/script/$3/$socket" "$dev/.parlab/$socket" || fail
  done
done
hostname "$0" || fail
limit=$2 folder=$3 kept=$4 init=$5
shift 5
exec prlimit --nproc="$limit" nsenter --user=/proc/self/fd/7 $kept \\
  setpriv --pdeathsig KILL --no-new-privs --inh-caps=-all --bounding-set=${boundingSet} \\
  env -i PATH="$PATH" /bin/sh "/dev/.parlab/script/$folder/$init" "$@"
`;
