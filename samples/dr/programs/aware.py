#!/usr/bin/env python3
"""A program that knows of dynamic logical partitioning.

    aware.py [-r] [FILE]

It writes what it hears to FILE, or to its standard output. With -r it refuses, in the check phase, the removal of
processors and memory.

SIGRECONFIG is blocked and waited for with sigwaitinfo(); a handler stands because the signal goes only to programs that
catch it.
"""

import signal
import subprocess
import sys

SIGRECONFIG = 58
COMMAND = "dr_reconfig"


def query():
    """The event as a dictionary; None if it is over already."""
    asked = subprocess.run([COMMAND, "-q"], stdout=subprocess.PIPE, universal_newlines=True)
    if asked.returncode != 0:
        return None
    return dict(line.split("=", 1) for line in asked.stdout.splitlines())


def answer(event, refuses):
    flag = "-f" if refuses else "-d"
    return subprocess.run([COMMAND, flag, "-g", event["phase_gen"]]).returncode


def adapt(log, event):
    """What the program would do with its workers and buffers stands here."""
    size = int(event.get("req_memsz_change", 0)) // 1024 // 1024
    what = {"cpu": "processor %s (bind %s)" % (event.get("lcpu"), event.get("bcpu")), "mem": "%d MB" % size}
    resource = event["resource"]
    print("%s: %s %s" % (event["phase"], event["action"], what.get(resource, resource)), file=log, flush=True)


def main(words):
    refuses = words[:1] == ["-r"]
    rest = words[1:] if refuses else words
    log = open(rest[0], "a") if rest else sys.stdout
    signal.pthread_sigmask(signal.SIG_BLOCK, {SIGRECONFIG})
    signal.signal(SIGRECONFIG, lambda number, frame: None)
    print("ready", file=log, flush=True)
    while True:
        signal.sigwaitinfo({SIGRECONFIG})
        event = query()
        if event is None:
            continue
        adapt(log, event)
        refusing = refuses and event["phase"] == "check" and event["action"] == "remove" and event["force"] == "0"
        answer(event, refusing)


if __name__ == "__main__":
    main(sys.argv[1:])
