import CVFormats
import Foundation
import Testing

/// The source files beside the tests.
enum SampleFile {
  static func read(_ name: String, testFile: String = #filePath) throws -> FormatFile {
    let url = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Samples/\(name)")
    return FormatFile(path: name, bytes: Array(try Data(contentsOf: url)))
  }

  /// The files under a folder, sorted by path.
  static func folder(_ name: String, testFile: String = #filePath) throws -> [FormatFile] {
    let url = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Samples/\(name)")
    let paths = try #require(FileManager.default.enumerator(atPath: url.path))
      .compactMap { $0 as? String }.sorted()
    return try paths.compactMap { path in
      let file = url.appendingPathComponent(path)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { return nil }
      return FormatFile(path: "\(name)/\(path)", bytes: Array(try Data(contentsOf: file)))
    }
  }
}
