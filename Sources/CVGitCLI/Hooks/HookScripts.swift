/// The hooks as they stand in `hooks/`; a test compares them.
///
/// They are part of the program, so that one file is all there is to install.
enum HookScripts {
  static let preCommit = #"""
    #!/bin/sh
    # cvgit: checks the records that git is about to commit, in the index, not in the work tree.
    # Put here by "cvgit hooks install"; a hook that was here before runs first.

    earlier=${0%/*}/pre-commit.before-cvgit
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit
    fi

    root=$(git config --get cvgit.root) || root=cv
    git --literal-pathspecs diff --cached --quiet --no-ext-diff -- "$root" 2>/dev/null && exit 0

    program=$(command -v cvgit) || program=$(git config --get --type=path cvgit.program) || program=
    if ! [ -x "$program" ]; then
      echo 'error: cvgit is not found, so the records of the CV were not checked' >&2
      echo 'hint: put it on PATH, or run "cvgit hooks install" again; "git commit --no-verify" goes on' >&2
      exit 1
    fi
    exec "$program" --quiet validate --staged

    """#

  static let preMergeCommit = #"""
    #!/bin/sh
    # cvgit: checks the records that a clean merge is about to commit: git runs no pre-commit there.
    # Put here by "cvgit hooks install"; a hook that was here before runs first.

    earlier=${0%/*}/pre-merge-commit.before-cvgit
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit
    fi

    root=$(git config --get cvgit.root) || root=cv
    git --literal-pathspecs diff --cached --quiet --no-ext-diff -- "$root" 2>/dev/null && exit 0

    program=$(command -v cvgit) || program=$(git config --get --type=path cvgit.program) || program=
    if ! [ -x "$program" ]; then
      echo 'error: cvgit is not found, so the records of the CV were not checked' >&2
      echo 'hint: put it on PATH, or run "cvgit hooks install" again; "git merge --no-verify" goes on' >&2
      exit 1
    fi
    exec "$program" --quiet validate --staged

    """#

  static let prepareCommitMessage = #"""
    #!/bin/sh
    # cvgit: proposes a message that says what the staged records change in the CV.
    # Put here by "cvgit hooks install"; a hook that was here before runs first.

    earlier=${0%/*}/prepare-commit-msg.before-cvgit
    if [ -x "$earlier" ]; then
      "$earlier" "$@" || exit
    fi

    # The second argument says where a message comes from: -m, a merge, an amended commit, and so on.
    # Where no editor opens, git sets it to ":", and nobody would see what was proposed.
    if [ -n "${2-}" ] || [ "${GIT_EDITOR-}" = : ]; then exit 0; fi

    root=$(git config --get cvgit.root) || root=cv
    git --literal-pathspecs diff --cached --quiet --no-ext-diff -- "$root" 2>/dev/null && exit 0

    program=$(command -v cvgit) || program=$(git config --get --type=path cvgit.program) || program=
    if [ -x "$program" ]; then "$program" --quiet propose "$1"; fi
    exit 0

    """#
}
