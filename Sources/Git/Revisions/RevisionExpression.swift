/// A revision or range as written, parsed without a repository.
package enum RevisionExpression: Hashable, Sendable {
  /// `A`.
  case single(String)
  /// `A..B`. An empty side is nil and means `HEAD`, as in git.
  case range(String?, String?)
  /// `A...B`: from the merge base of both to `B`. An empty side is nil and means `HEAD`.
  case symmetric(String?, String?)

  package init(_ text: String) {
    if let (left, right) = Self.split(text, at: "...") {
      self = .symmetric(left, right)
    } else if let (left, right) = Self.split(text, at: "..") {
      self = .range(left, right)
    } else {
      self = .single(text)
    }
  }

  /// The two sides of the first separator outside braces: `HEAD^{/..}` has none.
  private static func split(_ text: String, at separator: String) -> (String?, String?)? {
    var depth = 0
    var rest = Substring(text)
    while let character = rest.first {
      if depth == 0, rest.hasPrefix(separator) {
        let left = text[..<rest.startIndex]
        let right = rest.dropFirst(separator.count)
        return (left.isEmpty ? nil : String(left), right.isEmpty ? nil : String(right))
      }
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      rest.removeFirst()
    }
    return nil
  }
}
