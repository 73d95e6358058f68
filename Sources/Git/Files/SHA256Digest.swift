#if canImport(CommonCrypto)
  import CommonCrypto
#else
  import Cmbedtls
#endif

/// The SHA-256 hash of some bytes (FIPS 180-4), by which a manifest identifies a file's content.
///
/// git's own IDs are SHA-1; this hash also serves those who do not trust SHA-1.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The length of a hash in bytes.
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
