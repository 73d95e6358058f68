/// A value to write into a text.
package indirect enum NewValue: Hashable, Sendable {
  case text(String)
  case list([NewValue])
  /// Keys in the order in which they are written.
  case mapping([Pair])

  package struct Pair: Hashable, Sendable {
    package var key: String
    package var value: NewValue

    package init(_ key: String, _ value: NewValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value on one line, in brackets and braces; a text is written for `place`.
  func inline(in place: ScalarWriter.Place) -> String {
    switch self {
    case .text(let text): ScalarWriter.write(text, in: place)
    case .list(let items): "[\(items.map { $0.inline(in: .flow) }.joined(separator: ", "))]"
    case .mapping(let pairs):
      "{\(pairs.map { $0.inline }.joined(separator: ", "))}"
    }
  }
}

extension NewValue.Pair {
  /// `key: value` on one line.
  var inline: String { "\(ScalarWriter.write(key, in: .key)): \(value.inline(in: .flow))" }
}

/// Writes pairs as lines of a block mapping.
package enum BlockWriter {
  /// The maximum width of a collection written on one line.
  static let width = 80

  /// `key: value` and the lines after it, without a line break at the end.
  ///
  /// - Parameter takesLiteral: false if lines follow that a literal text would swallow.
  package static func lines(
    _ pair: NewValue.Pair, indent: Int = 0, takesLiteral: Bool = true
  ) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let key = "\(margin)\(ScalarWriter.write(pair.key, in: .key)):"
    if case .text(let text) = pair.value {
      let literal = takesLiteral ? literalLines(text, indent: indent + 2) : nil
      return literal.map { ["\(key) |"] + $0 } ?? ["\(key) \(ScalarWriter.write(text, in: .block))"]
    }
    let inline = "\(key) \(pair.value.inline(in: .block))"
    if inline.unicodeScalars.count <= width { return [inline] }
    return [key] + lines(pair.value, indent: indent + 2)
  }

  /// The items or pairs of a collection, each on a line of its own.
  static func lines(_ value: NewValue, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    switch value {
    case .text(let text): return [margin + ScalarWriter.write(text, in: .block)]
    case .list(let items): return items.flatMap { item($0, margin: margin) }
    case .mapping(let pairs): return pairs.flatMap { lines($0, indent: indent) }
    }
  }

  /// An item of a list: on one line if it fits, or if it is a text.
  private static func item(_ value: NewValue, margin: String) -> [String] {
    let inline = "\(margin)- \(value.inline(in: .block))"
    guard case .mapping = value, inline.unicodeScalars.count > width else { return [inline] }
    let lines = lines(value, indent: margin.count + 2)
    return lines.enumerated().map { $0 == 0 ? "\(margin)- \($1.dropFirst(margin.count + 2))" : $1 }
  }

  /// The lines of a multi-line text as a literal; nil if only quotes can represent it.
  static func literalLines(_ text: String, indent: Int) -> [String]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, let first = lines.first, first.first != " ", !first.isEmpty,
      lines.last?.isEmpty == false,
      text.unicodeScalars.allSatisfy({ $0 == "\n" || !$0.isRefused && $0 != "\t" && $0 != "\r" })
    else { return nil }
    let margin = String(repeating: " ", count: indent)
    return lines.map { $0.isEmpty ? "" : margin + $0 }
  }
}
