/*
 * Linked statically, Swift's runtime asks /proc/self/exe for its own folder before main, and ends the program if there
 * is no /proc: in a chroot, or in a sandbox. It only wants to know where a debugging tool is, so any folder does, and
 * SWIFT_ROOT names one. Functions in .preinit_array run before the constructors of the runtime.
 */
#ifdef __linux__
#include <stdlib.h>
#include <unistd.h>

static void name_runtime_folder(void) {
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_ROOT", "/", 0);
}

__attribute__((section(".preinit_array"), used)) static void (*const before_constructors)(void) =
    name_runtime_folder;
#endif
