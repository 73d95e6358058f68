#!/bin/sh
# Prints THIRD-PARTY-LICENSES: the licences of everything in the release binary, from the packages
# with which it is built on Debian 12. Run it again when one of them changes:
# Packaging/third-party-licenses.sh >THIRD-PARTY-LICENSES
set -eu
cd "$(dirname "$0")/.."

rule='================================================================================'
title() { printf '\n%s\n%s\n%s\n\n' "$rule" "$1" "$rule"; }
# The text without signatures and trailing spaces.
text() { sed 's/[[:space:]]*$//' "$1"; }

swift=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
checkouts=.build/checkouts

cat <<'END'
The release binary of cvgit is linked statically and holds parts of the programs below. Its own licence is MIT (see
LICENSE). The sources of these parts are in Debian 12 (https://snapshot.debian.org), on https://www.swift.org, and in the
repositories named below.

The GNU C Library is under the LGPL, version 2.1 or later. You may link the binary again with a modified version:
the complete source of cvgit and the script that links it ("make release") are public.

libgit2 is under the GPL, version 2, with an exception: linking with it gives "unlimited permission" to distribute the
result without the restrictions of the GPL.

libgcc and libstdc++ are under the GPL, version 3, with the GCC Runtime Library Exception.
END
for package in libgit2-1.5:libgit2 libmbedcrypto7:mbedTLS libpcre2-8-0:PCRE2 libhttp-parser2.9:http-parser \
  zlib1g:zlib libyaml-0-2:libyaml libc6:"the GNU C Library" libgcc-s1:"libgcc and libstdc++"; do
  title "${package#*:} (Debian package ${package%%:*})"
  text "/usr/share/doc/${package%%:*}/copyright"
done
title "Swift: the runtime, the standard library, Dispatch and FoundationEssentials (https://www.swift.org)"
text "$swift/share/swift/LICENSE.txt"
for package in swift-argument-parser:https://github.com/apple/swift-argument-parser \
  swift-mustache:https://github.com/hummingbird-project/swift-mustache; do
  title "${package%%:*} (${package#*:})"
  text "$checkouts/${package%%:*}/LICENSE.txt" 2>/dev/null || text "$checkouts/${package%%:*}/LICENSE"
done
for license in Apache-2.0 LGPL-2.1 GPL-2 GPL-3; do
  title "The full text of $license, which is referred to above"
  text "/usr/share/common-licenses/$license"
done
