#!/usr/bin/env python3
"""Measures how the time and memory of each command grow with the number of entries and of commits.

Usage: Benchmarks/hard-use/scale.py [--binary PATH] [--only WORDS]

Generates two series of histories in `.build/bench`: 3,000, 10,000 and 30,000 entries in 400 commits,
and 2,000, 20,000 and 200,000 commits of 300 entries. Prints for each command the CPU seconds, the peak
memory, and the exponent between the first and the last: 1 is linear, 2 is quadratic. Exits with 1 if
an exponent is over 1.3 and the command takes more than a second.
"""

import argparse
import math
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOP / "Benchmarks"))
import history

# A history begins with a tenth of its entries, and 400 commits add only a few.
ENTRIES = {f"entries-{count}": (10 * count, 400, 120, 0) for count in (3_000, 10_000, 30_000)}
COMMITS = {f"commits-{count}": (300, count, 20, 0) for count in (2_000, 20_000, 200_000)}
COMMANDS = {
    "entries": [
        ["validate"], ["validate", "--at", "HEAD"], ["validate", "--staged"], ["diff", "v2012..HEAD"], ["diff"], ["log"], ["changelog"],
        ["show", "publications"], ["render", "--format", "text"], ["render", "--format", "html"], ["render", "--format", "bibtex"],
        ["render", "--format", "json-resume"], ["fmt", "--check"],
    ],
    "commits": [["diff", "v2012..HEAD"], ["log"], ["log", "{entry}"], ["blame", "{entry}"], ["changelog"], ["changelog", "v2024..HEAD"]],
}
LARGEST_EXPONENT = 1.3


def measure(binary, repository, command):
    """CPU seconds, peak memory in MB and exit status of a run."""
    process = subprocess.Popen(
        [binary, "-C", str(repository), *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL, env=history.git_environment())
    process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def an_entry(repository):
    record = min((repository / "cv/publications").rglob("*.yaml"))
    return f"publications/{record.stem}"


def main():
    parser = argparse.ArgumentParser(description="Measures how the commands grow.")
    parser.add_argument("--binary", default=str(TOP / ".build/release/cvgit"))
    parser.add_argument("--only", default="", help="commands that hold these words")
    parser.add_argument("--axis", choices=["entries", "commits"], help="one of the two alone")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())
    history.SIZES.update(ENTRIES | COMMITS)
    isSlow = False
    for axis, sizes in (("entries", ENTRIES), ("commits", COMMITS)):
        if options.axis not in (None, axis):
            continue
        counts = [int(name.split("-")[1]) for name in sizes]
        places = [history.make(name, TOP / ".build/bench") for name in sizes]
        print(f"| {axis} | " + " | ".join(f"{count:,}" for count in counts) + " | exponent |")
        print("| --- " * (len(counts) + 2) + "|")
        for command in COMMANDS[axis]:
            if options.only not in " ".join(command):
                continue
            runs = [measure(binary, place, [word.replace("{entry}", an_entry(place)) for word in command]) for place in places]
            exponent = math.log(runs[-1][0] / max(runs[0][0], 0.001)) / math.log(counts[-1] / counts[0])
            cells = [f"{cpu:.2f} s, {memory:.0f} MB" + (f" ({status})" if status > 1 or status < 0 else "") for cpu, memory, status in runs]
            print(f"| {' '.join(command)} | " + " | ".join(cells) + f" | {exponent:.2f} |", flush=True)
            isSlow |= exponent > LARGEST_EXPONENT and runs[-1][0] > 1 or any(status not in (0, 1) for _, _, status in runs)
        print()
    return 1 if isSlow else 0


if __name__ == "__main__":
    sys.exit(main())
