import Foundation

extension ScratchRepository {
  /// Creates a symbolic link.
  package func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + file, withDestinationPath: target)
  }

  /// A file of the work tree as text.
  package func text(_ file: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path + "/" + file), encoding: .utf8)
  }

  /// Writes a file whose name need not be valid UTF-8.
  package func write(bytes name: [UInt8], _ text: String) throws {
    let whole = Array(path.utf8) + [UInt8(ascii: "/")] + name + [0]
    let file = unsafe open(whole.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
  }

  /// Stages a submodule: another repository with one commit, at that path.
  package func addSubmodule(_ path: String) throws {
    try git("init", "--quiet", path)
    try git("-C", path, "commit", "--quiet", "--allow-empty", "--message", "inside")
    try git("-c", "advice.addEmbeddedRepo=false", "add", path)
  }
}
