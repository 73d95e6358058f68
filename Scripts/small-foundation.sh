#!/bin/sh
# Prints the options with which `swift build` makes a static program without the whole of Foundation, where that works
# here. Usage: Scripts/small-foundation.sh FOLDER (for what is compiled).
#
# swift-mustache imports Foundation for a lock, a null and the list of a folder. Linked statically, that brings 1,800
# conformances, which the runtime looks through whenever a type is first asked for a protocol, CoreFoundation, which
# sets itself up at each start, and Unicode's tables of 30 MB. Compiled under the name of Foundation, the few lines of
# SmallFoundation.swift take its place. Our own code and argument-parser import FoundationEssentials. Where swift-mustache
# wants more of Foundation one day, the build says which name is missing there.
set -eu

folder=$1
module=SmallFoundation
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if "${SWIFTC:-swiftc}" -swift-version 6 -O -wmo -parse-as-library -module-name $module \
  -enable-upcoming-feature InternalImportsByDefault -static-stdlib \
  -emit-module -emit-module-path "$folder/$module.swiftmodule" -emit-object -o "$folder/$module.o" \
  "$(dirname "$0")/$module.swift" 2>"$folder/faults"; then
  # For make, whose shell reads it once more.
  folder=$(printf '%s' "$folder" | sed 's/ /\\ /g')
  echo "-Xswiftc -module-alias -Xswiftc Foundation=$module -Xswiftc -I$folder -Xlinker $folder/$module.o"
fi
