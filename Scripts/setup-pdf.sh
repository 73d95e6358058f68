#!/bin/sh
# Puts Typst, which sets PDFs, into a private environment: Scripts/setup-pdf.sh FOLDER
# It is the package of PyPI, of one version; nothing outside of FOLDER is touched.
set -eu
version=0.15.2
folder=$1

if ! command -v python3 >/dev/null 2>&1; then
  echo "error: python3 is not on PATH" >&2
  echo "hint: install it, or Typst itself from https://typst.app: cvgit takes 'typst' from PATH too" >&2
  exit 1
fi
python3 -m venv --clear "$folder" || {
  echo "error: python3 cannot make a private environment in $folder" >&2
  echo "hint: on Debian, apt-get install python3-venv" >&2
  exit 1
}
"$folder/bin/python3" -m pip install --quiet --disable-pip-version-check "typst==$version"
"$folder/bin/python3" -c 'import typst'
echo "Typst $version is in $folder; 'cvgit render -o cv.pdf' finds it there"
