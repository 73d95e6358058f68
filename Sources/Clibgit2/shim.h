#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/config.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
/* What libgit2 itself unpacks objects with. */
#include <zlib.h>

/* git_libgit2_opts takes variable arguments, which Swift cannot call: one function a shape. */

static inline int cvgit_set_option(int option, int value) {
  return git_libgit2_opts(option, value);
}

static inline int cvgit_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int cvgit_set_extensions(const char **names, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, count);
}
