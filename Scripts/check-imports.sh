#!/bin/sh
# Checks every import in Sources/ against the table in docs/architecture.md: SwiftPM accepts
# undeclared imports of transitive dependencies.
set -eu
cd "$(dirname "$0")/.."

# allowed TARGET: what it may import, besides the standard library and Foundation's essentials.
allowed() {
  case $1 in
    Text) echo "" ;;
    Git) echo "Text Clibgit2 Cmbedtls CommonCrypto Glibc Darwin" ;;
    YAML) echo "Clibyaml" ;;
    Gumbo) echo "Cgumbo" ;;
    CVModel) echo "Text YAML" ;;
    CVFormats) echo "Text CVModel YAML" ;;
    CVHistory) echo "Text Git YAML CVModel CVFormats" ;;
    CVRendering) echo "Text YAML CVModel CVHistory Gumbo Mustache" ;;
    CVGitCLI) echo "Text Git YAML CVModel CVFormats CVHistory CVRendering ArgumentParser Glibc Darwin" ;;
    cvgit) echo "CVGitCLI" ;;
    *) echo "error: the target $1 is not in Scripts/check-imports.sh" >&2; exit 1 ;;
  esac
}

status=0
for folder in Sources/*/; do
  target=$(basename "$folder")
  case $target in Clib* | Cgumbo | Cmbedtls | Coffline) continue ;; esac
  list=" $(allowed "$target") Foundation FoundationEssentials Synchronization Dispatch "
  for line in $(grep -rnE '^ *((public|package|internal|private|fileprivate) |@[A-Za-z_()]+ )*import ' \
      --include='*.swift' "$folder" | sed -E 's/^([^:]+:[0-9]+):.*import +([a-z]+ +)?([A-Za-z0-9_]+).*/\1=\3/'); do
    case $list in
      *" ${line#*=} "*) ;;
      *) echo "${line%=*}: error: $target may not import ${line#*=}" >&2; status=1 ;;
    esac
  done
done
exit $status
