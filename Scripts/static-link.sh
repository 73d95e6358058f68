#!/bin/sh
# Prints the options with which `swift build` links a static binary, which starts in a third of the
# time. If that does not work here, only the Swift libraries are linked statically.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/probe.c" <<'END'
#include <git2.h>
#include <gumbo.h>
#include <yaml.h>
int main(void) {
  yaml_parser_t parser;
  return git_libgit2_init() < 1 || !yaml_parser_initialize(&parser) || !gumbo_parse("");
}
END

# The libraries of libgit2, except those that Sources/Coffline/network.c replaces.
libraries=
for library in $(pkg-config --static --libs libgit2 yaml-0.1 gumbo) -lmbedcrypto; do
  case $library in
    -lssh2 | -lssl | -lcrypto | -lmbedtls | -lmbedx509) ;;
    *) libraries="$libraries $library" ;;
  esac
done

# shellcheck disable=SC2086 # $libraries is a list of options
if clang -static -fuse-ld=lld -o "$folder/probe" "$folder/probe.c" "$(dirname "$0")/../Sources/Coffline/network.c" \
  $(pkg-config --cflags libgit2 yaml-0.1 gumbo) $libraries 2>"$folder/faults" && "$folder/probe"; then
  printf '%s' '-Xswiftc -static-executable -Xswiftc -use-ld=lld'
  for library in $libraries; do printf ' %s %s' -Xlinker "$library"; done
  echo
else
  echo '--static-swift-stdlib'
fi
