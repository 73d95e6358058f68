/* Empty: Swift calls none of these functions; network.c replaces functions of libgit2. */
