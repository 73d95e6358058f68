#!/bin/sh
# Writes the manual pages with swift-argument-parser's tool.
# Usage: Scripts/man-pages.sh CVGIT FOLDER
# Their date is that of the last commit, so that the same source gives the same pages.
set -eu

[ $# -eq 2 ] || { echo "usage: $0 CVGIT FOLDER" >&2; exit 2; }
program=$1
folder=$2
tools=.build/debug

${SWIFT:-swift} build --product generate-manual >/dev/null
day=$(git log -1 --format=%cs 2>/dev/null || date +%Y-%m-%d)
rm -rf -- "$folder"
mkdir -p -- "$folder"
"$tools/generate-manual" "$program" --multi-page --date "$day" --output-directory "$folder"
cd -- "$folder"
# Skip the commands that only cvgit and the shell call, and help, which every page contains.
rm -f cvgit.__complete.1 cvgit.propose.1 cvgit.help.1
# Name the pages as git does: "man cvgit-diff".
for page in cvgit*.1; do
  words=$(printf '%s' "${page%.1}" | tr . ' ')
  name=$(printf '%s' "${page%.1}" | tr . -)
  # In the NAME section as whatis reads it, in the synopsis as it is typed, and no empty lines, which mdoc does not allow.
  sed -e "s/^\.Dt .*/.Dt $(printf '%s' "$name" | tr '[:lower:]' '[:upper:]') 1/" -e "s/^\.Nm .*/.Nm $name/" \
    -e "s/^\.Nm\$/.Nm \"$words\"/" -e 's/^$/.Pp/' "$page" >"$name.new"
  rm -f -- "$page"
  mv -- "$name.new" "$name.1"
done
