#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/config.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
/* The library with which libgit2 itself decompresses objects. */
#include <zlib.h>

/* git_libgit2_opts is variadic, and Swift cannot call it: one function for each signature. */

static inline int cvgit_set_option(int option, int value) {
  return git_libgit2_opts(option, value);
}

static inline int cvgit_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int cvgit_set_extensions(const char **names, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, count);
}
