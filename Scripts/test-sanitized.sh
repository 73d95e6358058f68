#!/bin/sh
# Builds and runs the tests under a sanitizer.
# Usage: Scripts/test-sanitized.sh address|thread [FILTER], where FILTER is as in `swift test`
# Needs Linux. The binary that tests run is sanitized too.
set -eu
cd "$(dirname "$0")/.."

sanitizer=$1 filter=${2:-}
build=.build-$sanitizer
${SWIFT:-swift} build --build-tests --sanitize "$sanitizer" --scratch-path "$build"

export SWIFT_BACKTRACE=enable=no
export TSAN_OPTIONS="suppressions=$PWD/Scripts/races.txt:${TSAN_OPTIONS:-}"
export LSAN_OPTIONS="suppressions=$PWD/Scripts/leaks.txt:print_suppressions=0"
given=${ASAN_OPTIONS:-}

# Run module by module: all at once, the slowed-down tests exceed their time limits. One skipped
# test measures time; the other one fills the disk, on which ThreadSanitizer cannot start.
skipped="in no time"
[ "$sanitizer" != thread ] || skipped="in no time|stopped at each write"
modules=${filter:-"YAMLTests GitTests CVModelTests CVRenderingTests CVHistoryTests CVGitCLITests FuzzingTests"}
failed=
for module in $modules; do
  # Only code that calls the C libraries can leak by our mistake. Only slow unwinding shows which
  # function of libgit2 leaked.
  case $module in
  GitTests) leaks="detect_leaks=1:fast_unwind_on_malloc=0" ;;
  YAMLTests) leaks="detect_leaks=1" ;;
  *) leaks="detect_leaks=0:malloc_context_size=4" ;;
  esac
  ASAN_OPTIONS="$leaks:$given" "$build/debug/cvgitPackageTests.xctest" --testing-library swift-testing \
    --filter "$module" --skip "$skipped" || failed="$failed $module"
done
[ -z "$failed" ] || { echo "error: tests failed in:$failed" >&2; exit 1; }
