#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import CVModel

/// Writes whole files, so that at no moment half a file is there.
enum FileOutput {
  /// Writes beside the file, then puts the new file in the place of the old one. A device or a pipe is written to as it is.
  static func write(_ text: String, to path: String) throws {
    let manager = FileManager.default
    var target = path
    if let link = try? manager.destinationOfSymbolicLink(atPath: path) {
      target = link.hasPrefix("/") ? link : path.folder + "/" + link
    }
    let type = try? manager.attributesOfItem(atPath: target)[.type] as? FileAttributeType
    if type == .typeDirectory {
      throw Failure("\(quoted(path)) is a folder", hint: "name a file in it")
    }
    let isPlain = type == nil || type == .typeRegular
    do {
      try Data(text.utf8).write(to: URL(filePath: target), options: isPlain ? .atomic : [])
    } catch {
      throw Failure("cannot write \(quoted(path))", hint: reason(path, manager))
    }
  }

  private static func reason(_ path: String, _ manager: FileManager) -> String {
    let folder = path.folder
    return manager.fileExists(atPath: folder)
      ? "see whether you may write in \(quoted(folder))"
      : "make the folder \(quoted(folder)) first"
  }
}

extension String {
  /// What stands before the last slash.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
