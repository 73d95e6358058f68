/// What a file is to the CV, told by its path alone.
package enum Placement: Hashable, Sendable {
  /// A record of an entry; the key's kind need not be known, its id need not be well formed.
  case record(EntryKey)
  /// Nothing of the CV's: a dot-file, a README at the top, a theme.
  case ignored
  /// A file that its author most likely took for a record.
  case stray(Stray)

  package enum Stray: Hashable, Sendable {
    /// `.yml` in place of `.yaml`.
    case otherEnding
    /// Not YAML at all, in a kind's folder.
    case notARecord
    /// A record in no folder, or in one named like a file at the top.
    case noFolder
  }

  /// Folders at the top that hold no records.
  static let otherFolders: Set<String> = ["themes", "variants"]

  /// Kinds that are one file at the top.
  private static let fileKinds: Set<String> = ["document", "profile"]

  /// Reads a path relative to the CV's folder.
  package init(_ path: some StringProtocol) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let folder = parts.first, let name = parts.last,
      !parts.contains(where: { $0.hasPrefix(".") || $0.isEmpty })
    else {
      self = .ignored
      return
    }
    if parts.count == 1 {
      self = Self.topLevel(String(name))
    } else if Self.otherFolders.contains(String(folder)) {
      self = .ignored
    } else if Self.fileKinds.contains(String(folder)) {
      self = .stray(name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .noFolder : .notARecord)
    } else if name.hasSuffix(".yaml") {
      self = .record(EntryKey(kind: String(folder), id: String(name.dropLast(5))))
    } else if name.hasSuffix(".yml") {
      self = .stray(.otherEnding)
    } else {
      self = .stray(.notARecord)
    }
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
