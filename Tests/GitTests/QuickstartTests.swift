import Cquickstart
import Fixtures
import Git
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All tests of this target run with it: whatever else libgit2 does, it does as ever.
@Suite struct QuickstartTests {
  private static let usesMbedTLS = unsafe dlsym(nil, "mbedtls_ssl_conf_ca_chain") != nil

  @Test(.enabled(if: usesMbedTLS))
  func `libgit2 starts without the certificates that it never needs here`() throws {
    let scratch = try ScratchRepository()
    _ = try scratch.open()
    #expect(cvgit_skipped_certificate_files() > 0)
  }
}
