#!/bin/sh
# Builds the example career as a git repository. Usage: Examples/build-history.sh DIR
# DIR must be new or empty. Commits and tags have the same IDs on every run and machine.
set -eu

fail() {
  printf 'build-history: %s\n' "$1" >&2
  exit 2
}

[ $# -eq 1 ] && [ -n "$1" ] || fail 'expected one argument: the folder to build in'
career=$(cd -- "$(dirname -- "$0")/career" && pwd)
[ ! -e "$1" ] || [ -d "$1" ] || fail "'$1' is not a folder"
mkdir -p -- "$1" || fail "cannot create '$1'"
dir=$(cd -- "$1" && pwd)
[ -z "$(ls -A -- "$dir")" ] || fail "'$1' is not empty"

# Runs git without the user's environment, configuration, hooks and clock. Patches contain dates.
when=''
git() {
  env -i PATH="$PATH" HOME="$dir/.git" LC_ALL=C \
    GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_DEFAULT_REF_FORMAT=files \
    GIT_AUTHOR_NAME='Avik Pal' GIT_AUTHOR_EMAIL=avikpal@mit.edu GIT_AUTHOR_DATE="$when" \
    GIT_COMMITTER_NAME='Avik Pal' GIT_COMMITTER_EMAIL=avikpal@mit.edu GIT_COMMITTER_DATE="$when" \
    git -C "$dir" -c gc.auto=0 -c advice.detachedHead=false "$@"
}

# apply NAME: make a commit of each patch in career/NAME.patch
apply() {
  git am --quiet --keep --committer-date-is-author-date "$career/$1.patch"
}

# tag NAME DATE MESSAGE
tag() {
  when=$2
  git tag --annotate --message "$3" "$1"
  when=''
}

# merge BRANCH DATE MESSAGE: always create a merge commit
merge() {
  when=$2
  git merge --quiet --no-ff --message "$3" "$1"
  when=''
}

git init --quiet --template= --object-format=sha1 --initial-branch=main
apply 2019
apply 2020
apply 2021
tag v2021 '2021-12-31T12:00:00-0500' 'The CV at the end of 2021'
apply 2022
tag v2022 '2022-12-31T12:00:00-0500' 'The CV at the end of 2022'
apply 2023
tag v2023 '2023-12-31T12:00:00-0500' 'The CV at the end of 2023'
apply 2024
tag v2024 '2024-12-31T16:10:00-0500' 'The CV at the end of 2024'
git checkout --quiet -b talks
apply 2025-2-talks
git checkout --quiet main
apply 2025-1-winter
merge talks '2025-03-10T10:26:00-0400' "Merge branch 'talks'

The talks of the spring, now that all three are given."
git branch --quiet --delete talks
apply 2025-3-after-the-merge
