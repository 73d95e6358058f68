internal import Text
internal import YAML

/// Edits a record field by field, in its text.
package struct RecordEditor: Sendable {
  let kind: Kind
  let key: EntryKey
  var text: EditableText

  /// The current bytes of the record.
  package var bytes: [UInt8] { text.bytes }

  /// - Throws: a text with faults, which must be corrected in an editor.
  package init(_ bytes: [UInt8], key: EntryKey, kind: Kind) throws(EditRefusal) {
    guard let text = EditableText(bytes) else {
      let fault = Document(reading: bytes).faults.first
      let place = fault.map { " on line \($0.span.start.line): \($0.message)" } ?? ""
      throw EditRefusal(
        "the record \(quoted(key.description)) cannot be read\(place)",
        hint: "correct it in an editor, or try \"cvgit fmt\"")
    }
    (self.text, self.key, self.kind) = (text, key, kind)
  }

  /// The entry's current fields.
  var fields: Fields { RecordReader.fields(text.root.pairs, kind: kind) }

  /// Applies a change; returns false if the record already has that value.
  package mutating func apply(_ assignment: FieldAssignment) throws(EditRefusal) -> Bool {
    let type = try kind.type(for: assignment)
    var edited = self
    guard try edited.change(assignment, type) else { return false }
    guard edited.text.bytes != text.bytes else { return false }
    // An edit that changes anything else is a bug: do not make it.
    let others = Set(fields.sortedNames + edited.fields.sortedNames).subtracting([assignment.field])
    guard others.allSatisfy({ edited.fields[$0] == fields[$0] }) else {
      throw cannotEdit(assignment.field)
    }
    self = edited
    return true
  }

  private mutating func change(_ assignment: FieldAssignment, _ type: FieldType) throws(EditRefusal)
    -> Bool
  {
    switch assignment.operation {
    case .set where assignment.value.isEmpty: return try clear(assignment)
    case .set: return try set(assignment, type)
    case .add: return try add(assignment, type)
    case .take: return try take(assignment, type)
    }
  }

  // MARK: Operations

  private func value(at path: [String]) -> Plain? {
    guard let value = fields[path[0]] else { return nil }
    return path.dropFirst().reduce(Optional(value)) { $0?[$1] }
  }

  private mutating func clear(_ assignment: FieldAssignment) throws(EditRefusal) -> Bool {
    let isThere = assignment.path.reduce(Optional(text.root)) { $0?.pair($1)?.value } != nil
    guard isThere else { return false }
    guard text.remove(at: assignment.path) else { throw cannotEdit(assignment.field) }
    return true
  }

  private mutating func set(_ assignment: FieldAssignment, _ type: FieldType) throws(EditRefusal)
    -> Bool
  {
    let new: NewValue =
      assignment.key == nil
      ? try NewValue(assignment.value, for: type) : .text(assignment.value.collapsed)
    if value(at: assignment.path) == new.plain { return false }
    var rank: ((String) -> Int)? = { [kind] in kind.index(ofField: $0) }
    if assignment.key != nil, fields[assignment.field] != nil {
      rank = type == .counts ? { Int($0) ?? .max } : nil
    }
    guard text.set(new, at: assignment.path, rank: rank),
      value(at: assignment.path) == new.plain
    else { throw cannotEdit(assignment.field) }
    return true
  }

  private mutating func add(_ assignment: FieldAssignment, _ type: FieldType) throws(EditRefusal)
    -> Bool
  {
    guard let present = value(at: assignment.path) else { return try set(assignment, type) }
    if case .map = present {
      throw EditRefusal(
        "\(quoted(assignment.field)) is a mapping, not a list",
        hint: "replace it with \(quoted("\(assignment.field)=…"))")
    }
    guard case .list(let items) = try NewValue(assignment.value, for: type == .any ? .texts : type)
    else { throw cannotEdit(assignment.field) }
    var isChanged = false
    for item in items where !present.items.contains(item.plain) {
      guard text.append(item, at: assignment.path) else { throw cannotEdit(assignment.field) }
      isChanged = true
    }
    return isChanged
  }

  private mutating func take(_ assignment: FieldAssignment, _ type: FieldType) throws(EditRefusal)
    -> Bool
  {
    let items = value(at: assignment.path)?.items ?? []
    let names = items.map { $0.spokenPersonName ?? "" }
    guard let index = names.firstIndex(of: assignment.value.collapsed) else {
      throw EditRefusal(
        "\(quoted(assignment.field)) has no item \(quoted(assignment.value))",
        hint: suggestion(for: assignment.value, among: names).map { "did you mean \(quoted($0))?" })
    }
    guard text.removeItem(index, at: assignment.path) else { throw cannotEdit(assignment.field) }
    return true
  }
}
