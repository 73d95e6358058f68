import CVModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FuzzTarget {
  /// A diff as JSON from anywhere: it is rejected, or it can be applied, inverted and written
  /// again.
  static let diffDocument = FuzzTarget("diff-json") { bytes in
    guard let document = try? DiffDocument(json: Data(bytes)) else { return }
    let json = try document.json()
    try demandSafe(json, "the diff as JSON")
    try demand(try DiffDocument(json: Data(json.utf8)) == document, "JSON changes the diff")
    let there = CV().applying(document.changes)
    _ = there.applying(document.changes)
    _ = there.applying(document.changes.map(\.inverted))
    let twice = document.changes.map(\.inverted.inverted)
    try demand(twice.map(\.key) == document.changes.map(\.key), "back and there is another key")
  }
}
