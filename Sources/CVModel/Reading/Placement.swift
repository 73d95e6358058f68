/// What a file is to the CV, told by its path alone.
package enum Placement: Hashable, Sendable {
  /// A record of an entry; the key's kind need not be known, its id need not be well formed.
  case record(EntryKey)
  /// Nothing of the CV's: a dot-file, a README at the top, a theme, a font.
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
  static let otherFolders: Set<String> = ["fonts", "themes"]

  /// Kinds that are one file at the top.
  private static let fileKinds: Set<String> = ["document", "profile"]

  /// Reads a path relative to the CV's folder.
  package init(_ path: some StringProtocol) {
    self = Self.placement(Substring(path))
  }

  private static func placement(_ path: Substring) -> Placement {
    let parts = path.utf8.split(separator: 47, omittingEmptySubsequences: false)
    guard let first = parts.first, let name = parts.last,
      !parts.contains(where: { $0.isEmpty || $0.first == 46 })
    else { return .ignored }
    if parts.count == 1 { return topLevel(String(path)) }
    let folder = String(Substring(first))
    if otherFolders.contains(folder) { return .ignored }
    let isRecord = name.ends(with: ".yaml")
    let isOther = name.ends(with: ".yml")
    if fileKinds.contains(folder) { return .stray(isRecord || isOther ? .noFolder : .notARecord) }
    guard isRecord else { return .stray(isOther ? .otherEnding : .notARecord) }
    return .record(EntryKey(kind: folder, id: String(Substring(name.dropLast(5)))))
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

extension Substring.UTF8View {
  fileprivate func ends(with ending: String) -> Bool {
    suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
