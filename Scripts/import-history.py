#!/usr/bin/env python3
"""Imports a file version after version along its history, with random edits by hand in between.

Usage: Scripts/import-history.py CVGIT REPOSITORY PATH [SEED]

For each commit that changed PATH, the records are edited, and the file is imported. Checks that no edit is lost and no
change of the file is missed: each is in the records afterwards, or is listed as a conflict. Conflicts are settled for the
records, and what is gone from the file is pruned. Every import is run twice; the second one must change no byte. Exits
with 1 if a check fails.
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile


def run(*arguments, folder=None, allowed=(0,)):
    result = subprocess.run(arguments, cwd=folder, capture_output=True, text=True)
    if result.returncode not in allowed:
        sys.exit(f"{' '.join(arguments)}: {result.stdout}{result.stderr}")
    return result


def fields(text):
    """The top-level keys of a record with their lines."""
    found, key = {}, None
    for line in text.splitlines():
        match = re.match(r"([A-Za-z][\w-]*):", line)
        if match:
            key = match.group(1)
            found[key] = line
        elif key:
            found[key] += "\n" + line
    return found


def records(cv):
    return {path.relative_to(cv).as_posix(): path.read_text()
            for path in sorted(cv.glob("publications/*.yaml"))}


def everything(cv):
    return {path.relative_to(cv).as_posix(): path.read_bytes()
            for path in sorted(cv.rglob("*")) if path.is_file()}


class Edits:
    """Edits as people make them: a field set, a tag, a comment, another order, quotes."""

    def __init__(self, chance):
        self.chance = chance
        self.number = 0

    def edit(self, cv):
        """Edits some records; returns what each must hold afterwards."""
        expected = []
        paths = sorted(cv.glob("publications/*.yaml"))
        for path in self.chance.sample(paths, min(len(paths), self.chance.randint(4, 12))):
            self.number += 1
            text = path.read_text()
            mark = f"edit-{self.number}"
            kind = self.chance.choice(["note", "venue", "title", "tags", "comment", "pages", "remove"])
            if kind == "comment":
                path.write_text(f"# {mark}\n{text}")
            elif kind == "tags":
                line = re.search(r"^tags: \[(.*)\]$", text, re.M)
                path.write_text(text.replace(line.group(0), f"tags: [{line.group(1)}, {mark}]")
                                if line else text + f"tags: [{mark}]\n")
            elif kind == "remove":
                line = re.search(r"^(volume|issue|publisher): .*\n", text, re.M)
                if not line:
                    continue
                path.write_text(text.replace(line.group(0), "", 1))
                expected.append((path.name, line.group(1), None))
                continue
            elif re.search(rf"^{kind}: [^|].*$", text, re.M):
                path.write_text(re.sub(rf"^{kind}: [^|].*$", f"{kind}: Mine {mark}", text, count=1, flags=re.M))
            elif kind in fields(text):
                continue
            else:
                path.write_text(text + f"{kind}: Mine {mark}\n")
            expected.append((path.name, kind, mark))
        return expected


def main():
    program, repository, path = sys.argv[1:4]
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    program = str(pathlib.Path(program).resolve())
    chance = random.Random(seed)
    edits = Edits(chance)
    commits = run("git", "-C", repository, "log", "--first-parent", "--reverse", "--format=%H", "--", path)
    versions = [run("git", "-C", repository, "show", f"{commit}:{path}", allowed=(0, 128)).stdout
                for commit in commits.stdout.split()]
    versions = [version for version in versions if version]
    lost, missed, torn, changes, conflicts, made = [], [], 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as mine, tempfile.TemporaryDirectory() as fresh:
        work = pathlib.Path(mine)
        run("git", "init", "-q", folder=work)
        file = work / "refs.bib"
        file.write_text(versions[0])
        run(program, "init", "-q", "--from", "refs.bib", "--name", "The Owner", folder=work, allowed=(0, 1))
        cv = work / "cv"
        # The same file as records of its own, to know what changed in it.
        other = pathlib.Path(fresh)

        def alone(number):
            folder = other / str(number)
            folder.mkdir()
            run("git", "init", "-q", folder=folder)
            (folder / "refs.bib").write_text(versions[number])
            run(program, "init", "-q", "--from", "refs.bib", "--name", "The Owner", folder=folder, allowed=(0, 1))
            return {pathlib.PurePath(name).name: fields(text) for name, text in records(folder / "cv").items()}

        before = alone(0)
        for number in range(1, len(versions)):
            expected = edits.edit(cv)
            made += len(expected)
            file.write_text(versions[number])
            result = run(program, "import", "refs.bib", folder=work, allowed=(0, 1))
            said = result.stdout
            conflicts += sum(int(count) for count in re.findall(r"^(\d+) conflicts?:", said, re.M))
            now = {pathlib.PurePath(name).name: text for name, text in records(cv).items()}
            for name, field, mark in expected:
                text = now.get(name, "")
                kept = field not in fields(text) if mark is None else mark in text
                if not kept and f"publications/{name[:-5]}" not in said:
                    lost.append((number, name, field, mark))
            after = alone(number)
            for name, values in after.items():
                old = before.get(name)
                if old is None or name not in now:
                    continue
                for field, line in values.items():
                    if old.get(field) == line:
                        continue
                    changes += 1
                    held = fields(now[name]).get(field)
                    if held != line and f"publications/{name[:-5]}" not in said:
                        # A list that was edited holds what is new in it.
                        words = set(re.findall(r"\w+", line)) - set(re.findall(r"\w+", old.get(field, "")))
                        if not words <= set(re.findall(r"\w+", held or "")):
                            missed.append((number, name, field, line, held))
            before = after
            state = everything(cv)
            run(program, "import", "refs.bib", folder=work, allowed=(0, 1))
            if everything(cv) != state:
                torn += 1
            run(program, "import", "-q", "--ours", "--prune", "refs.bib", folder=work, allowed=(0, 1))
    print(f"{len(versions)} versions, {made} edits, {changes} changed fields in the file")
    print(f"{conflicts} conflicts, {len(lost)} edits lost, {len(missed)} changes missed, "
          f"{torn} repeated imports that changed something")
    for row in (lost + missed)[:20]:
        print("  ", *row)
    sys.exit(1 if lost or missed or torn else 0)


main()
