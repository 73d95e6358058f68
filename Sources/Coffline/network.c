/*
 * If libgit2 is linked statically (`Scripts/static-link.sh`), these functions replace its https,
 * ssh and Kerberos code: the linker takes an object from an archive only for an undefined symbol.
 * This leaves out those files and eleven libraries, some of which Debian only has as shared
 * libraries. cvgit opens no connections.
 *
 * A shared libgit2 calls its own functions, not these.
 */
#define NOTHING_TO_START(name) \
  int name(void);              \
  int name(void) { return 0; }

#define NO_CONNECTION(name) \
  int name(void);           \
  int name(void) { return -1; }

NOTHING_TO_START(git_mbedtls_stream_global_init)
NOTHING_TO_START(git_transport_ssh_global_init)

NO_CONNECTION(git_mbedtls__set_cert_location)
NO_CONNECTION(git_mbedtls_stream_new)
NO_CONNECTION(git_mbedtls_stream_wrap)
NO_CONNECTION(git_transport_ssh_with_paths)
NO_CONNECTION(git_smart_subtransport_ssh)
NO_CONNECTION(git_http_auth_negotiate)
