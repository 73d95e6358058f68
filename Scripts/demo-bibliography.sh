#!/bin/sh
# Builds the example bibliography and runs cvgit in it. Usage: Scripts/demo-bibliography.sh FOLDER CVGIT
set -eu
folder=$1
program=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")

rm -rf "$folder"
"$(dirname "$0")/../Examples/build-bibliography.sh" "$folder"
cd "$folder"
folder=$PWD

run() {
  printf '\n$ cvgit'
  printf ' %s' "$@"
  printf '\n'
  "$program" --no-pager "$@"
}

printf '\nA BibTeX file that stays where it is, without any configuration: %s\n' "$folder"
run diff HEAD~3..HEAD
run log
run validate
run render --format html -o cv.html
printf 'the page: %s/cv.html\n' "$folder"
