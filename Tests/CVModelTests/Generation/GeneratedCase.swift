import Fixtures
import CVModel

/// Two CVs, of which the second is an edit of the first; determined by the seed.
struct GeneratedCase {
  let seed: Int
  var old: CV
  var new: CV

  /// The number of cases for each law.
  static let count = 1_000

  init(seed: Int) {
    self.seed = seed
    var generator = CVGenerator(seed: seed)
    old = generator.cv()
    new = seed.isMultiple(of: 50) ? generator.cv() : generator.edited(old)
    generator.plant(in: &old, &new)
    old.schema = old.declaredSchema
    new.schema = new.declaredSchema
  }

  static let all = Cases.some(of: 1...count).map { GeneratedCase(seed: $0) }
}
