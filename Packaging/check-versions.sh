#!/bin/sh
# Checks that every file with a version of cvgit has the program's own, and prints it.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/.*static let text = "\([0-9][0-9.]*\)".*/\1/p' Sources/CVGitCLI/CVGitCommand.swift)
[ -n "$version" ] || { echo 'error: CVGitCommand.swift has no version' >&2; exit 1; }
status=0
expect() {
  # FILE PATTERN: the pattern must match, and each match must be followed by this version.
  found=$(grep -ohE "$2[0-9]+(\.[0-9]+)+" "$1" | sed -E "s/^.*[^0-9.]([0-9.]+)$/\1/" | sort -u)
  if [ "$found" != "$version" ]; then
    echo "error: expected version $version in $1 after \"$2\", found \"$found\"" >&2
    status=1
  fi
}
expect pyproject.toml '^version = "'
expect pyproject.toml 'cvgit=='
expect action.yml 'CVGIT_VERSION: "'
# The newest release is the first.
newest=$(sed -n 's/^## cvgit \([0-9][0-9.]*\).*/\1/p' RELEASES.md | head -n 1)
if [ "$newest" != "$version" ]; then
  echo "error: expected version $version in the first heading of RELEASES.md, found \"$newest\"" >&2
  status=1
fi
expect docs/hooks.md 'rev: v'
expect docs/pull-requests.md 'cvgit@v'
expect docs/pull-requests.md 'cvgit=='
# Versions in any other page must be this one, too.
others=$(grep -onE '(rev: v|cvgit@v|cvgit==|cvgit-)[0-9]+(\.[0-9]+)+' README.md docs/*.md | grep -v "[^0-9.]$version\$" || :)
[ -z "$others" ] || { printf 'error: not version %s:\n%s\n' "$version" "$others" >&2; status=1; }
[ "$status" -eq 0 ] && echo "$version"
exit "$status"
