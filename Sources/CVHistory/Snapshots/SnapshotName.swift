internal import CVModel
package import Git

/// How a snapshot's tag is named: `snapshot/2025-11-20-mit-eecs-faculty-search`.
package enum SnapshotName {
  /// What every name begins with.
  package static let prefix = "snapshot/"

  /// The most characters that a purpose gives to a name.
  static let longestSlug = 60

  /// The name of a day and a purpose, before it is known whether it is taken.
  package static func first(_ day: Day, purpose: String) -> String {
    let slug = slug(of: purpose)
    return prefix + day.description + (slug.isEmpty ? "" : "-" + slug)
  }

  /// The same name again, for the `number`th of its kind: `…-2`.
  static func numbered(_ name: String, _ number: Int) -> String {
    number == 1 ? name : "\(name)-\(number)"
  }

  /// The words of a purpose in ASCII letters and digits, joined by `-`, up to a word's end.
  ///
  /// Nothing else reaches a reference's name: no dot, slash, `..` or control character.
  static func slug(of purpose: String) -> String {
    let words = purpose.asciiFolded.lowercased().unicodeScalars
      .split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }
    guard let first = words.first else { return "" }
    var slug = String(first.prefix(longestSlug))
    for word in words.dropFirst() {
      guard slug.count + 1 + word.count <= longestSlug else { break }
      slug += "-" + word
    }
    return slug
  }
}
