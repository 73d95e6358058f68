internal import CVHistory
internal import CVModel
internal import Text

/// The variant that the user named.
struct NamedVariant {
  let variant: Variant

  /// The variant of each side of a diff: its own, or the newer one's if the older side has none.
  static func pair(
    _ name: String, from older: NamedVersion, to newer: NamedVersion, _ cv: CVRepository
  ) throws -> (old: Variant, new: Variant) {
    try pair(name, try cv.reading(of: older.version).cv, try cv.reading(of: newer.version).cv)
  }

  /// The same for two CVs that were already read.
  static func pair(_ name: String, _ old: CV, _ new: CV) throws -> (old: Variant, new: Variant) {
    guard let pair = old.variants(named: name, with: new) else {
      throw missing(name, in: [old, new])
    }
    for variant in [pair.mine, pair.theirs] where !variant.isReadable { throw unreadable(name) }
    return (pair.mine, pair.theirs)
  }

  init(_ name: String, in cv: CV) throws {
    guard let variant = cv.variant(named: name) else { throw Self.missing(name, in: [cv]) }
    guard variant.isReadable else { throw Self.unreadable(name) }
    self.variant = variant
  }

  /// The error for an unreadable variant, which would show more than its author meant.
  private static func unreadable(_ name: String) -> Failure {
    Failure("the variant \(quoted(name)) cannot be read", hint: "\"cvgit validate\" shows why")
  }

  private static func missing(_ name: String, in cvs: [CV]) -> Failure {
    let names = Set(cvs.flatMap(\.variantNames)).sorted()
    return Failure(
      "there is no variant \(quoted(name))",
      hint: suggestion(for: name, among: names).map { "did you mean \(quoted($0))?" }
        ?? (names.isEmpty
          ? "a variant is a file such as \"variants/\(name).yaml\" in the CV's folder"
          : "variants: \(names.joined(separator: ", "))"))
  }
}
