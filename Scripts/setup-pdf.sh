#!/bin/sh
# Installs Typst, for PDF output, into a private environment. Usage: Scripts/setup-pdf.sh FOLDER
# Installs one version of the PyPI package; nothing outside FOLDER changes.
set -eu
version=0.15.2
folder=$1

if ! command -v python3 >/dev/null 2>&1; then
  echo "error: python3 is not on PATH" >&2
  echo "hint: install it, or install Typst from https://typst.app: cvgit also finds 'typst' on PATH" >&2
  exit 1
fi
python3 -m venv --clear "$folder" || {
  echo "error: python3 could not create a virtual environment in $folder" >&2
  echo "hint: on Debian, run: apt-get install python3-venv" >&2
  exit 1
}
"$folder/bin/python3" -m pip install --quiet --disable-pip-version-check "typst==$version"
"$folder/bin/python3" -c 'import typst'
echo "installed Typst $version in $folder, where 'cvgit render -o cv.pdf' finds it"
