extension String {
  /// The text with other words in the place of some of its scalars, for a format in which they mean more than themselves.
  ///
  /// - Parameter replacement: what stands for a scalar; nil for one that stays.
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
