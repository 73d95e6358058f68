#!/bin/sh
# Checks that the work tree is clean and at the tag of the program's version, and prints that version.
set -eu
cd "$(dirname "$0")/.."

version=$(Packaging/check-versions.sh)
if [ -n "$(git status --porcelain)" ]; then
  echo 'error: the work tree has changes that are not committed' >&2
  exit 1
fi
tag=$(git describe --tags --match "v$version" --always)
if [ "$tag" != "v$version" ]; then
  echo "error: expected HEAD at the tag v$version, found $tag" >&2
  echo "hint: git tag --annotate v$version" >&2
  exit 1
fi
echo "$version"
