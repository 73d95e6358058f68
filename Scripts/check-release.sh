#!/bin/sh
# Checks that a release build renders this repository's CV as the goldens of the tests have it,
# because it is linked differently (static-link.sh, small-foundation.sh).
# Usage: Scripts/check-release.sh CVGIT
set -eu
golden=Tests/CVRenderingTests/Document/Golden

for format in html:html markdown:md text:txt json-resume:json bibtex:bib; do
  if ! "$1" render --format "${format%:*}" | cmp -s - "$golden/avik-pal.${format#*:}"; then
    echo "error: the release build does not render ${format%:*} as in $golden" >&2
    echo "hint: if you changed cv/, record the goldens again (Tests/README.md)" >&2
    exit 1
  fi
done
