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

  /// True for a folder at the top that holds no records.
  static func isOtherFolder(_ name: String) -> Bool { name == "fonts" || name == "themes" }

  /// True for a kind that is one file at the top.
  private static func isFileKind(_ name: String) -> Bool {
    name == "document" || name == "profile"
  }

  /// Reads a path relative to the CV's folder, in UTF-8: every file of a CV comes by here, and the views of a text are slow
  /// to walk.
  init(_ path: ArraySlice<UInt8>) {
    self = Self.placement(path)
  }

  private static func placement(_ path: ArraySlice<UInt8>) -> Placement {
    guard isNamed(path) else { return .ignored }
    guard let firstSlash = path.firstIndex(of: slash), let lastSlash = path.lastIndex(of: slash)
    else { return topLevel(String(decoding: path, as: UTF8.self)) }
    let name = path[(lastSlash + 1)...]
    let folder = String(decoding: path[..<firstSlash], as: UTF8.self)
    if isOtherFolder(folder) { return .ignored }
    let isRecord = name.ends(with: ending)
    let isOther = name.ends(with: otherEnding)
    if isFileKind(folder) { return .stray(isRecord || isOther ? .noFolder : .notARecord) }
    guard isRecord else { return .stray(isOther ? .otherEnding : .notARecord) }
    return .record(
      EntryKey(
        kind: folder, id: String(decoding: name.dropLast(ending.count), as: UTF8.self)))
  }

  private static let ending = Array(".yaml".utf8)
  private static let otherEnding = Array(".yml".utf8)
  private static let slash = UInt8(ascii: "/")

  /// True where no part of a path is empty or begins with a dot.
  private static func isNamed(_ path: ArraySlice<UInt8>) -> Bool {
    var before = slash
    for byte in path {
      if before == slash, byte == slash || byte == UInt8(ascii: ".") { return false }
      before = byte
    }
    return before != slash
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

extension ArraySlice<UInt8> {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
