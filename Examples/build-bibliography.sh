#!/bin/sh
# Builds the example bibliography as a git repository. Usage: Examples/build-bibliography.sh DIR
# DIR must be new or empty. Commit IDs are the same on every run and machine.
set -eu

fail() {
  printf 'build-bibliography: %s\n' "$1" >&2
  exit 2
}

[ $# -eq 1 ] && [ -n "$1" ] || fail 'expected one argument: the folder to build in'
versions=$(cd -- "$(dirname -- "$0")/bibliography" && pwd)
[ ! -e "$1" ] || [ -d "$1" ] || fail "'$1' is not a folder"
mkdir -p -- "$1" || fail "cannot create '$1'"
dir=$(cd -- "$1" && pwd)
[ -z "$(ls -A -- "$dir")" ] || fail "'$1' is not empty"

# Runs git without the user's environment, configuration, hooks and clock.
when=''
git() {
  env -i PATH="$PATH" HOME="$dir/.git" LC_ALL=C \
    GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_DEFAULT_REF_FORMAT=files \
    GIT_AUTHOR_NAME='Maya Okafor' GIT_AUTHOR_EMAIL=maya@example.org GIT_AUTHOR_DATE="$when" \
    GIT_COMMITTER_NAME='Maya Okafor' GIT_COMMITTER_EMAIL=maya@example.org GIT_COMMITTER_DATE="$when" \
    git -C "$dir" -c gc.auto=0 "$@"
}

git init --quiet --template= --object-format=sha1 --initial-branch=main
number=0
while read -r day subject; do
  number=$((number + 1))
  when="${day}T12:00:00+0000"
  cp "$versions/$number.bib" "$dir/publications.bib"
  git add publications.bib
  git commit --quiet --message "$subject"
done <"$versions/log.txt"
