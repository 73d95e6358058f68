#!/usr/bin/env python3
"""Runs every reading command of cvgit in hostile and broken repositories.

Usage: Benchmarks/hard-use/hostile.py [--binary PATH] [--only WORDS]

Each run must end by itself within ten seconds with exit status 0, 1 or 2, print no control character
except line breaks and no bidirectional control character, and change nothing outside the repository.
If something is wrong, a line begins with "error:", or a finding names the file. Prints a row per case,
and exits with 1 on a fault.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
from cases import CASES

TOP = Path(__file__).resolve().parent.parent.parent
COMMANDS = [
    ["validate"], ["validate", "--at", "HEAD"], ["validate", "--staged"], ["validate", "--format", "github"],
    ["diff"], ["diff", "--staged"], ["diff", "HEAD~1..HEAD"], ["diff", "HEAD~1..HEAD", "--format", "markdown"],
    ["diff", "HEAD~1..HEAD", "--format", "json"], ["log"], ["log", "--format", "json"], ["show", "publications"],
    ["blame", "publications/a"], ["changelog"], ["changelog", "--format", "atom"], ["fmt", "--check"],
    ["render", "--format", "markdown"], ["render", "--at", "HEAD", "--format", "html"], ["render", "--format", "bibtex"],
    ["snapshot", "list"], ["snapshot", "--for", "X", "--at", "HEAD"], ["hooks", "status"],
]
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CRASHES = re.compile("Fatal error|Traceback|Sanitizer|Segmentation|precondition", re.I)


def faults_of(run, seconds, command):
    """The faults in how a command ended."""
    faults = []
    if run.returncode not in (0, 1, 2):
        faults.append(f"ended with {run.returncode}")
    if seconds > 10:
        faults.append(f"took {seconds:.1f} s")
    for name, stream in (("output", run.stdout), ("errors", run.stderr)):
        try:
            text = stream.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(f"{name} are not UTF-8")
            continue
        found = CONTROLS.search(text)
        if found:
            faults.append(f"{name} hold {found.group()!r}")
        if CRASHES.search(text) and run.returncode not in (0, 1, 2):
            faults.append(text.strip().splitlines()[-1][:200])
    if run.returncode == 2 and not run.stderr.startswith(b"error:") and b"\nerror:" not in run.stderr:
        faults.append("status 2 without an error's line")
    return [f"{' '.join(command)}: {fault}" for fault in faults]


def environment(home):
    day = "2024-03-01T09:00:00+0000"
    return {
        "PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": day,
        "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "LC_ALL": "C.UTF-8",
    }


def outside(scratch, repository):
    """Everything next to the repository, with its bytes."""
    found = {}
    for path in sorted(scratch.rglob("*")):
        if repository not in path.parents and path != repository and not path.is_dir():
            found[str(path)] = path.read_bytes() if path.is_file() else os.readlink(path)
    return found


def run_case(binary, name, make):
    """The faults of a case, the number of its runs, and the longest run."""
    scratch = Path(tempfile.mkdtemp(prefix="cvgit-hostile-"))
    try:
        repository = scratch / "repository"
        repository.mkdir()
        (scratch / "secret.yaml").write_text("title: do not read me\n")
        variables = environment(scratch)
        faults, runs, longest = [], 0, 0.0
        for commands in make(repository, variables):
            before = outside(scratch, repository)
            for command in commands or COMMANDS:
                start = time.monotonic()
                try:
                    run = subprocess.run(
                        [binary, "-C", str(repository), *command], capture_output=True, timeout=30, env=variables,
                        stdin=subprocess.DEVNULL)
                except subprocess.TimeoutExpired:
                    faults.append(f"{' '.join(command)}: did not end")
                    continue
                seconds = time.monotonic() - start
                runs, longest = runs + 1, max(longest, seconds)
                faults += faults_of(run, seconds, command)
                if b"do not read me" in run.stdout:
                    faults.append(f"{' '.join(command)}: told what stands outside")
            if outside(scratch, repository) != before:
                faults.append("wrote outside of the repository")
        return faults, runs, longest
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", str(scratch)], check=False)
        shutil.rmtree(scratch, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description="Runs cvgit in hostile repositories.")
    parser.add_argument("--binary", default=str(TOP / ".build/release/cvgit"))
    parser.add_argument("--only", default="", help="cases whose name holds these words")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())
    isFaulty = False
    print("| case | runs | longest | faults |\n| --- | --- | --- | --- |")
    for name, make in CASES:
        if options.only not in name:
            continue
        faults, runs, longest = run_case(binary, name, make)
        print(f"| {name} | {runs} | {longest:.2f} s | {len(faults)} |", flush=True)
        for fault in dict.fromkeys(faults):
            isFaulty = True
            print(f"  {fault}", file=sys.stderr)
    return 1 if isFaulty else 0


if __name__ == "__main__":
    sys.exit(main())
