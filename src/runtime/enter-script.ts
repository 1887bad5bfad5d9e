import { ownUsrFolders } from '../model/tree/machines.ts';

/**
 * Goes to a directory of the place. Links in the tree lead nowhere but into the scaffold; where they led is looked at after
 * the way has been gone.
 */
export const beneathFunction = `go_beneath() {
  cd -P "/tree$1" || return
  case $(pwd -P) in /tree | /tree/*) ;; *) return 1 ;; esac
}`;

/** Shows at a directory of the place (\`$1\`) another one (\`$2\`), \`rw\` or \`ro\`: where one is, whatever its name is then. */
export const mountFunction = `mount_beneath() {
  go_beneath "$1" && mount -n -c --bind "$2" . || return
  [ "$3" = rw ] || { go_beneath "$1" && mount -n -c -o remount,bind,ro,nosuid,nodev .; }
}`;

/** All that root inside can do. */
export const boundingSet = '-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,+sys_chroot';

/** Lines of /bin/sh: what of a fresh /proc nobody inside may touch. */
export const coverProc = `for covered in sys irq bus fs; do
  [ ! -d "/proc/$covered" ] ||
    mount -n -o bind,ro,nosuid,nodev,noexec "/proc/$covered" "/proc/$covered" || fail
done
for covered in sysrq-trigger kcore keys latency_stats timer_list; do
  [ ! -e "/proc/$covered" ] || mount -n --bind /dev/null "/proc/$covered" || fail
done
`;

/**
 * What makes the place and goes into it: for /bin/sh, in new mount, process, host name, IPC and network namespaces.
 * `$0` is the folder of the session, `$1` `shifted` (run by root; descriptor 3 is the user namespace to end in) or
 * `own`, `$2` the host name, `$3` the program of node, `$4` the number of the next process. Descriptor 4 is the partition's tree, 5 the directory that it has
 * as /opt if the session has one for it.
 *
 * The order is what keeps the machine safe:
 *  - The new root is a scaffold of ours, and the tree hangs below it. So all that has power over mounts is executed with
 *    the machine's own loader and libraries, never with files of the tree (`/etc/ld.so.preload`), and links in the tree
 *    lead nowhere but into the scaffold.
 *  - The scaffold has the machine's own /usr. Our commands are laid over another one, which only the tree has: \`mount\` and
 *    \`hostname\` there are AIX's.
 *  - The machine's root is detached before anything of the tree is looked at.
 *  - The last step enters another user namespace: mounts, processes and host name belong to the one above, so nobody
 *    inside may change them, whatever capabilities a program there has or gets.
 *  - What a path led to is compared with the descriptors (`-ef`): nobody can slip another directory in between.
 *  - Descriptors to the outside are closed before anything runs inside.
 *  - The first process dies with the one outside that waits for it. Entering a user namespace forgets that, so it is said
 *    again after it.
 *
 * Each step is written to the session's file `step`; `entered` is the last.
 */
