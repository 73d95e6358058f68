/// An annotated tag as stored.
package struct AnnotatedTag: Hashable, Sendable {
  /// The ID of the tag object, not of its target.
  package let id: ObjectID
  /// The reference's name without `refs/tags/`.
  package let name: String
  /// The name in the tag object, which differs if the reference was renamed.
  package let writtenName: String
  /// The tagged object; not peeled further.
  package let target: ObjectID
  package let tagger: Signature?
  /// The message, without a signature.
  package let message: String
  /// A signature in any of git's formats, with its first and last line; nil if unsigned.
  package let signature: String?

  init(id: ObjectID, name: String, target: ObjectID, text: ObjectText) {
    self.id = id
    self.name = name
    self.target = target
    writtenName = text.value("tag").map { String(decoding: $0, as: UTF8.self) } ?? ""
    tagger = text.signature("tagger")
    let whole = text.encoding.string(text.message)
    let start = Self.startOfSignature(in: whole)
    message = String(whole[..<(start ?? whole.endIndex)])
    signature = start.map { String(whole[$0...]) }
  }

  /// The start of the last line that begins a signature, as in git's `parse_signed_buffer`.
  private static func startOfSignature(in text: String) -> String.Index? {
    let marks = [
      "-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----",
      "-----BEGIN SSH SIGNATURE-----", "-----BEGIN SIGNED MESSAGE-----",
    ]
    return text.linesOfGit.last { line in marks.contains { line.hasPrefix($0) } }?.startIndex
  }
}

extension Repository {
  /// The annotated tag with a name; nil if there is no such tag, or it is lightweight.
  package func annotatedTag(named name: String) throws(GitError) -> AnnotatedTag? {
    guard let id = try id(ofReference: "refs/tags/" + name),
      case .tag = try header(of: id, .tag).0
    else { return nil }
    return try withBytes(of: id, .tag) { (bytes) throws(GitError) in
      let text = ObjectText(bytes)
      guard let target = text.id("object") else { throw malformed(id, .tag) }
      return AnnotatedTag(id: id, name: name, target: target, text: text)
    }
  }
}
