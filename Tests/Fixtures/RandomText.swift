/// Random texts with many scalars that need special treatment in a terminal.
package enum RandomText {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0x20...0x20, 0x00...0x7F, 0x80...0x17F, 0x2C0...0x36F, 0x2000...0x206F,
    0x4E00...0x4E20, 0xAC00...0xAC20, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F468...0x1F469,
    0x200D...0x200D, 0x20...0x20, 0x61...0x7A, 0x09...0x0D,
  ]

  package static func text(upTo length: Int, using random: inout SeededGenerator) -> String {
    // Most texts mix few sorts of scalars.
    let sorts = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
      ranges.randomElement(using: &random)
    }
    var result = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &random) {
      guard let range = sorts.randomElement(using: &random),
        let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
      else { continue }
      result.append(scalar)
    }
    return String(result)
  }
}
