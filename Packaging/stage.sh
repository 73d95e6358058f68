#!/bin/sh
# Creates the tree of installed files. Usage: Packaging/stage.sh PROGRAM FOLDER
# The stripped program and cvgit-forge go to FOLDER/bin, manual pages and completions go to FOLDER/share.
set -eu

[ $# -eq 2 ] || { echo "usage: $0 CVGIT FOLDER" >&2; exit 2; }
program=$1
folder=$2
share=$folder/share
pages=$(mktemp -d)
trap 'rm -rf -- "$pages"' EXIT

"$(dirname "$0")/../Scripts/man-pages.sh" "$program" "$pages/man"
install -d "$folder/bin" "$share/man/man1" "$share/bash-completion/completions" \
  "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
install -s -m 755 "$program" "$folder/bin/cvgit"
install -m 755 "$(dirname "$0")/cvgit-forge" "$folder/bin/cvgit-forge"
install -m 644 "$pages"/man/*.1 "$share/man/man1"
for shell in bash zsh fish; do "$program" completions "$shell" >"$pages/$shell"; done
install -m 644 "$pages/bash" "$share/bash-completion/completions/cvgit"
install -m 644 "$pages/zsh" "$share/zsh/site-functions/_cvgit"
install -m 644 "$pages/fish" "$share/fish/vendor_completions.d/cvgit.fish"
