import Testing

/// A small change of a CV, and the name of its golden file.
struct EffectCase: CustomTestStringConvertible, Sendable {
  let name: String
  /// Files by path below `cv/`, before and after.
  let before: [String: String]
  let after: [String: String]

  var testDescription: String { name }

  /// One record that is present before and after.
  init(_ name: String, _ path: String, _ before: String, _ after: String) {
    self.init(name, before: [path: before], after: [path: after])
  }

  init(_ name: String, before: [String: String], after: [String: String]) {
    self.name = name
    self.before = before.mapValues { $0 + "\n" }
    self.after = after.mapValues { $0 + "\n" }
  }

  /// A publication that differs in some lines.
  static func paper(_ name: String, _ before: String, _ after: String) -> EffectCase {
    let base = "title: Notes on the Analytical Engine\ntype: journal\n"
    return EffectCase(name, "publications/notes.yaml", base + before, base + after)
  }

  /// A position that differs in some lines.
  static func position(_ name: String, _ before: String, _ after: String) -> EffectCase {
    let base = "organization: Royal Society\nposition: Fellow\n"
    return EffectCase(name, "experience/fellow.yaml", base + before, base + after)
  }

  /// A profile that differs in some lines.
  static func profile(_ name: String, _ before: String, _ after: String) -> EffectCase {
    EffectCase(
      name, "profile.yaml", "name: Ada Lovelace\n" + before, "name: Ada Lovelace\n" + after)
  }

  /// A document that differs in some lines.
  static func document(_ name: String, _ before: String, _ after: String) -> EffectCase {
    EffectCase(name, "cv.yaml", before, after)
  }
}
