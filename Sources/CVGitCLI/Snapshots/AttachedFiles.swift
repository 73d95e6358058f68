internal import CVHistory
internal import CVModel
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Files from outside the repository that a snapshot is to hold.
struct AttachedFiles {
  let files: [SnapshotFile]

  /// The most bytes of one file: what common hosts take in a push.
  private static let largest = 100 << 20

  init(_ paths: [String], in directory: String) throws {
    var files: [SnapshotFile] = []
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      try Self.check(name, path)
      if files.contains(where: { $0.path.lowercased() == name.lowercased() }) {
        throw Failure("two attached files are named \(quoted(name))", hint: "rename one of them")
      }
      let place = path.hasPrefix("/") ? path : directory + "/" + path
      files.append(SnapshotFile(path: name, content: try Self.content(of: place, named: path)))
    }
    self.files = files
  }

  /// The name becomes one in a tree of git's and in archives: it has to be one on every system.
  private static func check(_ name: String, _ path: String) throws {
    let isTilde = name.lowercased().hasPrefix("git~")
    let isUnsafe = name.unicodeScalars.contains { "\\:".unicodeScalars.contains($0) }
    guard name.isEmpty || name.hasPrefix(".") || isTilde || isUnsafe || name.terminalSafe != name
    else { return }
    throw Failure(
      "a file cannot be attached under the name \(quoted(name.isEmpty ? path : name))",
      hint: "give it a name of letters and digits, and no dot at its beginning")
  }

  private static func content(of place: String, named path: String) throws -> [UInt8] {
    let attributes: [FileAttributeKey: Any]
    let real = URL(filePath: place).resolvingSymlinksInPath().path
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: real)
    } catch {
      throw Failure("cannot read \(quoted(path)): there is no such file")
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw Failure("\(quoted(path)) is no file", hint: "attach its files one by one")
    }
    if let size = attributes[.size] as? Int, size > largest {
      throw Failure("\(quoted(path)) has more than 100 MB", hint: "git hosts refuse such a file")
    }
    guard let data = FileManager.default.contents(atPath: real) else {
      throw Failure("cannot read \(quoted(path))")
    }
    return Array(data)
  }
}
