/// The hooks as they stand in `hooks/`; a test compares them.
///
/// They are part of the program, so that one file is all there is to install.
enum HookScripts {
  static let preCommit = checking(
    "pre-commit", before: "git commit",
    "checks the records that git is about to commit, in the index, not in the work tree.")

  static let preMergeCommit = checking(
    "pre-merge-commit", before: "git merge",
    "checks the records that a clean merge is about to commit: git runs no pre-commit there.")

  static let prepareCommitMessage =
    head(
      "prepare-commit-msg", "proposes a message that says what the staged records change in the CV."
    )
      + #"""
      # The second argument says where a message comes from: -m, a merge, an amended commit, and so on.
      # Where no editor opens, git sets it to ":", and nobody would see what was proposed.
      if [ -n "${2-}" ] || [ "${GIT_EDITOR-}" = : ]; then exit 0; fi


      """# + search
      + #"""
      if [ -x "$program" ]; then "$program" --quiet propose "$1"; fi
      exit 0

      """#

  /// A hook that stops a commit with errors in its records.
  private static func checking(
    _ name: String, before command: String, _ purpose: String
  ) -> String {
    head(name, purpose) + search
      + #"""
      if ! [ -x "$program" ]; then
        echo 'error: cvgit is not found, so the records of the CV were not checked' >&2
        echo 'hint: put it on PATH, or run "cvgit hooks install" again; "\#(command) --no-verify" goes on' >&2
        exit 1
      fi
      exec "$program" --quiet validate --staged

      """#
  }

  /// What every hook begins with: a hook that was there before runs first, and its failure counts.
  private static func head(_ name: String, _ purpose: String) -> String {
    #"""
    #!/bin/sh
    # cvgit: \#(purpose)
    # Put here by "cvgit hooks install"; a hook that was here before runs first.

    earlier=${0%/*}/\#(name).before-cvgit
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit
    fi


    """#
  }

  /// Ends the hook where nothing of the CV is staged; else finds the program, on PATH or where it was when installed.
  private static let search = #"""
    root=$(git config --get cvgit.root) || root=cv
    git --literal-pathspecs diff --cached --quiet --no-ext-diff -- "$root" 2>/dev/null && exit 0

    program=$(command -v cvgit) || program=$(git config --get --type=path cvgit.program) || program=

    """#
}
