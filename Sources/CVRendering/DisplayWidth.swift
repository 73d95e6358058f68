/// The columns of a terminal that text takes, which is not the number of its scalars.
///
/// East Asian wide characters and emoji take two, combining and invisible ones none.
package func displayWidth(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    return text.utf8.count { $0 >= 0x20 && $0 != 0x7F }
  }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns of one character: those of its widest scalar, two for flags and emoji variants.
private func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  var width = 0
  for scalar in scalars {
    width = max(width, displayWidth(of: scalar))
    if scalar == "\u{FE0F}" || scalars.count > 1 && scalar.isRegionalIndicator { width = 2 }
  }
  return width
}

/// The columns of a scalar by itself.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if (0x20...0x7E).contains(scalar.value) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return scalar == "\u{AD}" ? 1 : 0
  default: break
  }
  if (0x1160...0x11FF).contains(scalar.value) { return 0 }
  if scalar.properties.isEmojiPresentation, !scalar.isRegionalIndicator { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}

/// Wide and fullwidth characters but emoji: `EastAsianWidth.txt` of Unicode, joined over gaps.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
  0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
  0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
  0x20000...0x3FFFD,
]
