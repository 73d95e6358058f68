import CVModel

/// The matches of a diff, one line each: `publications/a ~ by id: title`, `… → … by title`, `+ …`,
/// `- …`.
func story(_ old: [Entry], _ new: [Entry]) -> [String] {
  CVDiff(from: CV(entries: old), to: CV(entries: new)).changes.map(\.line)
}

extension EntryChange {
  fileprivate var line: String {
    switch change {
    case .added: return "+ \(key)"
    case .removed: return "- \(key)"
    case .modified(let fields):
      let from = oldKey.map { "\($0) → " } ?? ""
      let names = fields.map(\.path).joined(separator: " ")
      return "\(from)\(key) by \(matchedBy?.rawValue ?? "?")\(names.isEmpty ? "" : ": \(names)")"
    }
  }
}

/// An entry as a test writes it: `entry("publications/a", ["title": "A"])`.
func entry(_ key: String, _ fields: Fields) -> Entry {
  let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
  return Entry(key: EntryKey(kind: parts[0], id: parts[1]), fields: fields)
}

extension Fields {
  /// With some fields replaced.
  func with(_ other: Fields) -> Fields {
    var result = self
    for (name, value) in other { result[name] = value }
    return result
  }

  /// Without some fields.
  func without(_ names: String...) -> Fields {
    var result = self
    for name in names { result[name] = nil }
    return result
  }
}

/// Papers for tests.
enum Papers {
  static let lux: Fields = [
    "title": "Lux.jl: Explicit Parameterization of Deep Neural Networks", "type": "preprint",
    "authors": ["Avik Pal", "Alan Edelman"], "date": "2022", "venue": "arXiv",
    "arxiv": "2201.00001",
  ]
  static let solvers: Fields = [
    "title": "High-Performance Solvers for Systems of Nonlinear Equations", "type": "journal",
    "authors": ["Flemming Holtorf", "Torkel Loman"], "date": "2024", "venue": "ACM TOMS",
    "doi": "10.1145/3377811.3380366",
  ]
  static let kan: Fields = [
    "title": "Understanding the Limitations of Kolmogorov-Arnold Networks", "type": "workshop",
    "authors": ["Dipankar Das"], "date": "2025", "venue": "NeurIPS",
  ]
}
