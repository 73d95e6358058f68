/// The role of a file in the CV, determined by its path.
package enum Placement: Hashable, Sendable {
  /// A record; its kind may be unknown, and its ID invalid.
  case record(EntryKey)
  /// Not part of the CV's records: a dot-file, a README at the top, a theme, a font.
  case ignored
  /// A file that was probably meant as a record.
  case stray(Stray)

  package enum Stray: Hashable, Sendable {
    /// `.yml` instead of `.yaml`.
    case otherEnding
    /// A file in a kind's folder that is not YAML.
    case notARecord
    /// A record outside any folder, or in one named like a file at the top.
    case noFolder
  }

  /// Whether a folder at the top contains no records.
  static func isOtherFolder(_ name: String) -> Bool { name == "fonts" || name == "themes" }

  /// Whether a kind is a single file at the top.
  private static func isFileKind(_ name: String) -> Bool {
    name == "document" || name == "profile"
  }

  /// - Parameter path: a path relative to the CV's folder.
  init(_ path: Substring) {
    let parts = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    let isNamed = parts.allSatisfy { $0.first != nil && $0.first != "." }
    guard isNamed, let folder = parts.first.map({ String($0) }),
      let name = parts.last.map({ String($0) })
    else {
      self = .ignored
      return
    }
    self = parts.count == 1 ? Self.topLevel(name) : Self.file(name, in: folder)
  }

  /// A file in one of the folders at the top.
  private static func file(_ name: String, in folder: String) -> Placement {
    if isOtherFolder(folder) { return .ignored }
    let isRecord = name.hasSuffix(".yaml")
    let isOther = name.hasSuffix(".yml")
    if isFileKind(folder) { return .stray(isRecord || isOther ? .noFolder : .notARecord) }
    guard isRecord else { return .stray(isOther ? .otherEnding : .notARecord) }
    return .record(EntryKey(kind: folder, id: String(name.dropLast(".yaml".count))))
  }

  private static func topLevel(_ name: String) -> Placement {
    switch name {
    case "cv.yaml": .record(.document)
    case "profile.yaml": .record(.profile)
    case "cv.yml", "profile.yml": .stray(.otherEnding)
    default: name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .stray(.noFolder) : .ignored
    }
  }
}
