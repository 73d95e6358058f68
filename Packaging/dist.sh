#!/bin/sh
# Builds all files of a release reproducibly into FOLDER. Usage: Packaging/dist.sh STAGED FOLDER
# Fails unless the work tree is clean and at the tag of the program's version (check-tag.sh).
set -eu
cd "$(dirname "$0")/.."

[ $# -eq 2 ] || { echo "usage: $0 STAGED FOLDER" >&2; exit 2; }
staged=$1
folder=$2
version=$(Packaging/check-tag.sh)
[ "$("$staged/bin/cvgit" --version)" = "$version" ] || {
  echo "error: the program is version $("$staged/bin/cvgit" --version), and the sources are version $version" >&2
  exit 1
}

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
rm -rf -- "$folder"
mkdir -p "$folder"
name=cvgit-$version-linux-$(uname -m)
Packaging/wheel.py "$staged" "$folder" >/dev/null
[ -z "$(command -v dpkg-deb)" ] || Packaging/deb.sh "$staged" "$folder" >/dev/null
tar --create --directory "$staged" --transform "s,^\./,$name/," --sort=name --mtime="@$SOURCE_DATE_EPOCH" \
  --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw,a-s --exclude-vcs ./bin ./share \
  --directory "$PWD" ./LICENSE ./THIRD-PARTY-LICENSES ./README.md | gzip -9n >"$folder/$name.tar.gz"
git archive --format=tar --prefix="cvgit-$version/" HEAD | gzip -9n >"$folder/cvgit-$version.tar.gz"

# The formula and the PKGBUILD refer to the new files.
source=$(sha256sum "$folder/cvgit-$version.tar.gz" | cut -d' ' -f1)
binary=$(sha256sum "$folder/$name.tar.gz" | cut -d' ' -f1)
sed -e "s/@VERSION@/$version/g" -e "s/@SHA256@/$source/g" Packaging/cvgit.rb >"$folder/cvgit.rb"
sed -e "s/@VERSION@/$version/g" -e "s/@MACHINE@/$(uname -m)/g" -e "s/@SHA256@/$binary/g" Packaging/PKGBUILD \
  >"$folder/PKGBUILD-$(uname -m)"
(cd "$folder" && sha256sum -- *.whl *.deb *.tar.gz >"SHA256SUMS-$(uname -m)")
ls "$folder"
