#!/bin/sh
# Compares what a release build makes of this repository's CV with what the tests hold a debug build to: the release is
# linked otherwise (static-link.sh, small-foundation.sh). Usage: Scripts/check-release.sh BINARY
set -eu
golden=Tests/CVRenderingTests/Document/Golden

for format in html:html markdown:md text:txt json-resume:json bibtex:bib; do
  if ! "$1" render --format "${format%:*}" | cmp -s - "$golden/avik-pal.${format#*:}"; then
    echo "error: the release build renders ${format%:*} otherwise than the tests have it" >&2
    echo "hint: where cv/ was changed on purpose, record the tests' files anew (CONTRIBUTING.md)" >&2
    exit 1
  fi
done
