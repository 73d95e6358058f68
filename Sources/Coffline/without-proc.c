/*
 * A statically linked Swift runtime reads two things from /proc, which may be missing in a chroot
 * or sandbox. Functions in .preinit_array run before its constructors, and get the arguments.
 *
 * - The path of the program, to find a debugging tool: without it, the runtime aborts before main.
 *   Any folder works, and SWIFT_ROOT sets one.
 * - The arguments of the program: without them, every command would be a plain "cvgit". A program
 *   that embeds the runtime can set them.
 */
#ifdef __linux__
#include <stdlib.h>
#include <unistd.h>

/* From stdlib/public/stubs/CommandLine.cpp; weak, in case a later version renames it. */
__attribute__((weak)) void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc);

static void start_without_proc(int argc, char **argv, char **environment) {
  (void)environment;
  if (access("/proc/self/exe", F_OK) == 0) return;
  setenv("SWIFT_ROOT", "/", 0);
  if (_swift_stdlib_overrideUnsafeArgvArgc) _swift_stdlib_overrideUnsafeArgvArgc(argv, argc);
}

__attribute__((section(".preinit_array"), used)) static void (*const before_constructors)(int, char **, char **) =
    start_without_proc;
#endif
