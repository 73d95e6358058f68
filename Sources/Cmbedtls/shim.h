#include <mbedtls/sha256.h>
#include <mbedtls/version.h>

/* The function that returns a result has another name before mbedTLS 3. */
static inline int cvgit_sha256(const unsigned char *input, size_t length, unsigned char *output) {
#if MBEDTLS_VERSION_MAJOR >= 3
  return mbedtls_sha256(input, length, output, 0);
#else
  return mbedtls_sha256_ret(input, length, output, 0);
#endif
}
