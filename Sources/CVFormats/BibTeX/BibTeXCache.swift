/// What the BibTeX reader keeps from version to version: the chunks of files, with what was made of their entries.
struct BibTeXCache: Sendable {
  /// A chunk with its entries, each as it was read under the macros and parents of its time.
  struct Item: Sendable {
    var chunk: BibTeXChunk
    /// By the index of the item in the chunk.
    var entries: [Int: Entry] = [:]
  }

  /// An entry as it was read in its context.
  struct Entry: Sendable {
    var context: BibTeXContext
    var publication: BibTeXPublication
  }

  var items: [[UInt8]: Item] = [:]
  private var size = 0

  /// More than this is not kept: a history of large files would fill the memory.
  private static let maximumSize = 256 << 20

  mutating func insert(_ item: Item) {
    size += item.chunk.bytes.count
    if size > Self.maximumSize {
      items = [:]
      size = item.chunk.bytes.count
    }
    items[item.chunk.bytes] = item
  }
}

/// What an entry depends on besides its own bytes.
struct BibTeXContext: Hashable, Sendable {
  /// The values of the macros in it.
  var macros: [String: String] = [:]
  /// The fields that it takes from other entries.
  var inherited: [BibTeXPublication.Value] = []
}
