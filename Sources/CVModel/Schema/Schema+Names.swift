extension Schema {
  /// The kinds that a word may mean: the one of that name; otherwise those that are called so in
  /// the singular or plural, or whose file is; otherwise those of which it is the beginning.
  package func kinds(named word: String) -> [Kind] {
    if let kind = self[word] { return [kind] }
    let wanted = Self.folded(word)
    let called = kinds.filter { Self.names(of: $0).contains(wanted) }
    if !called.isEmpty || wanted.count < 2 { return called }
    return kinds.filter { Self.names(of: $0).contains { $0.hasPrefix(wanted) } }
  }

  private static func names(of kind: Kind) -> [String] {
    var names = [kind.name, kind.singular, kind.plural].map(folded)
    if case .file(let file) = kind.role { names += [file, String(file.prefix { $0 != "." })] }
    return names
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().map { " _".contains($0) ? "-" : String($0) }.joined()
  }
}
