#!/bin/sh
# Builds the fuzzer and runs one of its targets: Scripts/fuzz.sh TARGET RUNS. Needs Linux, whose Swift brings libFuzzer.
set -eu
cd "$(dirname "$0")/.."

target=$1 runs=$2 build=.build-fuzz
swift=${SWIFT:-swift}
resources=$(dirname "$(dirname "$(readlink -f "$(command -v "$swift")")")")/lib/swift/clang/lib/linux
runtime=$resources/libclang_rt.fuzzer_no_main-$(uname -m).a
[ -e "$runtime" ] || { echo "error: this Swift has no libFuzzer: no $runtime" >&2; exit 1; }

# SwiftPM gives every program a main of its own, so libFuzzer's comes without one and is linked by hand.
CVGIT_FUZZING=1 $swift build -c release --sanitize address --scratch-path $build \
  --product cvgit-fuzz -Xswiftc -sanitize=fuzzer \
  -Xswiftc -Xclang-linker -Xswiftc -fno-sanitize=fuzzer \
  -Xlinker "$runtime" -Xlinker -lstdc++

[ "$target" != list ] || exec $build/release/cvgit-fuzz

# New inputs stay in the build folder; one that breaks something is named for its target.
mkdir -p "$build/inputs/$target"
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-} \
  $build/release/cvgit-fuzz "$target" -runs="$runs" -max_len=4096 -timeout=5 \
  -artifact_prefix="$build/$target-" -print_final_stats=1 \
  "$build/inputs/$target" "Tests/Fuzzing/Corpora/$target"
