/// The number of terminal columns that text takes, which is not its number of scalars.
///
/// East Asian wide characters and emoji take two; combining and invisible characters take none.
package func displayWidth(of text: some StringProtocol) -> Int {
  latinWidth(of: String(text)) ?? widthByCharacter(of: String(text))
}

/// The width of any text, character by character.
package func widthByCharacter(of text: String) -> Int {
  text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The width of a text that has only scalars below U+0300 and the dashes, quotes, bullets and dots
/// from U+2010 to U+2027; nil for any other text. Each of these is a character by itself, and none
/// is wide.
///
/// Counts bytes, because almost all output is such text: this halves the time of a large diff.
private func latinWidth(of text: String) -> Int? {
  let bytes = text.utf8.span
  var width = 0
  /// The byte before, inside a multi-byte scalar: its first byte, or the second one of U+2000 to
  /// U+203F.
  var lead: UInt8 = 0
  for index in bytes.indices {
    let byte = bytes[index]
    switch byte {
    case 0x20...0x7E: width += 1
    case 0...0x7F: break
    case 0xC2...0xCB, 0xE2: lead = byte
    case 0x80 where lead == 0xE2: lead = byte
    case 0x90...0xA7 where lead == 0x80:
      width += 1
      lead = 0
    // After C2 come the control characters U+0080 to U+009F.
    case 0x80...0xBF where lead >= 0xC2 && lead != 0xE2:
      if lead != 0xC2 || byte >= 0xA0 { width += 1 }
      lead = 0
    default: return nil
    }
  }
  return width
}

/// The columns of one character: those of its widest scalar; two for flags and emoji variants.
private func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  var width = 0
  for scalar in scalars {
    width = max(width, displayWidth(of: scalar))
    if scalar == "\u{FE0F}" || scalars.count > 1 && scalar.isRegionalIndicator { width = 2 }
  }
  return width
}

/// The columns of a single scalar.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if (0x20...0x7E).contains(scalar.value) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return scalar == "\u{AD}" ? 1 : 0
  default: break
  }
  if (0x1160...0x11FF).contains(scalar.value) { return 0 }
  if scalar.properties.isEmojiPresentation, !scalar.isRegionalIndicator { return 2 }
  return scalar.isWide ? 2 : 1
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Wide and fullwidth characters except emoji: `EastAsianWidth.txt` of Unicode, with gaps merged.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
