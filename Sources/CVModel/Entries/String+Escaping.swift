extension String {
  /// The text with other words in the place of some of its scalars, for a format in which they mean more than themselves.
  ///
  /// - Parameter replacement: what stands for a scalar; nil for one that stays.
  package func escaping(_ replacement: (Unicode.Scalar) -> String?) -> String {
    // As bytes: a text of scalars that is appended to costs many times as much.
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      if let words = replacement(scalar) {
        result += words.utf8
      } else if scalar.isASCII {
        result.append(UInt8(scalar.value))
      } else {
        result += String(scalar).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
