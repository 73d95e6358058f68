#!/bin/sh
# Lays out the demo repository in FOLDER and runs PROGRAM on it.
set -eu
folder=$1
program=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")

rm -rf "$folder"
"$(dirname "$0")/../Examples/build-history.sh" "$folder" >/dev/null
cd "$folder"

show() {
  printf '\n$ cvgit'
  for argument in "$@"; do
    case $argument in *' '*) printf ' "%s"' "$argument" ;; *) printf ' %s' "$argument" ;; esac
  done
  printf '\n'
}
run() {
  show "$@"
  "$program" --no-pager "$@"
}

echo "A career in $(git rev-list --count HEAD) commits, reconstructed from one CV: $folder"
run validate
run diff v2024..HEAD

printf '\nWhat a broken record gets: the status of a paper is misspelled in the work tree.\n'
sed -i.bak 's/^status: Accepted/status: Acepted/' cv/publications/nonlinearsolve-jl.yaml
rm -f cv/publications/nonlinearsolve-jl.yaml.bak
run validate || true
git checkout -q -- cv

printf '\nWhat was sent at the end of 2024, kept for good, and what they have not seen yet.\n'
git config user.name "$(git log -1 --format=%an)"
git config user.email "$(git log -1 --format=%ae)"
run snapshot --for "A faculty search" --at v2024 --date 2024-12-31
run snapshot list
run snapshot diff 2024-12-31-a-faculty-search
