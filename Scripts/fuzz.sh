#!/bin/sh
# Builds the fuzzer and runs one of its targets: Scripts/fuzz.sh TARGET RUNS [address|none]. The last says whether under
# AddressSanitizer, which takes two to five times as long. Needs Linux, whose Swift brings libFuzzer.
set -eu
cd "$(dirname "$0")/.."

target=$1 runs=$2 sanitizer=${3:-address}
case $sanitizer in
address) build=.build-fuzz flags="--sanitize address" ;;
none) build=.build-fuzz-plain flags= ;;
*) echo "error: SANITIZER is address or none, not $sanitizer" >&2 && exit 1 ;;
esac
swift=${SWIFT:-swift}
resources=$(dirname "$(dirname "$(readlink -f "$(command -v "$swift")")")")/lib/swift/clang/lib/linux
runtime=$resources/libclang_rt.fuzzer_no_main-$(uname -m).a
[ -e "$runtime" ] || { echo "error: this Swift has no libFuzzer: no $runtime" >&2; exit 1; }

# SwiftPM gives every program a main of its own, so libFuzzer's comes without one and is linked by hand.
# shellcheck disable=SC2086 # two words, or none
CVGIT_FUZZING=1 $swift build -c release $flags --scratch-path $build \
  --product cvgit-fuzz -Xswiftc -sanitize=fuzzer \
  -Xswiftc -Xclang-linker -Xswiftc -fno-sanitize=fuzzer \
  -Xlinker "$runtime" -Xlinker -lstdc++

[ "$target" != list ] || exec $build/release/cvgit-fuzz

# What these are given is short by nature, and long inputs only make them slow.
case $target in
values) length=128 ;;
revisions) length=256 ;;
diff-driver) length=512 ;;
record | diff) length=1024 ;;
*) length=4096 ;;
esac

# New inputs stay beside the builds; one that breaks something is named for its target.
inputs=.build-fuzz/inputs/$target
mkdir -p "$inputs"
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} \
  $build/release/cvgit-fuzz "$target" -runs="$runs" -max_len=$length -timeout=5 \
  -artifact_prefix=".build-fuzz/$target-" -print_final_stats=1 \
  "$inputs" "Tests/Fuzzing/Corpora/$target"
