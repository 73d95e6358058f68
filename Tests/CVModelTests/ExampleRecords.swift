import CVModel
import Foundation

/// The records in `Records/`: one for each kind, with every field.
enum ExampleRecords {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Records")

  /// The names of the files, without their extension: a kind's, `cv`, or `exhibitions`, a custom
  /// kind.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name + ".yaml"), encoding: .utf8)
  }

  /// The path of a record in a CV at the top of a repository.
  static func path(_ name: String) -> String {
    switch name {
    case "cv", "profile": "\(name).yaml"
    case "kinds": "kinds/exhibitions.yaml"
    default: "\(name)/example.yaml"
    }
  }

  /// All of them, as the files of one CV; a second publication is for the second group of its
  /// section.
  static func files() throws -> [SourceFile] {
    try names().map { SourceFile(path: path($0), text: try text($0)) } + [
      SourceFile(
        path: "publications/second.yaml",
        text: """
          title: Locally Regularized Neural ODEs
          type: workshop
          authors: [Avik Pal]
          tags: [draft]
          visibility: public
          """)
    ]
  }

  /// The CV of all of them.
  static func reading() throws -> CVReading { CVReader(root: "").read(try files()) }
}
