#!/bin/sh
# Draws the pictures of README and docs from the demo repository. Run by hand when the output changes.
# Usage: Scripts/pictures.sh CVGIT. The page needs Typst ('make setup-pdf'), poppler-utils and pngquant.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
pictures=$here/../docs/pictures
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$here/../Examples/build-history.sh" "$folder/demo" >/dev/null
cd "$folder/demo"

# The first lines: the whole is longer than a screen.
COLUMNS=80 "$program" --no-pager --color always diff v2024..HEAD | sed -n '1,20p' |
  "$here/terminal-picture.py" 'cvgit diff v2024..HEAD' >"$pictures/diff.svg"

"$program" render -o "$folder/cv.pdf"
pdftoppm -r 110 -f 1 -l 1 -singlefile -png "$folder/cv.pdf" "$folder/page"
pngquant --force --strip --output "$pictures/page.png" 32 "$folder/page.png"
