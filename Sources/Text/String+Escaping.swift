extension String {
  /// The text with some scalars replaced, for a format in which they have a special meaning.
  ///
  /// - Parameter replacement: the replacement of a scalar; nil to keep it.
  package func escaping(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let words = replacement(scalar) {
        result += words
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
