import Fixtures
import Foundation

extension ScratchRepository {
  /// Creates a commit of the empty tree with any parents and date, without moving a branch.
  func commitTree(_ message: String, _ parents: String..., seconds: Int = 1_700_000_000) throws
    -> String
  {
    try commitTree(message, parents: parents, seconds: seconds)
  }

  /// A commit without parents, with the dates of its author and its committer as git writes them.
  func commitTree(_ message: String, author: String, committer: String) throws -> String {
    let tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    let text =
      "tree \(tree)\nauthor A <a@b> \(author)\ncommitter A <a@b> \(committer)\n\n\(message)"
    return try git("hash-object", "-t", "commit", "-w", "--stdin", input: Data(text.utf8))
  }

  func commitTree(_ message: String, parents: [String], seconds: Int) throws -> String {
    let tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    let date = "\(seconds) +0000"
    var text = "tree \(tree)\n"
    for parent in parents { text += "parent \(parent)\n" }
    text += "author A <a@b> \(date)\ncommitter A <a@b> \(date)\n\n\(message)"
    return try git("hash-object", "-t", "commit", "-w", "--stdin", input: Data(text.utf8))
  }
}
