#!/bin/sh
# Checks that CHANGELOG.md is current. Usage: Scripts/check-changelog.sh CVGIT
# Runs on a scratch clone, so that nothing here changes. A shallow clone is reported, not an error.
set -eu

[ $# -eq 1 ] || { echo "usage: $0 CVGIT" >&2; exit 2; }
cvgit=$(cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
top=$(cd -- "$(dirname -- "$0")/.." && pwd)

if [ "$(git -C "$top" rev-parse --is-shallow-repository)" = true ]; then
  echo 'skipped the check of CHANGELOG.md: this clone is shallow'
  exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
trap 'exit 130' INT TERM
git clone --quiet --no-local --no-hardlinks "$top" "$scratch/clone"
# The releases of cvgit itself (v0.1.0) are not releases of the CV (v2024).
git -C "$scratch/clone" tag --list 'v[0-9]*.[0-9]*.[0-9]*' |
  while read -r tag; do git -C "$scratch/clone" tag --delete "$tag" >/dev/null; done
"$cvgit" -C "$scratch/clone" changelog --check
