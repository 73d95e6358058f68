#!/bin/sh
# Checks that what writes for others cannot be given a CV or a diff that was not filtered: each line must not compile.
# Needs a build of the package: swift build --build-tests.
set -eu
cd "$(dirname "$0")/.."

modules=$(swift build --show-bin-path)/Modules
# SwiftPM names a package after its folder.
package=$(basename "$PWD" | tr '[:upper:]' '[:lower:]' | tr -c 'a-z0-9_\n' '_')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Type-checks the body of a function, as a file of this package.
compiles() {
  {
    echo 'import CVModel'
    echo 'import CVHistory'
    echo 'import CVRendering'
    echo "func probe(cv: CV, diff: CVDiff, report: DiffReport, outline: DiffOutline, shown: PublicCV, forOthers: PublicDiff) throws {"
    echo "  $1"
    echo '}'
  } >"$folder/probe.swift"
  swiftc -typecheck -package-name "$package" -swift-version 6 -I "$modules" \
    $(for c in Clibgit2 Clibyaml Cmbedtls Cgumbo; do printf ' -I Sources/%s' "$c"; done) \
    "$folder/probe.swift" >"$folder/out" 2>&1
}

status=0
must() {
  if ! compiles "$1"; then
    echo "error: does not compile, and should: $1" >&2
    cat "$folder/out" >&2
    status=1
  fi
}
must_not() {
  if compiles "$1"; then
    echo "error: compiles, and must not: $1" >&2
    status=1
  fi
}

must '_ = try DocumentFormat.html.render(CVDocument(shown), of: shown)'
must '_ = DiffMarkdownRenderer().render(PublicOutline(forOthers, least: .detail))'
must_not '_ = CVDocument(cv)'
must_not '_ = try DocumentFormat.html.render(CVDocument(shown), of: cv)'
must_not '_ = JSONResumeRenderer(cv)'
must_not '_ = DiffMarkdownRenderer().render(outline)'
must_not '_ = DiffMarkdownRenderer().counts(outline)'
must_not '_ = CommitMessageRenderer().render(outline)'
must_not '_ = PublicOutline(report, least: .detail)'
must_not '_ = PublicDiff(report)'
must_not '_ = PublicCV(filtered: cv)'
must_not '_ = ChangelogMarkdownRenderer().render(diff)'
exit $status
