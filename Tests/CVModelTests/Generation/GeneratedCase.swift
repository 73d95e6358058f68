import CVModel

/// Two CVs of which the second was edited from the first; the same for the same seed.
struct GeneratedCase {
  let seed: Int
  var old: CV
  var new: CV

  /// How many cases each law is shown for.
  static let count = 1_000

  init(seed: Int) {
    self.seed = seed
    var generator = CVGenerator(seed: seed)
    // A fifth starts with CVs that are already under review, so that venues change there.
    old = generator.cv()
    if seed.isMultiple(of: 5) {
      for entry in old.entries(of: "publications") { old[entry.key]?["status"] = "Under Review" }
    }
    new = seed.isMultiple(of: 50) ? generator.cv() : generator.edited(old)
  }

  static var all: some Sequence<GeneratedCase> { (1...count).lazy.map { GeneratedCase(seed: $0) } }
}
