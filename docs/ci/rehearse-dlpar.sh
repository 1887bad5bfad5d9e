#!/bin/sh
# Rehearses a DLPAR script: installs it in a host, changes processors and memory, and looks at what the script said.
#     sh rehearse-dlpar.sh sysadmin_license.sh
# Ends with 0 if every change ended as it should. The limit of 12 is that of the script: three processors with four threads.
set -eu
script=$1
host=l488pp008
frame=p750-Server-8233-E8B-SN069348P
running() { lshwres -r "$1" -m "$frame" --level lpar -F "run_$2" --filter "lpar_names=$host"; }
fail() { echo "rehearse: $*" >&2; exit 1; }

drmgr -f -i "$script"
parlab run "$host" - <<'END'
set -e
echo 12 > /etc/sysadmin_license
echo '*.debug /var/adm/dr.log' >> /etc/syslog.conf
: > /var/adm/dr.log
refresh -s syslogd
END

chhwres -r proc -m "$frame" -o a -p "$host" --procs 1
[ "$(running proc procs)" = 3 ] || fail "the third processor is not there"

# Its veto counts, and nothing forces it.
for force in '' --force; do
  if chhwres -r proc -m "$frame" -o a -p "$host" --procs 1 $force 2> refusal; then fail "no veto"; fi
  grep -q 'license manager: 12 processors are licensed' refusal || fail "the reason is not told"
done
[ "$(running proc procs)" = 3 ] || fail "a refused processor came all the same"

chhwres -r proc -m "$frame" -o r -p "$host" --procs 1
echo 'cat /var/adm/dr.log' | parlab run "$host" - > dr.log
grep -q 'processors in use: 8' dr.log || fail "the script was not told of the removal"
echo "rehearse: $script was heard, obeyed and told"
