import CVModel
import Fixtures

/// A CV, and two that were edited from it; the same for the same seed.
struct ThreeVersions {
  let seed: Int
  let base: CV
  let ours: CV
  let theirs: CV

  init(seed: Int) {
    self.seed = seed
    let generated = GeneratedCase(seed: seed)
    var generator = CVGenerator(seed: seed + 500_000)
    generator.known = generated.old.entries.keys.sorted()
    base = generated.old
    ours = generated.new
    theirs = generator.edited(generated.old)
  }

  static let all = Cases.some(of: 1...1_000).map { ThreeVersions(seed: $0) }

  /// An entry in the three versions.
  struct Entries {
    let key: EntryKey
    let kind: Kind?
    let people: PeopleDirectory
    let base: Fields
    let ours: Fields
    let theirs: Fields
  }

  /// The entries that all three versions hold.
  var entries: [Entries] {
    let people = PeopleDirectory([ours])
    return base.entries.keys.sorted().compactMap { key in
      guard let mine = ours[key]?.fields, let other = theirs[key]?.fields,
        let before = base[key]?.fields
      else { return nil }
      return Entries(
        key: key, kind: ours.schema[key.kind], people: people, base: before, ours: mine,
        theirs: other)
    }
  }
}

extension Plain {
  /// The texts of a value.
  var texts: [String] {
    switch self {
    case .scalar(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .map(let pairs): pairs.values.flatMap(\.texts)
    }
  }
}
