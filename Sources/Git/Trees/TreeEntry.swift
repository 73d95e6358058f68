/// An entry of a tree: a name and its object.
package struct TreeEntry: Hashable, Sendable {
  package let name: [UInt8]
  package let mode: EntryMode
  package let id: ObjectID

  package init(name: [UInt8], mode: EntryMode, id: ObjectID) {
    self.name = name
    self.mode = mode
    self.id = id
  }
}