export const enterScript = `
set -u
PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022
cd "$0" || exit 125
kind=$1 name=$2 node=$3 next=$4
exec 9>>step || exit 125
step() { echo "$1" >&9; }
fail() { exit 125; }

step scaffold
mount -n -t tmpfs -o mode=755,size=4m,nosuid,nodev parlab root || fail
cd root || fail
mkdir usr over proc dev etc exports tree old || fail
cp ../init etc/init && cp ../mounts etc/mounts || fail

step tree
mount -n -o bind,nosuid,nodev ../tree tree || fail
[ tree -ef /proc/self/fd/4 ] || fail

step exports
while read -r number identity mode; do
  mkdir "exports/$number" && mount -n -o bind,nosuid,nodev "../export-$number" "exports/$number" || fail
  [ "$(stat -c %d:%i "exports/$number")" = "$identity" ] || fail
  [ "$mode" = rw ] || mount -n -o remount,bind,ro,nosuid,nodev "exports/$number" || fail
done < ../exports

step overlay
mount -n --rbind /usr usr && mount -n -o remount,bind,ro,nosuid,nodev usr || fail
mount -n -t overlay -o ro,nosuid,nodev,lowerdir=../usr:/usr parlab over || fail
for folder in bin sbin lib lib32 lib64 libx32; do
  if [ -L "/$folder" ]; then ln -s "usr/$folder" "$folder" || fail
  elif [ -d "/$folder" ]; then
    mkdir "$folder" && mount -n -o bind,ro,nosuid,nodev "/$folder" "$folder" || fail
  fi
done
mount -n -o bind,ro,nosuid,nodev "$node" over/lib/parlab/node || fail
if [ -r /etc/ld.so.cache ]; then cp /etc/ld.so.cache etc/ || fail; fi

step dev
mount -n -t tmpfs -o mode=755,size=64k,nosuid parlab dev || fail
mkdir dev/pts dev/shm dev/.parlab dev/.parlab/script || fail
for device in null zero full random urandom tty; do
  : > "dev/$device" && mount -n --bind "/dev/$device" "dev/$device" || fail
done
: > dev/console && mount -n --bind /dev/null dev/console || fail
mount -n -t devpts -o newinstance,ptmxmode=0666,mode=620,nosuid,noexec parlab dev/pts || fail
mount -n -t tmpfs -o mode=1777,size=64m,nosuid,nodev parlab dev/shm || fail
ln -s pts/ptmx dev/ptmx && ln -s /proc/self/fd dev/fd || fail
ln -s /proc/self/fd/0 dev/stdin && ln -s /proc/self/fd/1 dev/stdout && ln -s /proc/self/fd/2 dev/stderr || fail
for socket in broker user; do
  : > "dev/.parlab/$socket" && mount -n --bind "../$socket" "dev/.parlab/$socket" || fail
done
mount -n -o bind,ro,nosuid,nodev ../script dev/.parlab/script || fail
if [ -e ../opt ]; then
  mkdir opt && mount -n -o bind,ro,nosuid,nodev ../opt opt && [ opt -ef /proc/self/fd/5 ] || fail
fi

step pivot
pivot_root . old || fail
cd / || fail

step proc
mount -n -t proc -o nosuid,nodev,noexec proc /proc || fail
# Numbers that other partitions do not have.
echo "$((next - 1))" 2> /dev/null > /proc/sys/kernel/ns_last_pid || :
${coverProc}
step detach
umount -n -l /old && rmdir /old || fail

step join
${beneathFunction}
# What of /usr is the partition's own.
for folder in ${ownUsrFolders.map((path) => path.slice('/usr/'.length)).join(' ')}; do
  [ ! -d "/over/$folder" ] ||
    (go_beneath "/usr/$folder" && mount -n -c --bind . "/over/$folder") || fail
done
mount -n --rbind /over /tree/usr || fail
[ ! -L /tree/usr ] && [ /over -ef /tree/usr ] || fail
for folder in proc dev opt bin sbin lib lib32 lib64 libx32; do
  if [ -d "/$folder" ] && [ ! -L "/$folder" ]; then
    mount -n --rbind "/$folder" "/tree/$folder" || fail
    [ ! -L "/tree/$folder" ] && [ "/$folder" -ef "/tree/$folder" ] || fail
  fi
done

step mounts
${mountFunction}
while read -r mode && read -r source && read -r directory; do
  (mount_beneath "$directory" "$source" "$mode") || fail
done < etc/mounts
hostname "$name" || fail
ip link set lo up 2> /dev/null
mount -n -o remount,bind,ro,nosuid,nodev / || fail

step user
exec 4<&- 5<&-
if [ "$kind" = shifted ]; then into='nsenter --user=/proc/self/fd/3'
else into='unshare --user --map-root-user'; fi
exec $into setpriv --pdeathsig KILL --no-new-privs --inh-caps=-all \\
  --bounding-set=${boundingSet} \\
  env -i PATH="$PATH" /bin/sh /etc/init
`;

/** A first process that starts the words below the tree and ends as they end. */
export function runningInit(words: readonly string[]): string {
  return `echo entered >&9
exec 3<&- 9>&-
chroot /tree ${words.map(shellQuoted).join(' ')}
exit $?
`;
}

/** How the process is called that the first one waits for. */
export const idleWords: readonly string[] = ['sleep', '2147483647'];

/** A first process that stays and takes care of those that lose their parent. It says when it is there. */
export const stayingInit: string = `echo entered >&9
exec 3<&- 9>&-
echo entered
exec < /dev/null > /dev/null 2>&1
while :; do
  ${idleWords.join(' ')} &
  wait $!
done
`;

/** A word as /bin/sh reads it back, whatever is in it. */
export function shellQuoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
