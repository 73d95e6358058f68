internal import CVHistory
internal import CVModel

/// The variant that a user named.
struct NamedVariant {
  let variant: Variant

  /// The variant of each side of a diff: its own, or the newer one's where the older side has none.
  static func pair(
    _ name: String, from older: NamedVersion, to newer: NamedVersion, _ cv: CVRepository
  ) throws -> (old: Variant, new: Variant) {
    let old = try cv.reading(of: older.version).cv
    let new = try cv.reading(of: newer.version).cv
    return (
      old: try NamedVariant(name, in: [old, new]).variant,
      new: try NamedVariant(name, in: [new, old]).variant
    )
  }

  /// Looks it up in each CV in turn.
  init(_ name: String, in cvs: [CV]) throws {
    for cv in cvs {
      if let variant = cv.variant(named: name) {
        self.variant = variant
        return
      }
    }
    let names = Set(cvs.flatMap(\.variantNames)).sorted()
    throw Failure(
      "there is no variant \(quoted(name))",
      hint: suggestion(for: name, among: names).map { "did you mean \(quoted($0))?" }
        ?? (names.isEmpty
          ? "a variant is a file such as \"variants/\(name).yaml\" in the CV's folder"
          : "variants: \(names.joined(separator: ", "))"))
  }
}
