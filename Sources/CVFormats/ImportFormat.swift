/// A format that `cvgit import` reads: one that a source can have, or one that is only imported.
///
/// To add a format that is only imported, add a value to ``all`` and, if its files name others,
/// give it `includes`.
package struct ImportFormat: Sendable {
  /// The name that `--format` takes.
  package let name: String
  /// The name that messages use.
  package let label: String
  /// True if it is a folder of files.
  package let isFolder: Bool
  /// Reads the file that was named, with the files that it includes behind it, or the files of a
  /// folder.
  package let read: @Sendable ([FormatFile]) -> SourceReading
  /// The files that a file includes, as paths from the folder of the file that was named.
  package let includes: @Sendable (FormatFile) -> [String]
  private let recognizes: @Sendable (FormatFile) -> Bool

  package init(
    name: String, label: String, isFolder: Bool = false,
    recognizes: @escaping @Sendable (FormatFile) -> Bool,
    includes: @escaping @Sendable (FormatFile) -> [String] = { _ in [] },
    read: @escaping @Sendable ([FormatFile]) -> SourceReading
  ) {
    self.name = name
    self.label = label
    self.isFolder = isFolder
    self.recognizes = recognizes
    self.includes = includes
    self.read = read
  }

  private init(_ format: SourceFormat) {
    self.init(
      name: format.rawValue, label: format.label, isFolder: format.isFolder,
      recognizes: { SourceFormat.detect($0) == format }, read: { format.read($0) })
  }

  /// In the order in which a file is tried.
  package static let all = SourceFormat.allCases.map(ImportFormat.init) + [latex]

  private static let latex = ImportFormat(
    name: LaTeXReader.formatName, label: "LaTeX", recognizes: LaTeXReader.recognizes,
    includes: LaTeXReader.includes, read: LaTeXReader.read)

  /// The format with a name.
  package init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The format of a file, by its name and its content; nil if it is in none.
  package static func detect(_ file: FormatFile) -> ImportFormat? {
    all.first { $0.recognizes(file) }
  }
}
