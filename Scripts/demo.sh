#!/bin/sh
# Builds the demo repository and runs cvgit in it. Usage: Scripts/demo.sh FOLDER CVGIT
set -eu
folder=$1
program=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")

rm -rf "$folder"
"$(dirname "$0")/../Examples/build-history.sh" "$folder" >/dev/null
cd "$folder"
folder=$PWD

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

# The demo includes a snapshot from the end of 2024, created without output.
git config user.name "$(git log -1 --format=%an)"
git config user.email "$(git log -1 --format=%ae)"
"$program" snapshot --for "A faculty search" --at v2024 --date 2024-12-31 --quiet >/dev/null

echo "A career in $(git rev-list --count HEAD) commits, reconstructed from one CV: $folder"
run validate
run diff v2024..HEAD

printf '\nThe changelog of every year.\n'
run changelog

printf '\nAn invalid record: the status of a paper is misspelled in the work tree.\n'
sed -i.bak 's/^status: Accepted/status: Acepted/' cv/publications/nonlinearsolve-jl.yaml
rm -f cv/publications/nonlinearsolve-jl.yaml.bak
run validate || true
git checkout -q -- cv

printf '\nA snapshot of what is sent today: records, documents and every hash, in a tag.\n'
show snapshot --for "A postdoc in Kyoto" --date 2025-11-20
name=$("$program" snapshot --for "A postdoc in Kyoto" --date 2025-11-20)
printf '%s\n' "$name"
run snapshot show "$name"
run snapshot verify
sent=$folder/.git/sent.zip
run snapshot export "$name" -o "$sent"
printf 'the files to send: %s\n' "$sent"
git cat-file -e "$name:rendered/cv.pdf" 2>/dev/null ||
  printf "no PDF, because Typst is not installed: run 'make setup-pdf', then 'make demo' again\n"

printf '\nWhat has changed since the CV was sent in 2024.\n'
run snapshot list
run snapshot diff 2024-12-31
