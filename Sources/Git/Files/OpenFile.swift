#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open regular file that is read in parts; it stays the same file even if its name is reused.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  let size: Int

  /// Nil if the path is not a regular file, or cannot be opened.
  init?(_ path: NativePath) {
    // Check first: opening a pipe would wait for its other end.
    guard FileStatus(of: path)?.isRegularFile == true else { return nil }
    let descriptor = open(path.characters, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard let status = FileStatus(of: descriptor), status.isRegularFile else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = status.size
  }

  deinit { close(descriptor) }

  /// The bytes in a range; nil if the file is too short or cannot be read.
  func bytes(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= size else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      filled = 0
      while filled < range.count {
        let count = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), range.count - filled,
          off_t(range.lowerBound + filled))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        filled += count
      }
    }
    return bytes.count == range.count ? bytes : nil
  }

  /// Calls `body` with the bytes of a range, 256 KiB at a time; stops at what cannot be read.
  func forEachPiece<Failure: Error>(
    of range: Range<Int>, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let size = 1 << 18
    for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      guard let piece = bytes(start..<min(start + size, range.upperBound)) else { return }
      try body(piece)
    }
  }
}
