/// A line such as `Reviewed-by: Ada` at the end of a message.
package struct Trailer: Hashable, Sendable {
  package let key: String
  package let value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
