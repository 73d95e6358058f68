#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Texts as the null-terminated array that `exec` takes.
struct CStringArray {
  private let texts: [String]

  init(_ texts: [String]) { self.texts = texts }

  func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      // The array holds at least the terminator, so its buffer has an address.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
