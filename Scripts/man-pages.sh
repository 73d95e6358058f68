#!/bin/sh
# Writes the manual pages of PROGRAM into FOLDER with swift-argument-parser's own tool: Scripts/man-pages.sh PROGRAM FOLDER
# Their date is the last commit's, so that the same source gives the same pages.
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
# Plumbing that cvgit calls itself, and help, which every page is.
rm -f cvgit.__complete.1 cvgit.propose.1 cvgit.help.1
# As git names its pages: "man cvgit-diff".
for page in cvgit.*.1; do
  case $page in cvgit.1) continue ;; esac
  name=$(printf '%s' "${page%.1}" | tr . -)
  mv -- "$page" "$name.1"
done
