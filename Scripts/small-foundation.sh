#!/bin/sh
# Prints the options with which `swift build` links a static binary without most of Foundation, if
# that works here. Usage: Scripts/small-foundation.sh FOLDER (for the compiled module)
#
# This is for size alone: the stripped binary is 22.6 MB instead of 66.6 MB. swift-mustache
# imports Foundation only for a lock, a null value and the list of a folder. SmallFoundation.swift
# provides these three under the name Foundation; cvgit and argument-parser import
# FoundationEssentials. If swift-mustache needs more of Foundation one day, the build fails and
# names what is missing; if it needs less, delete this script. check-release.sh compares what the
# release renders with what the tests expect.
set -eu

folder=$1
module=SmallFoundation
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if "${SWIFTC:-swiftc}" -swift-version 6 -O -wmo -parse-as-library -module-name $module \
  -enable-upcoming-feature InternalImportsByDefault -static-stdlib \
  -emit-module -emit-module-path "$folder/$module.swiftmodule" -emit-object -o "$folder/$module.o" \
  "$(dirname "$0")/$module.swift" 2>"$folder/faults"; then
  # Escape spaces, because the shell of make splits the output again.
  folder=$(printf '%s' "$folder" | sed 's/ /\\ /g')
  echo "-Xswiftc -module-alias -Xswiftc Foundation=$module -Xswiftc -I$folder -Xlinker $folder/$module.o"
fi
