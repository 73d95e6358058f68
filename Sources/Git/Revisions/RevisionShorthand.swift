/// git's suffixes that turn a revision into several: `^!`, `^-`, `^-N` and `^@`.
///
/// libgit2 supports none of them.
struct RevisionShorthand {
  /// The equivalent range along first parents.
  let range: String

  /// Nil for a revision without such a suffix.
  init?(_ text: String) {
    for suffix in ["^!", "^-"] where text.hasSuffix(suffix) {
      let revision = Self.base(text, suffix.count)
      range = "\(revision)^..\(revision)"
      return
    }
    if text.hasSuffix("^@") {
      range = "\(Self.base(text, 2))^"
      return
    }
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropLast(digits.count)
    guard !digits.isEmpty, rest.hasSuffix("^-") else { return nil }
    let revision = Self.base(String(rest), 2)
    range = "\(revision)^\(String(digits.reversed()))..\(revision)"
  }

  private static func base(_ text: String, _ count: Int) -> String {
    let base = text.dropLast(count)
    return base.isEmpty ? "HEAD" : String(base)
  }
}
