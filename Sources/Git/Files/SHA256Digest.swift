#if canImport(CommonCrypto)
  import CommonCrypto
#else
  import Cmbedtls
#endif

/// The SHA-256 hash of some bytes (FIPS 180-4): what a manifest names a file's content by.
///
/// git's own ids are SHA-1; this one holds where those are not trusted.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// A hash's length in bytes.
  private static let size = 32

  package init(of content: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Self.size)
    let isDone = content.withUnsafeBufferPointer { content in
      digest.withUnsafeMutableBufferPointer { Self.hash(content, into: $0) }
    }
    precondition(isDone, "hashing bytes in memory needs nothing that could fail")
    bytes = digest
  }

  #if canImport(CommonCrypto)
    private static func hash(
      _ content: UnsafeBufferPointer<UInt8>, into digest: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
      CC_SHA256(content.baseAddress, CC_LONG(content.count), digest.baseAddress) != nil
    }
  #else
    private static func hash(
      _ content: UnsafeBufferPointer<UInt8>, into digest: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
      cvgit_sha256(content.baseAddress, content.count, digest.baseAddress) == 0
    }
  #endif

  /// 64 hexadecimal digits, as `sha256sum` prints them.
  package var description: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
