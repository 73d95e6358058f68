#!/bin/sh
# Builds the Debian package from the output of stage.sh: Packaging/deb.sh STAGED FOLDER
# The same files and SOURCE_DATE_EPOCH give the same bytes.
set -eu

[ $# -eq 2 ] || { echo "usage: $0 STAGED FOLDER" >&2; exit 2; }
staged=$1
folder=$2
top=$(cd "$(dirname "$0")/.." && pwd)
version=$("$staged/bin/cvgit" --version)
architecture=$(dpkg --print-architecture)
date=$(LC_ALL=C date --utc --date="@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')
# The author of the release.
maintainer=$(git -C "$top" log -1 --format='%cn <%ce>')
package=$(mktemp -d)
trap 'rm -rf -- "$package"' EXIT
umask 022
chmod 755 "$package"

mkdir -p "$package/DEBIAN" "$package/usr/share/doc/cvgit" "$package/usr/share/lintian/overrides"
cp -R "$staged/bin" "$staged/share" "$package/usr/"
mv "$package/usr/share/zsh/site-functions" "$package/usr/share/zsh/vendor-completions"
gzip -9n "$package"/usr/share/man/man1/*.1
cat >"$package/usr/share/man/man1/cvgit-forge.1" <<END
.TH CVGIT-FORGE 1 "" "cvgit $version"
.SH NAME
cvgit-forge \\- check a CV in a job of GitHub, Forgejo or GitLab
.SH SYNOPSIS
.B cvgit-forge
.SH DESCRIPTION
Runs
.BR "cvgit validate" (1)
and comments on the pull request what it changes in the CV. It reads the variables of the job,
and CVGIT_TOKEN, CVGIT_ROOT, CVGIT_COMMENT and CVGIT_API_URL.
END
gzip -9n "$package/usr/share/man/man1/cvgit-forge.1"
gzip -9nc "$top/THIRD-PARTY-LICENSES" >"$package/usr/share/doc/cvgit/THIRD-PARTY-LICENSES.gz"
cat - "$top/LICENSE" >"$package/usr/share/doc/cvgit/copyright" <<'END'
cvgit is under the MIT License, below. The programs that are linked into it, and their licences, are listed in
/usr/share/doc/cvgit/THIRD-PARTY-LICENSES.gz. The texts of the Apache License 2.0, the LGPL 2.1, the GPL 2 and the
GPL 3 are in /usr/share/common-licenses.

END
gzip -9nc >"$package/usr/share/doc/cvgit/changelog.gz" <<END
cvgit ($version) stable; urgency=medium

  * See RELEASES.md in the source.

 -- $maintainer  $date
END
# The program is linked statically on purpose, so that it runs on every Linux.
cat >"$package/usr/share/lintian/overrides/cvgit" <<'END'
cvgit: statically-linked-binary [usr/bin/cvgit]
cvgit: embedded-library *
END
cat >"$package/DEBIAN/control" <<END
Package: cvgit
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$package/usr" | cut -f1)
Recommends: git, python3
Section: vcs
Priority: optional
Description: version a CV in Git, and see what changed in it
 A CV is a folder of small YAML files in a Git repository, one for each entry.
 cvgit checks them, shows what changed between two revisions (papers accepted,
 positions started), and renders the CV as Markdown, HTML, text or PDF.
END
(cd "$package" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
mkdir -p "$folder"
dpkg-deb --root-owner-group --threads-max=1 -Zxz --build "$package" "$folder/cvgit_${version}_$architecture.deb" >/dev/null
echo "$folder/cvgit_${version}_$architecture.deb"
