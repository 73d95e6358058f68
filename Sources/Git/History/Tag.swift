/// A tag of a commit.
package struct Tag: Hashable, Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  /// The commit that the tag comes to, through other tags if need be.
  package let target: ObjectID
  /// Whether it is an object of its own, with a message.
  package let isAnnotated: Bool
  /// Who made an annotated tag; old ones may not say.
  package let tagger: Signature?
  /// An annotated tag's message, a signature included; empty for a plain one.
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
