internal import Text
internal import YAML

extension RecordEditor {
  /// Gives fields other values, where they differ. Lists are changed by item and mappings by key,
  /// so that comments, order and quotes of all else stay.
  ///
  /// - Throws: a value that is written in a way that cannot be changed in place.
  package mutating func set(_ fields: Fields) throws(EditRefusal) {
    let names = Set(fields.sortedNames + self.fields.sortedNames).sorted {
      (kind.index(ofField: $0), $0) < (kind.index(ofField: $1), $1)
    }
    // A record needs a field to be edited, so what goes goes last.
    for name in names {
      if let value = fields[name] { try set(name, to: value) }
    }
    for name in names where fields[name] == nil { try remove(name) }
  }

  private mutating func set(_ name: String, to value: Plain) throws(EditRefusal) {
    let old = fields[name]
    guard old != value else { return }
    let type = kind.field(named: name)?.type ?? .any
    var edited = self
    let isEdited =
      switch (old, value) {
      case (.list(let before)?, .list(let after)):
        edited.change([name], from: before, to: after, type)
      case (.map(let before)?, .map(let after)): edited.change(name, from: before, to: after, type)
      default: false
      }
    if !isEdited || edited.fields[name] != value {
      edited = self
      let rank = { [kind] key in kind.index(ofField: key) }
      guard edited.text.set(NewValue(value, as: type), at: [name], rank: rank) else {
        throw cannotEdit(name)
      }
    }
    try take(edited, name, value)
  }

  private mutating func remove(_ name: String) throws(EditRefusal) {
    guard fields[name] != nil else { return }
    var edited = self
    guard edited.text.remove(at: [name]) else { throw cannotEdit(name) }
    try take(edited, name, nil)
  }

  /// Takes an edit over if it changed its field as it should and no other.
  private mutating func take(
    _ edited: RecordEditor, _ name: String, _ value: Plain?
  ) throws(EditRefusal) {
    var expected = fields
    expected[name] = value
    guard edited.fields == expected else { throw cannotEdit(name) }
    self = edited
  }

  /// The most items of a list that are changed one by one: each change reads the text anew.
  private static let changeLimit = 40

  /// Changes a list item by item; false if that is not possible.
  private mutating func change(
    _ path: [String], from old: [Plain], to new: [Plain], _ type: FieldType
  ) -> Bool {
    let kept = LongestCommonSubsequence(old, new).pairs + [(old: old.count, new: new.count)]
    guard old.count + new.count - 2 * kept.count < Self.changeLimit else { return false }
    // From the end to the beginning, so that an edit moves no item that is still to be changed.
    for (index, end) in kept.enumerated().reversed() {
      let start = index > 0 ? kept[index - 1] : (old: -1, new: -1)
      let added = new[(start.new + 1)..<end.new]
      guard change(path, (start.old + 1)..<end.old, to: added, type) else {
        return false
      }
    }
    return true
  }

  /// Changes a range of items of a list.
  private mutating func change(
    _ path: [String], _ old: Range<Int>, to new: ArraySlice<Plain>, _ type: FieldType
  ) -> Bool {
    let items = new.map { NewValue($0, as: type) }
    let common = min(old.count, items.count)
    for index in (0..<common).reversed() {
      guard text.replaceItem(old.lowerBound + index, with: items[index], at: path) else {
        return false
      }
    }
    for item in items[common...].reversed() {
      guard text.insert(item, before: old.lowerBound + common, at: path) else { return false }
    }
    for index in old.dropFirst(common).reversed() {
      guard text.removeItem(index, at: path) else { return false }
    }
    return true
  }

  /// Changes a mapping key by key; false if that is not possible.
  private mutating func change(
    _ name: String, from old: [String: Plain], to new: [String: Plain], _ type: FieldType
  ) -> Bool {
    let keys = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    guard keys.count < Self.changeLimit else { return false }
    let rank: ((String) -> Int)? = type == .counts ? { Int($0) ?? .max } : nil
    for key in keys {
      if let value = new[key] {
        guard text.set(NewValue(value, as: type), at: [name, key], rank: rank) else { return false }
      }
    }
    return keys.allSatisfy { new[$0] != nil || text.remove(at: [name, $0]) }
  }

  func cannotEdit(_ name: String) -> EditRefusal {
    EditRefusal(
      "\(quoted(name)) of \(quoted(key.description)) is written in a way that cannot be changed in place",
      hint: "change it in an editor")
  }
}

extension Kind {
  /// The text of a new record with these fields, in the kind's order; of an unknown kind, in the
  /// order of their names.
  package static func newRecord(_ fields: Fields, kind: Kind?) -> [UInt8] {
    let sorted = fields.sorted {
      (kind?.index(ofField: $0.0) ?? 0, $0.0) < (kind?.index(ofField: $1.0) ?? 0, $1.0)
    }
    let lines = sorted.flatMap { name, value in
      let type = kind?.field(named: name)?.type ?? .any
      return BlockWriter.lines(NewValue.Pair(name, NewValue(value, as: type)))
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
