"""Generates histories of a CV for the benchmarks, the same to the byte each time.

A career is a stream for `git fast-import`: every commit adds, edits, renames or removes one to three
records, and `cvgit validate` accepts each state. Only `Random.random()` is used, whose sequence
Python promises not to change.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import records
import words

FIRST_YEAR, LAST_YEAR = 2011, 2025

# Entries at HEAD, commits, records of people, entries that never change.
SIZES = {
    "person": (300, 1500, 20, 0),
    "group": (3000, 20000, 120, 0),
    "person-doubled": (300, 1500, 20, 36),
    "group-doubled": (3000, 20000, 120, 800),
}


def git_environment():
    """git without the user's settings, on which commit IDs and timings would depend."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment.update(
        GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL="/dev/null", LC_ALL="C", TZ="UTC",
        GIT_PAGER="cat", GIT_OPTIONAL_LOCKS="0")
    return environment


class Career:
    """The current records, and the files that the commit in progress changes."""

    def __init__(self, name):
        self.entries_at_head, self.commits, people, self.extra = SIZES[name]
        self.is_group = name.startswith("group")
        self.writer = records.Writer(random.Random(2011), self.is_group)
        self.people = people
        self.live = []
        self.changes = {}

    def put(self, entry):
        self.changes[entry.path] = entry.text()

    def begin(self):
        """The first commit: the document, the profile, the people, a tenth of the entries."""
        writer = self.writer
        self.changes["cv/cv.yaml"] = writer.document()
        self.changes["cv/profile.yaml"] = writer.profile()
        for path, text in writer.people_records(self.people):
            self.changes[path] = text
        # One of each kind first: a section without entries is a finding.
        for kind in records.KINDS:
            self.add(FIRST_YEAR, kind)
        while len(self.live) < self.entries_at_head // 10:
            self.add(FIRST_YEAR)
        # Drawn from a separate random source, so that everything else is the same without them.
        unchanging = records.Writer(random.Random(1789), self.is_group, suffix="-kept")
        for _ in range(self.extra):
            self.put(unchanging.entry(FIRST_YEAR - 1))

    def add(self, year, kind=None):
        entry = self.writer.entry(year, kind)
        self.live.append(entry)
        self.put(entry)

    def choose(self):
        """Prefers recent entries: 3 of 4 edits in a group, 1 of 4 for a person."""
        writer, count = self.writer, len(self.live)
        recent = max(1, count // 10)
        is_recent = writer.chance(0.76 if self.is_group else 0.25)
        index = writer.below(recent if is_recent else count)
        return self.live[count - 1 - index]

    def step(self, number, year):
        """Makes the changes of one commit; returns its message."""
        writer = self.writer
        last = self.commits - 1
        target = self.entries_at_head * (last + 9 * number) // (10 * last)
        subjects = []
        for _ in range(1 + writer.chance(0.35) + writer.chance(0.15)):
            if len(self.live) < target:
                self.add(year)
                subjects.append(f"add {self.live[-1].path}")
            elif writer.chance(0.004) and self.remove():
                subjects.append("remove an entry")
            elif writer.chance(0.01):
                self.changes["cv/profile.yaml"] = writer.profile()
                subjects.append("citations")
            else:
                subjects.append(self.edit(year))
        return "\n\n".join(subjects[:2])

    def remove(self):
        entry = self.choose()
        if entry.kind not in ("presentations", "mentoring"):
            return False
        self.live.remove(entry)
        for paper in self.writer.papers:
            if entry in paper.mentioned_by:
                paper.mentioned_by.remove(entry)
        self.changes[entry.path] = None
        return True

    def edit(self, year):
        entry = self.choose()
        old_path = entry.path
        said = self.writer.edit(entry, year)
        if entry.path != old_path:
            self.changes[old_path] = None
            for other in entry.mentioned_by:
                other.fields["publication"] = f"publications/{entry.id}"
                self.put(other)
        self.put(entry)
        return f"{said} {entry.path}"


def stream(name, out):
    """Writes the whole history for `git fast-import`."""
    career = Career(name)
    start = datetime(FIRST_YEAR, 1, 1, 9, tzinfo=timezone.utc).timestamp()
    end = datetime(LAST_YEAR, 12, 30, 18, tzinfo=timezone.utc).timestamp()
    previous_year = FIRST_YEAR
    for number in range(career.commits):
        seconds = int(start + (end - start) * number / (career.commits - 1))
        year = datetime.fromtimestamp(seconds, timezone.utc).year
        if year != previous_year:
            tag(out, previous_year, seconds - 1)
            previous_year = year
        if number == 0:
            career.begin()
            message = "The CV as it stood"
        else:
            message = career.step(number, year)
        commit(out, message, seconds, career.changes)
        career.changes = {}
    tag(out, previous_year, int(end) + 1)


def commit(out, message, seconds, changes):
    who = f"Ada Bench <ada@example.org> {seconds} +0000"
    lines = [f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n{data(message)}"]
    for path, text in changes.items():
        lines.append(f"D {path}\n" if text is None else f"M 644 inline {path}\n{data(text)}")
    out.write("".join(lines).encode())


def tag(out, year, seconds):
    out.write(
        f"tag v{year}\nfrom refs/heads/main\n"
        f"tagger Ada Bench <ada@example.org> {seconds} +0000\n{data(f'The end of {year}')}".encode())


def data(text):
    return f"data {len(text.encode())}\n{text}\n"


def make(name, folder):
    """The repository of a history; generated if it is missing or its generator has changed."""
    sources = [__file__, records.__file__, words.__file__]
    stamp = hashlib.sha256(b"".join(Path(path).read_bytes() for path in sources)).hexdigest()
    repository, stamped = folder / name, folder / f"{name}.stamp"
    if stamped.exists() and stamped.read_text() == stamp:
        return repository
    print(f"making the history {name} …", file=sys.stderr)
    shutil.rmtree(repository, ignore_errors=True)
    repository.mkdir(parents=True)

    def git(*arguments, **options):
        return subprocess.run(
            ["git", *arguments], cwd=repository, check=True, env=git_environment(), **options)

    git("init", "--quiet", "--initial-branch=main")
    importer = subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=repository, stdin=subprocess.PIPE,
        env=git_environment())
    stream(name, importer.stdin)
    importer.stdin.close()
    if importer.wait() != 0:
        sys.exit("git fast-import failed")
    git("-c", "pack.threads=2", "gc", "--quiet")
    git("reset", "--quiet", "--hard")
    if name == "person":
        stage_one(repository, git)
    stamped.write_text(stamp)
    return repository


def stage_one(repository, git):
    """Edits and stages one record, as a hook finds it."""
    record = min((repository / "cv/publications").iterdir())
    record.write_text(record.read_text() + "x-status: staged\n")
    git("add", "--all")


if __name__ == "__main__":
    stream(sys.argv[1], sys.stdout.buffer)
