/* Nothing is called from Swift: the functions of network.c take the place of those that libgit2 names. */
