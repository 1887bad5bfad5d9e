#!/bin/sh
# Evacuates a managed system: looks at every partition first, moves them only if all may go, and checks what is left.
# On a real console:  HMC="ssh hscroot@myhmc" sh evacuate.sh frame1 frame2
# In a lab the commands are on PATH, and HMC stays empty.
set -eu
source=$1
target=$2
hmc() { ${HMC:-} "$@"; }
# An HMC tells errors of its lists on the standard output: the status counts, so no pipe may hide it.
movable() {
  all=$(hmc lssyscfg -r lpar -m "$source" -F lpar_env,name) || { echo "$all" >&2; exit 1; }
  echo "$all" | sed -n '/^vioserver,/!s/.*,//p'
}

partitions=$(movable)
failed=
for partition in $partitions; do
  hmc migrlpar -o v -m "$source" -t "$target" -p "$partition" || failed="$failed $partition"
done
if [ -n "$failed" ]; then
  echo "evacuate: nothing was moved; these cannot go:$failed" >&2
  exit 1
fi

hmc migrlpar -o m -m "$source" -t "$target" --all

left=$(movable)
if [ -n "$left" ]; then
  echo "evacuate: still on $source: $left" >&2
  exit 1
fi
echo "evacuate: $(echo "$partitions" | wc -w | tr -d ' ') partitions moved from $source to $target"
