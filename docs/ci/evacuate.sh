#!/bin/sh
# Evacuates a managed system: looks at every partition first, moves them only if all may go, and checks what is left.
# On a real console:  HMC="ssh hscroot@myhmc" sh evacuate.sh frame1 frame2
# In a lab the commands are on PATH, and HMC stays empty.
set -eu
source=$1
target=$2
hmc() { ${HMC:-} "$@"; }

partitions=$(hmc lssyscfg -r lpar -m "$source" -F lpar_env,name | grep -v '^vioserver,' | cut -d, -f2)
failed=
for partition in $partitions; do
  hmc migrlpar -o v -m "$source" -t "$target" -p "$partition" || failed="$failed $partition"
done
if [ -n "$failed" ]; then
  echo "evacuate: nothing was moved; these cannot go:$failed" >&2
  exit 1
fi

hmc migrlpar -o m -m "$source" -t "$target" --all

left=$(hmc lssyscfg -r lpar -m "$source" -F lpar_env | grep -vc '^vioserver$' || true)
if [ "$left" -ne 0 ]; then
  echo "evacuate: $left partitions are still on $source" >&2
  exit 1
fi
echo "evacuate: $(echo "$partitions" | wc -w | tr -d ' ') partitions moved from $source to $target"
