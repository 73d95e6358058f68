internal import CVHistory
internal import CVModel
internal import Text

/// Files from outside the repository to add to a snapshot.
struct AttachedFiles {
  let files: [SnapshotFile]
  /// A line for each file that is stored under another name.
  let renamed: [String]

  /// The maximum size of one file in bytes: the limit of common hosts.
  private static let largest = 100 << 20

  init(_ paths: [String], in directory: String) throws {
    var files: [SnapshotFile] = []
    var renamed: [String] = []
    var names = DistinctNames()
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      try Self.check(name, path)
      let kept = names.name(for: name)
      if kept != name { renamed.append("attached \(path) as \(kept): its name is taken") }
      let place = path.hasPrefix("/") ? path : directory + "/" + path
      files.append(SnapshotFile(path: kept, content: try Self.content(of: place, named: path)))
    }
    self.files = files
    self.renamed = renamed
  }

  /// Checks a name, which must be valid in git trees and in archives on every system.
  private static func check(_ name: String, _ path: String) throws {
    let isTilde = name.lowercased().hasPrefix("git~")
    let isUnsafe = name.unicodeScalars.contains { "\\:".unicodeScalars.contains($0) }
    guard name.isEmpty || name.hasPrefix(".") || isTilde || isUnsafe || name.terminalSafe != name
    else { return }
    throw Failure(
      "a file cannot be attached under the name \(quoted(name.isEmpty ? path : name))",
      hint: "rename it with letters and digits, and without a leading dot")
  }

  private static func content(of place: String, named path: String) throws -> [UInt8] {
    guard let size = FileReading.size(place) else {
      throw Failure("cannot read \(quoted(path)): \(FileReading.lastError)")
    }
    guard !FileReading.isFolder(place) else {
      throw Failure("\(quoted(path)) is not a file", hint: "attach its files one by one")
    }
    guard size <= largest else {
      throw Failure("\(quoted(path)) is larger than 100 MB", hint: "git hosts reject such files")
    }
    return try FileReading.bytes(place, name: path)
  }
}
