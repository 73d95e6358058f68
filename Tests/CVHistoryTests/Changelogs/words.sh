# What the steps are written in, beside git.

# on DAY: the day of what follows
on() {
  GIT_AUTHOR_DATE="$1T12:00:00+0000"
  GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
  export GIT_AUTHOR_DATE GIT_COMMITTER_DATE
}

# record KIND/ID: a record, from standard input
record() {
  case $1 in cv | profile) mkdir -p cv; cat > "cv/$1.yaml"; return ;; esac
  mkdir -p "cv/${1%/*}"
  cat > "cv/$1.yaml"
}

# paper ID TITLE [STATUS [VENUE]]
paper() {
  {
    echo "title: $2"
    echo 'authors: [Ada Lovelace, Mary Somerville]'
    [ -z "${3-}" ] || echo "status: $3"
    [ -z "${4-}" ] || echo "venue: $4"
  } | record "publications/$1"
}

# commit SUBJECT [BODY]: all that is in the work tree
commit() {
  git add --all
  git commit --quiet --message "$1" ${2:+--message "$2"}
}

# begin: a CV with one paper, tagged v1
begin() {
  on 2020-01-10
  printf 'sections: [{kind: publications}, {kind: experience}, {kind: awards}]\n' | record cv
  printf 'name: Ada Lovelace\n' | record profile
  paper engine 'Notes on the Engine' 'Under Review'
  commit 'Begin'
  git tag v1
}
