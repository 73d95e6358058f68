/// A tag of a commit.
package struct Tag: Hashable, Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  /// The commit that the tag peels to, possibly through other tags.
  package let target: ObjectID
  /// Whether it is an object of its own, with a message.
  package let isAnnotated: Bool
  /// Who made an annotated tag; missing in some old ones.
  package let tagger: Signature?
  /// The message of an annotated tag, including a signature; empty for a lightweight one.
  package let message: String

  package init(
    name: String, target: ObjectID, isAnnotated: Bool, tagger: Signature?, message: String
  ) {
    self.name = name
    self.target = target
    self.isAnnotated = isAnnotated
    self.tagger = tagger
    self.message = message
  }
}
