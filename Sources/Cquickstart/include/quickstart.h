/// How many times libgit2 asked for a file of certificates and got none of it.
int cvgit_skipped_certificate_files(void);
