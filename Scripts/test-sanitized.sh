#!/bin/sh
# Builds every test under a sanitizer and runs them: Scripts/test-sanitized.sh address|thread [FILTER], a filter of
# `swift test`. Needs Linux. The program that tests run is built with it too.
set -eu
cd "$(dirname "$0")/.."

sanitizer=$1 filter=${2:-}
build=.build-$sanitizer
${SWIFT:-swift} build --build-tests --sanitize "$sanitizer" --scratch-path "$build"

export SWIFT_BACKTRACE=enable=no
export TSAN_OPTIONS="suppressions=$PWD/Scripts/races.txt:${TSAN_OPTIONS:-}"
export LSAN_OPTIONS="suppressions=$PWD/Scripts/leaks.txt:print_suppressions=0"
given=${ASAN_OPTIONS:-}

# Module by module: a sanitizer makes tests slow, and all at once they miss their limits of time. One test is of time alone;
# in another one ThreadSanitizer's own start meets the full disk.
skipped="in no time"
[ "$sanitizer" != thread ] || skipped="in no time|stopped at each write"
modules=${filter:-"YAMLTests GitTests CVModelTests CVRenderingTests CVHistoryTests CVGitCLITests FuzzingTests"}
failed=
for module in $modules; do
  # Only what reaches the C libraries can leak by an oversight of ours. Which function of libgit2 it was is told by slow
  # unwinding alone.
  case $module in
  GitTests) leaks="detect_leaks=1:fast_unwind_on_malloc=0" ;;
  YAMLTests) leaks="detect_leaks=1" ;;
  *) leaks="detect_leaks=0:malloc_context_size=4" ;;
  esac
  ASAN_OPTIONS="$leaks:$given" "$build/debug/cvgitPackageTests.xctest" --testing-library swift-testing \
    --filter "$module" --skip "$skipped" || failed="$failed $module"
done
[ -z "$failed" ] || { echo "error: not all is well in:$failed" >&2; exit 1; }
