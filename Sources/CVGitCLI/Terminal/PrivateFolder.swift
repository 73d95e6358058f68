internal import CVModel
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder that only this user can read, removed with everything in it at the end of its life.
struct PrivateFolder: ~Copyable {
  let path: String
  /// Until the folder is removed.
  private let signals = HeldSignals()

  /// - Parameter environment: `TMPDIR` says where temporary files go if it is an absolute path.
  init(_ environment: [String: String]) throws {
    let named = environment["TMPDIR"] ?? ""
    let parent = named.hasPrefix("/") ? named : "/tmp"
    var template = Array((parent + "/cvgit-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Failure("cannot make a temporary folder in \(quoted(parent))", hint: "set TMPDIR")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func place(_ name: String) -> String { path + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: place(name), withIntermediateDirectories: true)
  }

  func write(_ content: [UInt8], to name: String) throws {
    try Data(content).write(to: URL(filePath: place(name)))
  }

  /// Nil where there is no such file.
  func content(of name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: place(name)).map(Array.init)
  }

  /// Whether the process is asked to end: another program is best not waited for then.
  var isAskedToEnd: Bool { signals.isAskedToEnd }

  deinit {
    // A file that stays is in a folder for temporary files, which only this user can read.
    try? FileManager.default.removeItem(atPath: path)
  }
}
