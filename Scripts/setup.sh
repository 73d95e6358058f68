#!/bin/sh
# Installs the C libraries that cvgit needs, if they are missing, with apt-get or Homebrew.
set -eu

missing=
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
pkg-config --exists libgit2 2>/dev/null || missing="$missing libgit2-dev"
pkg-config --exists yaml-0.1 2>/dev/null || missing="$missing libyaml-dev"
pkg-config --exists gumbo 2>/dev/null || missing="$missing libgumbo-dev"
if [ -n "$missing" ]; then
  if command -v apt-get >/dev/null 2>&1; then
    sudo=
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    echo "cvgit needs libgit2, libyaml and libgumbo. Installing:$missing"
    echo "  $sudo apt-get install -y --no-install-recommends$missing"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086 # a list of package names
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
  elif command -v brew >/dev/null 2>&1; then
    echo "cvgit needs libgit2, libyaml and libgumbo. Running: brew install libgit2 libyaml gumbo-parser pkg-config"
    brew install libgit2 libyaml gumbo-parser pkg-config
  else
    echo "error: missing:$missing" >&2
    echo "hint: install them with your system's package manager, then run make again" >&2
    exit 1
  fi
fi

if ! command -v swift >/dev/null 2>&1; then
  echo "error: swift is not on PATH" >&2
  echo "hint: install Swift 6.2 or newer from https://www.swift.org/install" >&2
  exit 1
fi
