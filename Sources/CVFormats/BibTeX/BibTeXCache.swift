/// What the BibTeX reader keeps from version to version: the chunks of files, with their entries.
struct BibTeXCache: Sendable {
  /// A chunk with its entries, each as read with the macros and parents of that version.
  struct Item: Sendable {
    var chunk: BibTeXChunk
    /// By the index of the item in the chunk.
    var entries: [Int: Entry] = [:]
  }

  /// An entry as read in its context.
  struct Entry: Sendable {
    var context: BibTeXContext
    var publication: BibTeXPublication
  }

  var items: [HashedBytes: Item] = [:]
  private var size = 0

  /// The maximum total size: the history of a large file would fill the memory.
  private static let maximumSize = 256 << 20

  mutating func insert(_ item: Item) {
    size += item.chunk.bytes.count
    if size > Self.maximumSize {
      items = [:]
      size = item.chunk.bytes.count
    }
    items[HashedBytes(item.chunk.bytes)] = item
  }
}

/// What an entry depends on besides its own bytes.
struct BibTeXContext: Hashable, Sendable {
  /// The values of the macros in it.
  var macros: [String: String] = [:]
  /// The fields inherited from other entries.
  var inherited: [BibTeXPublication.Value] = []
}
