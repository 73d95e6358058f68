extension Unicode.Scalar {
  /// Whether it is `0` to `9`.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension StringProtocol {
  /// Whether all characters are `0` to `9`.
  package var isASCIIDigits: Bool { unicodeScalars.allSatisfy(\.isASCIIDigit) }
}
