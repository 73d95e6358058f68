internal import Text

/// What an export adds to an entry for reading it back: its ID, and the fields that the format does
/// not give back as they are.
///
/// Formats that allow members of other programs hold it under ``name``. The checksum is that of all
/// else in the entry: it tells the reader whether another program edited the entry since.
package struct ExportMark: Hashable, Sendable {
  /// The member that holds it.
  package static let name = "cvgit"

  /// The kind, if the format does not give it back.
  package var kind: String?
  package var id: String
  /// Fields as the record has them.
  package var fields: [String: Plain] = [:]
  /// Fields that the format's own members seem to give, and the record does not have.
  package var absent: [String] = []
  /// Nil if the mark adds no field, so that edits do not matter.
  package var checksum: String?

  /// - Parameters:
  ///   - record: the entry, without what is not for others.
  ///   - kind: the kind to name; nil if the format gives it back.
  ///   - item: all that is written for the entry, without the mark.
  ///   - given: the fields that a reader gets from it.
  package init(_ record: Entry, kind: String?, item: Plain, given: [String: Plain]) {
    self.kind = kind
    id = record.key.id
    for (name, value) in record.fields where !Self.isSteering(name) {
      if given[name].map({ Self.isVerbatim($0, value) }) != true { fields[name] = value }
    }
    absent = given.keys.filter { record[$0] == nil }.sorted()
    if !fields.isEmpty || !absent.isEmpty { checksum = Self.checksum(of: item) }
  }

  private init(id: String) { self.id = id }

  /// Reads a mark; nil for what is none.
  package init?(_ plain: Plain) {
    guard case .map = plain, let id = plain["id"]?.text else { return nil }
    self.init(id: id)
    kind = plain["kind"]?.text
    if case .map(let pairs)? = plain["fields"] { fields = pairs }
    absent = plain["absent"]?.items.compactMap(\.text) ?? []
    checksum = plain["checksum"]?.text
  }

  /// True for fields that steer the document: no export has them.
  private static func isSteering(_ name: String) -> Bool {
    EntryBuilder.steering.contains(name) || name.isExtension
  }

  /// True if a reader gets a value back word for word: entities, tags and white space are decoded.
  private static func isVerbatim(_ given: Plain, _ value: Plain) -> Bool {
    switch (given, value) {
    case (.scalar(let left), .scalar(let right)):
      return left == right && !right.beginsMarkup
        && right.split(separator: "\n\n", omittingEmptySubsequences: false)
          .allSatisfy { !$0.isEmpty && $0.utf8.elementsEqual(String($0).collapsed.utf8) }
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy(isVerbatim)
    case (.list(let left), .scalar): return left.count == 1 && isVerbatim(left[0], value)
    case (.map(let left), .map(let right)): return left == right
    default: return false
    }
  }

  /// A number for the content of an entry: the order of members and values that say nothing do not
  /// count.
  ///
  /// It is FNV-1a of 64 bits: it tells edits apart from none, and is no protection against anybody.
  package static func checksum(of item: Plain) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    func add(_ plain: Plain) {
      switch plain {
      case .scalar(let text):
        add([1])
        add(text.utf8)
      case .list(let items):
        add([2])
        for item in items where !item.isBlank { add(item) }
      case .map(let pairs):
        add([3])
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) where !value.isBlank {
          add(key.utf8)
          add(value)
        }
      }
      add([0])
    }
    add(item)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension String {
  /// True if a reader could take a part of it for an entity or a tag.
  fileprivate var beginsMarkup: Bool {
    let bytes = utf8
    return zip(bytes, bytes.dropFirst()).contains { sign, next in
      let isLetter = (97...122).contains(next | 32)
      return sign == UInt8(ascii: "&") && (isLetter || next == UInt8(ascii: "#"))
        || sign == UInt8(ascii: "<") && (isLetter || next == UInt8(ascii: "/"))
    }
  }
}

extension Plain {
  /// True for what says nothing: an empty text, list or mapping.
  fileprivate var isBlank: Bool {
    switch self {
    case .scalar(let text): text.allSatisfy(\.isWhitespace)
    case .list(let items): items.allSatisfy(\.isBlank)
    case .map(let pairs): pairs.values.allSatisfy(\.isBlank)
    }
  }
}
