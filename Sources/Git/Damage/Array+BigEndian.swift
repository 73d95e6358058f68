extension [UInt8] {
  /// The big-endian number in the four bytes at an offset.
  func bigEndian(at offset: Int) -> Int {
    Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8
      | Int(self[offset + 3])
  }

  /// The highest big-endian number in its groups of four bytes; 0 if empty. There may be a million
  /// of them.
  var highestNumber: Int {
    withUnsafeBytes { bytes in
      var highest: UInt32 = 0
      for place in stride(from: 0, to: bytes.count - 3, by: 4) {
        highest = Swift.max(
          highest,
          UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      }
      return Int(highest)
    }
  }
}
