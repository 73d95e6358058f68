#!/bin/sh
# Counts the instructions of commands as their input doubles, and fails if one grows faster than size^1.3.
# usage: Scripts/count-instructions.sh [PROGRAM [DOUBLINGS [COMMAND [INPUT]]]]
# Without a command, all commands run on all inputs. Needs valgrind; some minutes with four doublings.
set -eu

program=${1:-$(command -v cvgit)}
doublings=${2:-4}
only=${3:-}
only_input=${4:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# valgrind cannot read the debugging information of Swift.
objcopy --strip-debug "$program" "$work/cvgit"
program=$work/cvgit
export HOME="$work" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A \
  GIT_COMMITTER_EMAIL=a@b GIT_AUTHOR_DATE='1700000000 +0000' GIT_COMMITTER_DATE='1700000000 +0000' CVGIT_TYPST=none

# Makes the repository $1 whose input of kind $2 has size $3.
make_input() {
  git init -q "$1" && cd "$1" && mkdir -p cv/awards cv/publications
  printf 'sections: [{kind: publications}, {kind: awards}]\n' >cv/cv.yaml
  printf 'name: Ada Lovelace\nurl: https://example.org\n' >cv/profile.yaml
  git add -A && git commit -qm start && git tag v1
  case $2 in
    records)
      i=0
      while [ $i -lt $((20 * $3)) ]; do
        printf 'title: Prize %s of the Society\ndate: 20%02d\n' $i $((i % 100)) >cv/awards/a$i.yaml
        i=$((i + 1))
      done ;;
    text) # one record with a long text of many words
      { printf 'title: A\ntype: journal\nauthors: [Ada Lovelace]\nabstract: '
        awk "BEGIN { for (i = 0; i < 400 * $3; i++) printf \"word%d [a](b) *c* _d_ \\\`e \", i % 97 }"; echo; } >cv/publications/a.yaml ;;
    list) # one record with a long list
      { printf 'title: A\ntype: journal\nauthors:\n'
        awk "BEGIN { for (i = 0; i < 100 * $3; i++) printf \"  - Person Number%d\\n\", i }"; } >cv/publications/a.yaml ;;
    tags)
      i=0
      while [ $i -lt $((50 * $3)) ]; do echo "create refs/tags/v1.$i HEAD"; i=$((i + 1)); done |
        sed "s/HEAD/$(git rev-parse HEAD)/" | git update-ref --stdin ;;
    commits)
      i=0
      while [ $i -lt $((10 * $3)) ]; do
        printf 'title: Prize\ndate: 20%02d\nnote: %s\n' $((i % 100)) $i >cv/awards/a.yaml
        git add -A && git commit -qm "c$i"
        i=$((i + 1))
      done ;;
  esac
  git add -A && git commit -qm end --allow-empty
}

# Prints the instructions of command $3… in repository $1 as callgrind counts them.
count() {
  folder=$1
  shift
  collected=$(cd "$folder" && valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 >/dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p')
  if [ -z "$collected" ]; then
    echo "error: valgrind did not run '$program $*'" >&2
    exit 2
  fi
  echo "$collected"
}

status=0
for input in records text list tags commits; do
  [ -z "$only_input" ] || [ "$only_input" = "$input" ] || continue
  for size in 0 1 2 4 8 16; do
    [ "$size" -le $((1 << doublings)) ] || continue
    (make_input "$work/$input-$size" "$input" "$size") >/dev/null
  done
  for command in validate 'diff v1..HEAD' 'render --format html' 'render --format bibtex' log changelog 'fmt --check' \
    'show publications' 'blame awards'; do
    [ -z "$only" ] || [ "$only" = "$command" ] || continue
    # shellcheck disable=SC2086 # a command and its arguments
    base=$(count "$work/$input-0" $command) first='' last=''
    size=1
    while [ $size -le $((1 << doublings)) ]; do
      # shellcheck disable=SC2086
      last=$(($(count "$work/$input-$size" $command) - base))
      first=${first:-$last}
      size=$((size * 2))
    done
    exponent=$(awk "BEGIN { a = $first; b = $last; print (a > 0 && b > 0) ? log(b / a) / log(2) / $doublings : 0 }")
    verdict=$(awk "BEGIN { print ($exponent > 1.3 && $last > 20000000) ? \"grows too fast\" : \"fine\" }")
    echo "$input, $command: exponent $exponent, $verdict"
    [ "$verdict" = fine ] || status=1
  done
done
exit $status
