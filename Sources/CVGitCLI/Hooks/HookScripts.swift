/// The hook scripts; a test compares them with the files in `hooks/`.
///
/// They are compiled in, because cvgit is installed as a single file.
enum HookScripts {
  static let preCommit = checking(
    "pre-commit", before: "git commit",
    "checks the records that git is about to commit: those in the index, not in the work tree.")

  static let preMergeCommit = checking(
    "pre-merge-commit", before: "git merge",
    "checks the records that a clean merge will commit, as git does not run pre-commit there.")

  static let prepareCommitMessage =
    head(
      "prepare-commit-msg", "proposes a message that says what the staged records change in the CV."
    )
      + #"""
      # The second argument is the source of an existing message: -m, a merge, an amended commit …
      # If no editor opens, git sets GIT_EDITOR to ":", and nobody would see the proposal.
      if [ -n "${2-}" ] || [ "${GIT_EDITOR-}" = : ]; then exit 0; fi


      """# + search
      + #"""
      if [ -x "$program" ]; then "$program" --quiet propose "$1"; fi
      exit 0

      """#

  /// git passes the references on standard input; a hook that existed before needs them too.
  static let prePush = #"""
    #!/bin/sh
    # cvgit: checks the records that are pushed, as rebase, cherry-pick, revert and am do not run pre-commit; refuses to
    # push private records if "git config cvgit.private" is "refuse".
    # Installed by "cvgit hooks install". A hook that existed before runs first.

    references=$(cat)
    earlier=${0%/*}/pre-push.before-cvgit
    if [ -x "$earlier" ]; then
      printf '%s\n' "$references" | "$earlier" "$@" || exit
    fi

    program=$(command -v cvgit) || program=$(git config --get --type=path cvgit.program) || program=
    if ! [ -x "$program" ]; then
      [ "$(git config --get cvgit.private)" = refuse ] || exit 0
      echo 'error: cvgit not found, so the push was not checked for private records' >&2
      echo 'hint: add it to PATH, or run "cvgit hooks install" again; "git push --no-verify" skips the check' >&2
      exit 1
    fi
    printf '%s\n' "$references" | "$program" --quiet check-push "$@"

    """#

  /// A hook that stops a commit if its records have errors.
  private static func checking(
    _ name: String, before command: String, _ purpose: String
  ) -> String {
    head(name, purpose) + search
      + #"""
      if ! [ -x "$program" ]; then
        echo 'error: cvgit not found, so the records of the CV were not checked' >&2
        echo 'hint: add it to PATH, or run "cvgit hooks install" again; "\#(command) --no-verify" skips the check' >&2
        exit 1
      fi
      "$program" --quiet validate --staged && exit 0
      echo 'error: cvgit stopped this commit' >&2
      echo 'hint: correct the records and "git add" them; "\#(command) --no-verify" skips the check' >&2
      exit 1

      """#
  }

  /// The start of every hook: runs a hook that existed before, and fails if it fails.
  private static func head(_ name: String, _ purpose: String) -> String {
    #"""
    #!/bin/sh
    # cvgit: \#(purpose)
    # Installed by "cvgit hooks install". A hook that existed before runs first.

    earlier=${0%/*}/\#(name).before-cvgit
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit
    fi


    """#
  }

  /// Exits if nothing in the CV's folder is staged; otherwise finds the program, on PATH or at the
  /// path recorded at installation. The files of sources are elsewhere, so then the program
  /// decides.
  private static let search = #"""
    root=$(git config --get cvgit.root) || root=cv
    if [ -d "$root" ] && ! [ -e .cvgit.yaml ]; then
      git --literal-pathspecs diff --cached --quiet --no-ext-diff -- "$root" 2>/dev/null && exit 0
    fi

    program=$(command -v cvgit) || program=$(git config --get --type=path cvgit.program) || program=

    """#
}
