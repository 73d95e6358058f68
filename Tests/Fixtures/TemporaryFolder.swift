package import Foundation

/// A temporary folder; it is removed with its content at the end of its life.
package struct TemporaryFolder: ~Copyable {
  /// Absolute, with links resolved.
  package let path: String

  package init(prefix: String = "cvgit-test") throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let folder = parent.appendingPathComponent("\(prefix)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  package func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("could not remove \(path): \(error)")
    }
  }
}
