#!/usr/bin/ksh
#
# A DLPAR script for a license manager: the application may use so many
# processors and no more. Additions beyond that are refused, whether they are
# forced or not: FORCE does not apply to checkacquire.
#
# The number stands in /etc/sysadmin_license; without that file it is 64. It
# counts as bind CPU IDs do: every hardware thread of a processor is one.
# How many are in use is kept in /var/adm/sysadmin_license for reports.
#
# Try it:      parlab drtest sysadmin_license.sh
# Install it:  drmgr -i sysadmin_license.sh
#
# Every answer is a line NAME=value on standard output. Standard error is read
# by nobody. Exit status: 0 success, 10 not implemented, others failure, with
# the reason in DR_ERROR.

LIMITS=/etc/sysadmin_license
RECORD=/var/adm/sysadmin_license

command=$1
resource=$2

# A number from the environment of the event, or 0: nothing else gets into
# an expression of the shell.
number()
{
    case "$1" in
    '' | *[!0-9]*) echo 0 ;;
    *) echo "$1" ;;
    esac
}

licensed()
{
    limit=
    [ -r "$LIMITS" ] && read limit < "$LIMITS"
    limit=$(number "$limit")
    [ "$limit" -gt 0 ] || limit=64
    echo "$limit"
}

# Details are for whoever asks for them: 2 to 5.
detail()
{
    [ "$(number "$DR_DETAIL_LEVEL")" -ge 2 ] && echo "DR_LOG_DEBUG=\"license manager: $1\""
    return 0
}

# How many processors are online now: bindprocessor lists them after four words.
online()
{
    set -- $(bindprocessor -q)
    echo $(($# - 4))
}

# The record is no reason to spoil a change that has been made.
record()
{
    if echo "$1" 2> /dev/null > "$RECORD"; then
        echo "DR_LOG_INFO=\"license manager: processors in use: $1\""
    else
        echo "DR_LOG_WARNING=\"license manager: $RECORD cannot be written\""
    fi
}

refuse()
{
    echo "DR_ERROR=\"license manager: $1\""
    exit 1
}

# What the script does not know is not implemented: another resource, too.
case "$command:$resource" in
scriptinfo:* | register:*) ;;
*:cpu | *:capacity) ;;
*) exit 10 ;;
esac

case "$command" in
scriptinfo)
    echo 'DR_VERSION=1'
    echo 'DR_DATE=20111117'
    echo 'DR_SCRIPTINFO="License manager: refuses processors beyond the licensed number"'
    echo 'DR_VENDOR="sysadmin"'
    echo 'DR_TIMEOUT=5'
    ;;
register)
    echo 'DR_RESOURCE=cpu'
    echo 'DR_RESOURCE=capacity'
    ;;
usage)
    if [ "$resource" = cpu ]; then
        echo 'DR_USAGE="Online processors count against the license"'
    else
        echo 'DR_USAGE="Entitled capacity counts against the license"'
    fi
    ;;
checkacquire)
    limit=$(licensed)
    if [ "$resource" = cpu ]; then
        # Bind CPU IDs have no holes: the new processor is the one after the last.
        wanted=$(($(number "$DR_BCPUID") + 1))
        detail "$wanted of $limit processors would be in use"
        [ "$wanted" -le "$limit" ] || refuse "$limit processors are licensed, this would be number $wanted"
    else
        # Hundredths of a processor.
        wanted=$(($(number "$DR_CPU_CAPACITY") + $(number "$DR_CPU_CAPACITY_DELTA")))
        detail "$wanted of ${limit}00 hundredths would be entitled"
        [ "$wanted" -le "${limit}00" ] || refuse "$limit processors are licensed, less than the new capacity"
    fi
    ;;
postacquire | postrelease)
    [ "$resource" = cpu ] && record "$(online)"
    ;;
*)
    # A license manager prepares nothing, so it has nothing to undo; and
    # nobody needs its leave to give a processor away.
    exit 10
    ;;
esac
exit 0
