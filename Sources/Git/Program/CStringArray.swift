#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Strings as the null-terminated array that `exec` takes.
struct CStringArray {
  private let texts: [String]

  init(_ texts: [String]) { self.texts = texts }

  func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      // The array holds at least the terminator, so its buffer has an address.
      body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
