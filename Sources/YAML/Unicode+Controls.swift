extension Unicode.Scalar {
  /// Whether it changes the direction of text, so that text is displayed in a misleading order.
  var isBidirectionalControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a record must not contain it, written out or as an escape.
  ///
  /// Besides bidirectional controls: C0 and C1 except tab and line breaks, the line and paragraph
  /// separators (YAML ends a line there, editors do not) and a byte order mark inside the text.
  var isRefused: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: isBidirectionalControl
    }
  }

  /// Whether YAML rejects it unescaped, or counts lines differently from an editor because of it.
  var isUnreadable: Bool {
    isRefused && !isBidirectionalControl
  }
}
