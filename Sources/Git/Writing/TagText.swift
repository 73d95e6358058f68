/// The text of an annotated tag to write: the bytes that are signed and stored.
package struct TagText: Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  /// The bytes to store, including a signature at the end.
  package private(set) var bytes: [UInt8]

  /// The text of a tag of a commit.
  ///
  /// - Parameter message: whole lines; a final line break is added if missing.
  package init(name: String, commit: ObjectID, tagger: Signature, message: String) {
    self.name = name
    let ending = message.hasSuffix("\n") ? "" : "\n"
    bytes = Array(
      """
      object \(commit.hex)
      type commit
      tag \(name)
      tagger \(tagger.headerText)

      \(message)\(ending)
      """.utf8)
  }

  /// The text with a signature of its ``bytes`` added, as a signing program printed it.
  package func signed(with signature: [UInt8]) -> TagText {
    var text = self
    text.bytes += signature
    return text
  }
}

extension Signature {
  /// `Name <email> seconds ±hhmm`, as git stores it.
  package var headerText: String { "\(name) <\(email)> \(moment.headerText)" }
}

extension Moment {
  /// `seconds ±hhmm`.
  var headerText: String {
    let minutes = abs(offsetMinutes)
    let digits = String(minutes / 60 * 100 + minutes % 60)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return "\(seconds) \(offsetMinutes < 0 ? "-" : "+")\(zeros)\(digits)"
  }
}
