#!/bin/sh
# Checks that a release build renders this repository's CV as the goldens of the tests have it,
# and runs without /proc, because it is linked differently (static-link.sh, small-foundation.sh).
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

# In a root without /proc, if the program is static and this user may enter one.
enter=
if [ "$(id -u)" -eq 0 ]; then
  enter=chroot
elif unshare --user --map-root-user true 2>/dev/null; then
  enter='unshare --user --map-root-user chroot'
fi
if [ -n "$enter" ] && ! ldd "$1" >/dev/null 2>&1; then
  empty=$(mktemp -d)
  trap 'rm -rf -- "$empty"' EXIT
  cp "$1" "$empty/cvgit"
  if [ "$($enter "$empty" /cvgit --version)" != "$("$1" --version)" ]; then
    echo 'error: the release build does not run without /proc' >&2
    exit 1
  fi
fi
