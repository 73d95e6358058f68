extension String {
  /// With each letter and its combining marks as one Unicode character, if there is one.
  ///
  /// This is normal form C for the letters of the Latin, Greek and Cyrillic scripts. Control
  /// characters and those that change the direction of text are removed.
  var composed: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var base: Unicode.Scalar?
    var marks: [Unicode.Scalar] = []
    func flush() {
      if let letter = base { result.append(contentsOf: Self.composed(letter, marks).utf8) }
      base = nil
      marks.removeAll(keepingCapacity: true)
    }
    for scalar in unicodeScalars {
      if scalar.value < 0x300 {
        flush()
        if scalar.isASCII {
          // Most letters have no mark, and need no lookup.
          base = scalar
        } else if !(0x80...0x9F).contains(scalar.value) {
          base = scalar
        }
      } else if base != nil, marks.count < 8, scalar.isCombiningMark {
        marks.append(scalar)
      } else {
        flush()
        if !scalar.changesDirection { base = scalar }
      }
    }
    flush()
    return String(decoding: result, as: UTF8.self)
  }

  private static func composed(_ letter: Unicode.Scalar, _ marks: [Unicode.Scalar]) -> String {
    if marks.isEmpty { return String(letter) }
    var letter = letter
    var rest = ""
    let sorted = marks.enumerated().sorted { left, right in
      let (mine, theirs) = (left.element.combiningClass, right.element.combiningClass)
      return (mine, left.offset) < (theirs, right.offset)
    }
    for (_, mark) in sorted {
      if rest.isEmpty || mark.combiningClass > (rest.unicodeScalars.last?.combiningClass ?? 0),
        let whole = composedLetters[String(letter) + String(mark)]
      {
        letter = whole
      } else {
        rest.unicodeScalars.append(mark)
      }
    }
    return String(letter) + rest
  }

  /// Each precomposed letter. Canonically equivalent strings are equal, so the letter with separate
  /// marks finds it.
  private static let composedLetters: [String: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
    var letters: [String: Unicode.Scalar] = [:]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) where !scalar.isCombiningMark {
      letters[String(scalar)] = scalar
    }
    return letters
  }()
}

extension Unicode.Scalar {
  fileprivate var combiningClass: UInt8 { properties.canonicalCombiningClass.rawValue }

  fileprivate var isCombiningMark: Bool {
    value >= 0x300 && properties.canonicalCombiningClass != .notReordered
  }

  /// Whether the character changes the direction of the text after it.
  fileprivate var changesDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
