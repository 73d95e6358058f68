internal import CVFormats
package import CVModel

extension CVReading {
  /// The CV of a single source file; `nil` if its format is unknown.
  ///
  /// - Parameter path: determines the format together with the content.
  package init?(source path: String, _ bytes: [UInt8]) {
    let file = FormatFile(path: path, bytes: bytes)
    guard let format = SourceFormat.detect(file) else { return nil }
    let sources = SourceSet(
      [ProjectFile.Source(paths: [path], format: format.rawValue)], root: "")
    let version = sources.version(of: 0, [file])
    let reports = version.reports.map { SourceFile(path: $0.path, content: .source($0.report)) }
    let entries = version.items.map {
      SourceFile(path: $0.path.recordPath, content: $0.content.file)
    }
    self = CVReader(root: "").read(reports + entries)
  }
}
