#!/bin/sh
# Fails if a comment is wider than 100 columns, which swift-format does not report.
set -eu
cd "$(dirname "$0")/.."
LC_ALL=C.UTF-8
export LC_ALL
if grep -rnE --include='*.swift' '^.{101,}$' Package.swift Sources Tests Fuzzing Scripts |
  grep -E '^[^:]+:[0-9]+: *//'; then
  echo 'error: comments are wider than 100 columns' >&2
  exit 1
fi
