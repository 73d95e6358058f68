internal import CVModel
internal import YAML

/// The objects of earlier versions of a source, so that an object whose bytes did not change is not
/// read again.
struct ObjectCache: Sendable {
  /// The bytes of an object, and what else its reading depends on.
  struct Key: Hashable {
    /// The file, which findings name.
    let path: String
    /// The list that holds it, from which its kind follows.
    let section: String
    /// The column of its first byte. The positions of all other lines follow from the number of the
    /// first.
    let column: Int
    let bytes: HashedBytes
  }

  private var drafts: [Key: EntryDraft] = [:]
  private var size = 0

  /// More than this is not kept: a history of large files would fill the memory.
  private static let maximumSize = 64 << 20

  var isEmpty: Bool { drafts.isEmpty }

  subscript(key: Key) -> EntryDraft? { drafts[key] }

  /// Keeps what was read of an object.
  mutating func insert(_ draft: EntryDraft, at key: Key) {
    size += key.bytes.bytes.count
    if size > Self.maximumSize {
      drafts = [:]
      size = key.bytes.bytes.count
    }
    drafts[key] = draft
  }
}

extension EntryDraft {
  /// The same as it is read from an object that begins at another line.
  func moved(toLine line: Int) -> EntryDraft {
    let distance = line - span.start.line
    if distance == 0 { return self }
    var draft = self
    draft.span = span.moved(byLines: distance)
    draft.locations = locations.map { location in
      var location = location
      location.position.line += distance
      location.value = location.value?.moved(byLines: distance)
      return location
    }
    for index in findings.indices {
      draft.findings[index].span = findings[index].span?.moved(byLines: distance)
    }
    return draft
  }
}

extension Span {
  fileprivate func moved(byLines distance: Int) -> Span {
    var span = self
    span.start.line += distance
    span.end.line += distance
    return span
  }
}
