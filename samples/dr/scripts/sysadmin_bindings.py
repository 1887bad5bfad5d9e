#!/usr/bin/env python3
"""A DLPAR script for programs that are bound to processors.

A processor with a program bound to it cannot be removed, and a partition that
moves to another system may find other processors there. This script unbinds
the programs before, remembers what was bound where, and binds them again
afterwards: where they were, or to the last processor that is left.

While /etc/sysadmin_bindings.stay exists the partition must not move; what the
file says is shown as the reason.

Try it:      parlab drtest sysadmin_bindings.py
Install it:  drmgr -i sysadmin_bindings.py
"""

import os
import subprocess
import sys

FOLDER = "/var/sysadmin_bindings"
RECORD = FOLDER + "/record"
STAY = "/etc/sysadmin_bindings.stay"

NOT_IMPLEMENTED = 10


def say(name, text):
    """Prints a pair: whatever is in the text, it stays one line without quotation marks."""
    plain = "".join(c if c.isprintable() and c != '"' else " " for c in text)
    print('%s="%s"' % (name, plain))


def info(text):
    say("DR_LOG_INFO", "bindings: " + text)


def detail(text):
    """Details are for whoever asks for them: 2 to 5."""
    if number("DR_DETAIL_LEVEL") >= 2:
        say("DR_LOG_DEBUG", "bindings: " + text)


def refuse(text):
    say("DR_ERROR", "bindings: " + text)
    sys.exit(1)


def number(name):
    """A number of the event's environment, or 0."""
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() else 0


def run(*words):
    """The output of a command by its whole path; None if it failed or does not exist."""
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, universal_newlines=True)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def bindings():
    """Which process is bound to which bind CPU ID: the column BND of ps."""
    bound = {}
    lines = (run("/usr/bin/ps", "-emo", "THREAD") or "").splitlines()
    if not lines or "BND" not in lines[0].split():
        return bound
    heads = lines[0].split()
    pid_column, bound_column = heads.index("PID"), heads.index("BND")
    pid = None
    for line in lines[1:]:
        columns = line.split()
        if len(columns) <= bound_column:
            continue
        # The lines of threads have a dash there: they belong to the process above.
        if columns[pid_column].isdigit():
            pid = int(columns[pid_column])
        if pid is not None and columns[bound_column].isdigit():
            bound[pid] = int(columns[bound_column])
    return bound


def remember(bound):
    os.makedirs(FOLDER, mode=0o755, exist_ok=True)
    with open(RECORD + ".new", "w") as file:
        for pid, cpu in sorted(bound.items()):
            file.write("%d %d\n" % (pid, cpu))
    os.replace(RECORD + ".new", RECORD)


def remembered():
    try:
        with open(RECORD) as file:
            rows = [line.split() for line in file]
    except OSError:
        return {}
    return {int(row[0]): int(row[1]) for row in rows if len(row) == 2 and all(map(str.isdigit, row))}


def forget():
    try:
        os.remove(RECORD)
    except OSError:
        pass


def unbind(bound):
    """Takes bindings away; the record is written first, so that undo finds it whatever happens."""
    if not bound:
        return
    remember(bound)
    for pid, cpu in sorted(bound.items()):
        if run("/usr/sbin/bindprocessor", "-u", str(pid)) is None:
            refuse("process %d cannot be unbound from processor %d" % (pid, cpu))
        info("process %d was bound to processor %d" % (pid, cpu))


def bind_again(last=None):
    """Binds what was bound, to a processor that still exists. Whoever has ended since is nobody's concern."""
    for pid, cpu in sorted(remembered().items()):
        target = cpu if last is None else min(cpu, last)
        if run("/usr/sbin/bindprocessor", str(pid), str(target)) is not None:
            info("process %d is bound to processor %d" % (pid, target))
    forget()


def check_release():
    bound = [pid for pid, cpu in bindings().items() if cpu == number("DR_BCPUID")]
    detail("%d processes are bound to processor %d" % (len(bound), number("DR_BCPUID")))


def before_release():
    last = number("DR_BCPUID")
    unbind({pid: cpu for pid, cpu in bindings().items() if cpu == last})


def after_release():
    # Bind CPU IDs have no holes: the last one has gone.
    bind_again(max(0, number("DR_BCPUID") - 1))


def check_migrate():
    try:
        with open(STAY) as file:
            reason = file.readline().strip()
    except OSError:
        return
    refuse(reason or STAY + " exists")


def before_migrate():
    unbind(bindings())


COMMANDS = {
    ("checkrelease", "cpu"): check_release,
    ("prerelease", "cpu"): before_release,
    ("postrelease", "cpu"): after_release,
    ("undoprerelease", "cpu"): bind_again,
    ("checkmigrate", "pmig"): check_migrate,
    ("premigrate", "pmig"): before_migrate,
    ("postmigrate", "pmig"): bind_again,
    ("undopremigrate", "pmig"): bind_again,
    ("usage", "cpu"): lambda: say("DR_USAGE", "Programs are bound to processors"),
    ("usage", "pmig"): lambda: say("DR_USAGE", "Bindings are made anew after a move"),
}


def main(command="", resource=""):
    if command == "scriptinfo":
        print("DR_VERSION=1")
        print("DR_DATE=20111117")
        say("DR_SCRIPTINFO", "Bindings of programs to processors, over removals and moves")
        say("DR_VENDOR", "sysadmin")
        print("DR_TIMEOUT=20")
    elif command == "register":
        print("DR_RESOURCE=cpu")
        print("DR_RESOURCE=pmig")
    elif (command, resource) in COMMANDS:
        COMMANDS[command, resource]()
    else:
        # Additions change no binding.
        sys.exit(NOT_IMPLEMENTED)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:3])
    except OSError as error:
        refuse("%s: %s" % (error.filename, error.strerror))
