internal import CVModel

/// The variant that a user named.
struct NamedVariant {
  let variant: Variant

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
