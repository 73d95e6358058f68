/// The key of an entry: its kind (the folder) and its ID (the file name without extension).
package struct EntryKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var kind: String
  package var id: String

  package init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }

  /// `KIND/ID`, as in references and on the command line.
  package var description: String { "\(kind)/\(id)" }

  package static func < (left: EntryKey, right: EntryKey) -> Bool {
    (left.kind, left.id) < (right.kind, right.id)
  }
}

/// One entry of a CV: its key and its fields as written.
package struct Entry: Hashable, Sendable {
  package var key: EntryKey
  package var fields: Fields

  package init(key: EntryKey, fields: Fields = Fields()) {
    self.key = key
    self.fields = fields
  }

  /// The value of a field as written; nil if the record does not have it.
  package subscript(field: String) -> Plain? {
    get { fields[field] }
    set { fields[field] = newValue }
  }
}

/// The fields of a record, sorted by name, so that two records with the same fields are equal.
package struct Fields: Hashable, Sendable {
  private var names: [String] = []
  private var values: [Plain] = []

  package init() {}

  /// No fields, with space reserved.
  init(capacity: Int) {
    names.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  /// Fields from pairs in any order; of two with the same name, the first counts.
  package init(_ pairs: some Sequence<(String, Plain)>) {
    let sorted = pairs.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    for (_, (name, value)) in sorted where names.last != name {
      names.append(name)
      values.append(value)
    }
  }

  package subscript(name: String) -> Plain? {
    get {
      let index = place(of: name)
      return index < names.count && names[index] == name ? values[index] : nil
    }
    set {
      let index = place(of: name)
      let isPresent = index < names.count && names[index] == name
      switch (isPresent, newValue) {
      case (true, let value?): values[index] = value
      case (true, nil):
        names.remove(at: index)
        values.remove(at: index)
      case (false, let value?):
        names.insert(name, at: index)
        values.insert(value, at: index)
      case (false, nil): break
      }
    }
  }

  /// The index of a name, or where to insert it.
  private func place(of name: String) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }

  package var isEmpty: Bool { names.isEmpty }
  package var count: Int { names.count }

  /// The names whose values differ, sorted.
  func namesDiffering(from other: Fields) -> [String] {
    var result: [String] = []
    var (mine, theirs) = (0, 0)
    while mine < names.count || theirs < other.names.count {
      if theirs == other.names.count || mine < names.count && names[mine] < other.names[theirs] {
        result.append(names[mine])
        mine += 1
      } else if mine == names.count || other.names[theirs] < names[mine] {
        result.append(other.names[theirs])
        theirs += 1
      } else {
        if values[mine] != other.values[theirs] { result.append(names[mine]) }
        (mine, theirs) = (mine + 1, theirs + 1)
      }
    }
    return result
  }

  /// The same for equal fields. Uses the lengths of texts, since hashing every word would cost more
  /// than it saves.
  var digest: Int {
    names.indices.reduce(0) { digest, index in
      let length =
        switch values[index] {
        case .scalar(let text): text.utf8.count
        case .list(let items): items.count
        case .map(let pairs): pairs.count
        }
      return (digest &* 31 &+ names[index].utf8.count) &* 31 &+ length
    }
  }

  /// The names of the fields, sorted.
  package var sortedNames: [String] { names }
}

extension Fields: Sequence {
  package func makeIterator() -> Zip2Sequence<[String], [Plain]>.Iterator {
    zip(names, values).makeIterator()
  }
}

extension Fields: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try [String: Plain](from: decoder).map { ($0.key, $0.value) })
  }

  package func encode(to encoder: any Encoder) throws {
    try Dictionary(map { ($0, $1) }) { first, _ in first }.encode(to: encoder)
  }
}
