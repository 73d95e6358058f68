/*
 * A floor for `cvgit diff`: finds the files that differ between two revisions and reads both versions
 * of each, with only libgit2. Prints the number of blobs and bytes that it read.
 *
 * Usage: floor REPOSITORY FROM TO
 */
#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static git_repository *repository;
static git_odb *objects;
static size_t blobs, bytes;

static void check(int code, const char *task) {
  if (code >= 0) return;
  const git_error *error = git_error_last();
  fprintf(stderr, "floor: cannot %s: %s\n", task, error ? error->message : "no reason given");
  exit(1);
}

static void read_blob(const git_oid *id) {
  git_odb_object *object;
  check(git_odb_read(&object, objects, id), "read a blob");
  blobs += 1;
  bytes += git_odb_object_size(object);
  git_odb_object_free(object);
}

static git_tree *tree_of(const git_tree_entry *entry) {
  git_tree *tree = NULL;
  if (entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE)
    check(git_tree_lookup(&tree, repository, git_tree_entry_id(entry)), "read a tree");
  return tree;
}

static void compare_trees(const git_tree *old, const git_tree *new);

/* Either may be NULL: then everything in the other one was added or removed. */
static void compare_entries(const git_tree_entry *old, const git_tree_entry *new) {
  if (old && new && git_oid_equal(git_tree_entry_id(old), git_tree_entry_id(new))) return;
  git_tree *old_tree = tree_of(old), *new_tree = tree_of(new);
  if (old && git_tree_entry_type(old) == GIT_OBJECT_BLOB) read_blob(git_tree_entry_id(old));
  if (new && git_tree_entry_type(new) == GIT_OBJECT_BLOB) read_blob(git_tree_entry_id(new));
  if (old_tree || new_tree) compare_trees(old_tree, new_tree);
  git_tree_free(old_tree);
  git_tree_free(new_tree);
}

/* Compares names only: no history has a file and a folder of the same name in one folder. */
static void compare_trees(const git_tree *old, const git_tree *new) {
  size_t i = 0, j = 0;
  size_t old_count = old ? git_tree_entrycount(old) : 0;
  size_t new_count = new ? git_tree_entrycount(new) : 0;
  while (i < old_count || j < new_count) {
    const git_tree_entry *left = i < old_count ? git_tree_entry_byindex(old, i) : NULL;
    const git_tree_entry *right = j < new_count ? git_tree_entry_byindex(new, j) : NULL;
    int order = !left ? 1 : !right ? -1
      : strcmp(git_tree_entry_name(left), git_tree_entry_name(right));
    compare_entries(order <= 0 ? left : NULL, order >= 0 ? right : NULL);
    i += order <= 0;
    j += order >= 0;
  }
}

static git_tree *tree_at(const char *revision) {
  git_object *object, *tree;
  check(git_revparse_single(&object, repository, revision), "find a revision");
  check(git_object_peel(&tree, object, GIT_OBJECT_TREE), "find its tree");
  git_object_free(object);
  return (git_tree *)tree;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fputs("usage: floor REPOSITORY FROM TO\n", stderr);
    return 2;
  }
  check(git_libgit2_init(), "start libgit2");
  check(git_repository_open(&repository, arguments[1]), "open the repository");
  check(git_repository_odb(&objects, repository), "open the objects");
  compare_trees(tree_at(arguments[2]), tree_at(arguments[3]));
  printf("%zu blobs, %zu bytes\n", blobs, bytes);
  return 0;
}
