#!/bin/sh
# Builds the fuzzer and runs one target. Usage: Scripts/fuzz.sh TARGET RUNS [address|none]
# The last argument selects AddressSanitizer, two to five times as slow, or no sanitizer.
# Needs Linux, whose Swift toolchain includes libFuzzer.
set -eu
cd "$(dirname "$0")/.."

target=$1 runs=$2 sanitizer=${3:-address}
case $sanitizer in
address) build=.build-fuzz flags="--sanitize address" ;;
none) build=.build-fuzz-plain flags= ;;
*) echo "error: SANITIZER: expected address or none, found \"$sanitizer\"" >&2 && exit 1 ;;
esac
swift=${SWIFT:-swift}
resources=$(dirname "$(dirname "$(readlink -f "$(command -v "$swift")")")")/lib/swift/clang/lib/linux
runtime=$resources/libclang_rt.fuzzer_no_main-$(uname -m).a
[ -e "$runtime" ] || { echo "error: this Swift toolchain has no libFuzzer: missing $runtime" >&2; exit 1; }

# SwiftPM gives every executable its own main, so libFuzzer is linked explicitly, without its main.
# shellcheck disable=SC2086 # $flags is two words or empty
CVGIT_FUZZING=1 $swift build -c release $flags --scratch-path $build \
  --product cvgit-fuzz -Xswiftc -sanitize=fuzzer \
  -Xswiftc -Xclang-linker -Xswiftc -fno-sanitize=fuzzer \
  -Xlinker "$runtime" -Xlinker -lstdc++

[ "$target" != list ] || exec $build/release/cvgit-fuzz

# Real inputs of these targets are short; long inputs only slow them down.
case $target in
values) length=128 ;;
revisions) length=256 ;;
diff-driver) length=512 ;;
record | diff) length=1024 ;;
*) length=4096 ;;
esac

# New inputs are kept next to the builds; the file of a failing input begins with its target.
inputs=.build-fuzz/inputs/$target
mkdir -p "$inputs"
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} \
  $build/release/cvgit-fuzz "$target" -runs="$runs" -max_len=$length -timeout=5 \
  -artifact_prefix=".build-fuzz/$target-" -print_final_stats=1 \
  "$inputs" "Tests/Fuzzing/Corpora/$target"
