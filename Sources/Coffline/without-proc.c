/*
 * Linked statically, Swift's runtime reads two things from /proc, which a chroot or a sandbox may not have. Functions in
 * .preinit_array run before its constructors, and get the arguments.
 *
 * - The path of the program, to find a debugging tool: without it, the runtime ends the program before main. Any folder
 *   does, and SWIFT_ROOT names one.
 * - The arguments of the program: without them, every command would be "cvgit" alone. The runtime lets a program that is
 *   embedded in another one set them.
 */
#ifdef __linux__
#include <stdlib.h>
#include <unistd.h>

/* In Swift's standard library, stdlib/public/stubs/CommandLine.cpp; weak, if a later one has another name for it. */
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
