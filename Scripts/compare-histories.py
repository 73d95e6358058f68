#!/usr/bin/env python3
"""Compares the history of a CV kept as records with that of the same CV kept as a source, event by event.

Usage: Scripts/compare-histories.py CVGIT RECORDS SOURCE [PATH]

RECORDS and SOURCE are repositories; PATH is the source's file, if it has to be named. An event is an entry, an effect
and the fields that changed, on a day; days may differ by one. Prints the events that only one side has, and how many
agree; exits with 1 if an event of the records is missing in the source.
"""

import json
import subprocess
import sys
from collections import defaultdict
from datetime import date

# Fields that only one of the two formats has.
IGNORED = {"abstract", "key"}


def log(program, repository, *options):
    run = subprocess.run(
        [program, "-C", repository, *options, "log", "--only", "detail", "--format", "json"],
        capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{repository}: {run.stderr}")
    return json.loads(run.stdout)["commits"]


def status(change):
    for field in change.get("fields", []):
        if field["path"] == "status":
            return field["effect"], field.get("to")
    return None


def events(commits):
    """(kind of event, key, detail) -> days."""
    found = defaultdict(list)
    for commit in commits:
        for change in commit["changes"]:
            day = date.fromisoformat(commit["day"])
            key = change["id"].lower()
            if change["change"] != "modified":
                found[change["change"], key, None].append(day)
            else:
                if change.get("renamedFrom"):
                    found["renamed", key, change["renamedFrom"].lower()].append(day)
                for field in change["fields"]:
                    name = field["path"]
                    if name.startswith("x-") or name in IGNORED:
                        continue
                    if name == "status":
                        found["status", key, str(field.get("to"))].append(day)
                    else:
                        found["field", key, name].append(day)
    return found


def unmatched(mine, theirs):
    missing = []
    for event, days in mine.items():
        rest = list(theirs.get(event, []))
        for day in days:
            near = next((other for other in rest if abs((other - day).days) <= 1), None)
            if near is None:
                missing.append((day, event))
            else:
                rest.remove(near)
    return sorted(missing, key=str)


def main():
    program, records, source = sys.argv[1:4]
    options = ["--source", sys.argv[4]] if len(sys.argv) > 4 else []
    old, new = events(log(program, records)), events(log(program, source, *options))
    total = sum(map(len, old.values()))
    missing, more = unmatched(old, new), unmatched(new, old)
    for title, rows in (("only in the records", missing), ("only in the source", more)):
        print(f"{title}: {len(rows)}")
        for day, (kind, key, detail) in rows:
            print(f"  {day} {kind} {key}" + (f" {detail}" if detail else ""))
    print(f"{total - len(missing)} of {total} events of the records are in the source")
    sys.exit(1 if missing else 0)


main()
