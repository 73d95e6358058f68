internal import CVModel
package import Git
package import Text

/// The name of a snapshot's tag: `snapshot/2025-11-20-mit-eecs-faculty-search`.
package enum SnapshotName {
  /// The prefix of every name.
  package static let prefix = "snapshot/"

  /// The maximum length of the part from the purpose.
  static let longestSlug = 60

  /// The first choice of a name for a day and a purpose, which may already be taken.
  package static func first(_ day: Day, purpose: String) -> String {
    let slug = slug(of: purpose)
    return prefix + day.description + (slug.isEmpty ? "" : "-" + slug)
  }

  /// The `number`th choice: `…-2`.
  static func numbered(_ name: String, _ number: Int) -> String {
    number == 1 ? name : "\(name)-\(number)"
  }

  /// The words of a purpose in ASCII letters and digits, joined by `-`, truncated after a word.
  ///
  /// Nothing else gets into a reference's name: no dot, slash or control character.
  static func slug(of purpose: String, limit: Int = longestSlug) -> String {
    let words = purpose.asciiFolded.lowercased().unicodeScalars
      .split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }
    guard let first = words.first else { return "" }
    var slug = String(first.prefix(limit))
    for word in words.dropFirst() {
      guard slug.count + 1 + word.count <= limit else { break }
      slug += "-" + word
    }
    return slug
  }
}
