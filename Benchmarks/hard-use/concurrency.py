#!/usr/bin/env python3
"""Runs cvgit at the same time as git's writers and as other runs of cvgit.

Usage: Benchmarks/hard-use/concurrency.py [--binary PATH] [--rounds N]

Each round starts the programs of a case at once, in one repository. Nothing may be lost,
`git fsck --strict` must find nothing, and no command may fail except a writer that reports that
another one is writing. Prints a row per case, and exits with 1 on a fault.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from cases import Repository, paper
from hostile import environment

TOP = Path(__file__).resolve().parent.parent.parent
BUSY = (b"another cvgit is writing", b"was changed by another program in the meantime", b"is locked", b".lock")


class Career:
    def __init__(self, folder, binary):
        folder.mkdir()
        self.variables, self.binary = environment(folder.parent), binary
        self.repository = Repository(folder, self.variables)
        self.folder, self.commits = folder, 2

    def start(self, *command):
        return command, subprocess.Popen(
            [part.replace("{cvgit}", self.binary) for part in command], cwd=self.folder, env=self.variables,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)

    def change(self, number):
        self.repository.write(f"cv/publications/p-{number}.yaml", paper(f"Notes {number}"))
        self.repository.git("add", "cv")
        self.commits += 1
        return self.start("git", "commit", "--quiet", "--message", f"Paper {number}")


def readers(career):
    return [career.start("{cvgit}", *words) for words in (
        ["diff", "HEAD~1..HEAD"], ["log"], ["validate", "--at", "HEAD"], ["changelog"], ["render", "--at", "HEAD", "--format", "text"])]


def beside_git_commit(career, number):
    return [career.change(number), *readers(career), career.start("{cvgit}", "validate", "--staged")]


def beside_git_gc(career, number):
    career.change(number)[1].wait()
    return [career.start("git", "gc", "--quiet", "--prune=now"), *readers(career)]


def beside_git_repack(career, number):
    career.change(number)[1].wait()
    return [career.start("git", "repack", "-a", "-d", "-q"), *readers(career)]


def two_snapshots(career, number):
    return [career.start("{cvgit}", "snapshot", "--for", f"Round {number}", "--at", "HEAD", "--date", "2024-03-01") for _ in range(2)]


def two_edits_of_one_record(career, number):
    return [career.start("{cvgit}", "set", "publications/a", f"note=Words {number} {side}") for side in ("left", "right")]


def a_snapshot_beside_git_gc(career, number):
    return [career.start("{cvgit}", "snapshot", "--for", f"Gc {number}", "--at", "HEAD", "--date", "2024-03-01"),
            career.start("git", "gc", "--quiet")]


CASES = [beside_git_commit, beside_git_gc, beside_git_repack, two_snapshots, two_edits_of_one_record, a_snapshot_beside_git_gc]


def run_case(career, case, rounds):
    """The faults of all rounds, and how often a writer gave way to another one."""
    faults, busy = [], 0
    for number in range(rounds):
        for command, process in case(career, number):
            output, errors = process.communicate(timeout=120)
            if process.returncode == 0:
                continue
            if process.returncode == 2 and any(words in errors for words in BUSY) and command[1] in ("set", "snapshot"):
                busy += 1
                continue
            faults.append(f"{number}: {' '.join(command)} ended with {process.returncode}: {(errors or output)[:300]!r}")
    return faults, busy


def lost(career, case, rounds):
    """What a case should have left, but is missing."""
    git = career.repository.git
    faults = []
    if case in (beside_git_commit, beside_git_gc, beside_git_repack):
        if int(git("rev-list", "--count", "HEAD")) != career.commits:
            faults.append("commits are missing")
    if case in (two_snapshots, a_snapshot_beside_git_gc):
        names = git("tag", "--list", "snapshot/*").split()
        wanted = rounds * (2 if case is two_snapshots else 1)
        if len(names) < wanted:
            faults.append(f"{len(names)} snapshots of {wanted}")
        run = subprocess.run([career.binary, "snapshot", "verify"], cwd=career.folder, env=career.variables, capture_output=True)
        if run.returncode:
            faults.append(f"verify: {(run.stdout + run.stderr)[-300:]!r}")
    if case is two_edits_of_one_record:
        text = (career.folder / "cv/publications/a.yaml").read_text()
        if f"note: Words {rounds - 1} " not in text:
            faults.append("the last edit is lost")
    fsck = subprocess.run(["git", "fsck", "--strict", "--no-dangling"], cwd=career.folder, env=career.variables, capture_output=True)
    if fsck.returncode or b"error" in fsck.stderr:
        faults.append(f"fsck: {fsck.stderr[:300]!r}")
    return faults


def main():
    parser = argparse.ArgumentParser(description="Runs cvgit beside other writers.")
    parser.add_argument("--binary", default=str(TOP / ".build/release/cvgit"))
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    isFaulty = False
    print("| case | rounds | gave way | faults |\n| --- | --- | --- | --- |")
    for case in CASES:
        with tempfile.TemporaryDirectory(prefix="cvgit-beside-") as scratch:
            career = Career(Path(scratch) / "repository", str(Path(options.binary).resolve()))
            faults, busy = run_case(career, case, options.rounds)
            faults += lost(career, case, options.rounds)
        print(f"| {case.__name__.replace('_', ' ')} | {options.rounds} | {busy} | {len(faults)} |", flush=True)
        for fault in faults[:10]:
            isFaulty = True
            print(f"  {fault}", file=sys.stderr)
    return 1 if isFaulty else 0


if __name__ == "__main__":
    sys.exit(main())
