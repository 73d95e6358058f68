/// The scripts through which shells call `cvgit __complete`. All knowledge is in that command.
enum CompletionScripts {
  /// bash splits words at `=` and `:`, so the part before them is removed from the candidates.
  static let bash = #"""
    # Completions of cvgit for bash.
    _cvgit() {
      local line candidate word index current=${COMP_WORDS[COMP_CWORD]} whole=${COMP_LINE:0:COMP_POINT}
      local typed=${whole##*[[:space:]]} before=
      case $typed in
        *[=:]*) before=${typed%"${typed##*[=:]}"} ;;
      esac
      COMPREPLY=()
      while IFS= read -r line; do
        candidate=${line%%$'\t'*}
        if [ "$candidate" = :files ]; then
          compopt -o default
          continue
        fi
        case $candidate in
          *=) compopt -o nospace ;;
        esac
        if [ -n "$before" ]; then
          case $candidate in
            "$before"*) candidate=${candidate#"$before"} ;;
          esac
        fi
        # Each sign that the shell could read as its own: a tag or a file may be named with any.
        word=$candidate
        case $candidate in
          *[!A-Za-z0-9_./@:=,+-]*)
            word=
            for ((index = 0; index < ${#candidate}; index++)); do
              case ${candidate:index:1} in
                [A-Za-z0-9_./@:=,+-]) word+=${candidate:index:1} ;;
                *) word+=\\${candidate:index:1} ;;
              esac
            done
            ;;
        esac
        COMPREPLY+=("$word")
      done < <("${COMP_WORDS[0]}" __complete --line="$whole" 2>/dev/null)
    }
    complete -F _cvgit cvgit

    """#

  static let zsh = #"""
    #compdef cvgit
    # Completions of cvgit for zsh.
    _cvgit() {
      local line candidate about
      local -a candidates opened
      while IFS= read -r line; do
        candidate=${line%%$'\t'*}
        if [[ $candidate == :files ]]; then
          _files
          continue
        fi
        about=
        [[ $line == *$'\t'* ]] && about=" -- ${line#*$'\t'}"
        if [[ $candidate == *= ]]; then
          opened+=("$candidate")
        else
          candidates+=("$candidate")
        fi
      done < <(cvgit __complete --line="$LBUFFER" 2>/dev/null)
      (( $#candidates )) && compadd -M 'm:{a-z}={A-Z}' -- "${candidates[@]}"
      (( $#opened )) && compadd -S '' -- "${opened[@]}"
    }
    if [[ $funcstack[1] == _cvgit ]]; then
      _cvgit "$@"
    else
      compdef _cvgit cvgit
    fi

    """#

  static let fish = #"""
    # Completions of cvgit for fish.
    function __cvgit_complete
        set -l candidates (cvgit __complete --line=(commandline -cp | string collect) 2>/dev/null)
        for candidate in $candidates
            if test "$candidate" = :files
                __fish_complete_path (commandline -ct)
            else
                printf '%s\n' $candidate
            end
        end
    end
    complete -c cvgit -f -a '(__cvgit_complete)'

    """#
}
