/// Compares one field of two entries by its type.
struct FieldComparison {
  let path: String
  /// The type on each side; nil if the kind on that side has no such field.
  let oldType: FieldType?
  let newType: FieldType?
  let people: PeopleDirectory

  /// The change from one value to another; nil if they are written the same.
  func change(from old: Plain?, to new: Plain?) -> FieldChange? {
    guard old != new else { return nil }
    guard let type = newType ?? oldType, oldType == nil || newType == nil || oldType == newType
    else {
      return plainChange(from: old, to: new)
    }
    guard old.map({ type.meaning(of: $0) != nil }) ?? true,
      new.map({ type.meaning(of: $0) != nil }) ?? true
    else {
      var change = plainChange(from: old, to: new)
      change.isUnread = true
      return change
    }
    return typedChange(type, from: old, to: new)
  }

  /// The change between plain texts: if the type cannot read a value, or the types differ.
  func plainChange(from old: Plain?, to new: Plain?) -> FieldChange {
    let effect: Effect = old == nil ? .set : new == nil ? .cleared : .changed
    return FieldChange(path, effect, from: old, to: new, .detail)
  }

  private func typedChange(_ type: FieldType, from old: Plain?, to new: Plain?) -> FieldChange {
    switch type {
    case .status(let lifecycle):
      return StatusComparison(lifecycle: lifecycle).change(path, from: old, to: new)
    case .people:
      return PeopleComparison(directory: people).change(path, from: old, to: new)
    case .texts, .bullets, .tags, .fieldNames:
      return ListComparison().change(path, from: old, to: new)
    case .counts, .links, .named, .metrics, .settings:
      return MappingComparison(type: type).change(path, from: old, to: new)
    default: break
    }
    guard let old, let new else { return plainChange(from: old, to: new) }
    if type == .emails, old.text == nil || new.text == nil {
      return ListComparison().change(path, from: old, to: new)
    }
    switch type {
    case .date: return dateChange(from: old, to: new)
    case .count, .score, .money:
      return NumberComparison(type: type).change(path, from: old, to: new)
    case .text, .lines, .paragraphs, .url, .email, .identifier, .reference, .integer, .choice, .any:
      return restatement(type, from: old, to: new) ?? plainChange(from: old, to: new)
    case .sections: return SectionsComparison().change(path, from: old, to: new)
    default: return plainChange(from: old, to: new)
    }
  }

  /// A cosmetic change, if both values have the same meaning.
  private func restatement(_ type: FieldType, from old: Plain, to new: Plain) -> FieldChange? {
    guard isRestated(type, old, new) else { return nil }
    return FieldChange(path, .restated, from: old, to: new, .cosmetic)
  }

  private func isRestated(_ type: FieldType, _ old: Plain, _ new: Plain) -> Bool {
    guard let before = old.text, let after = new.text else { return false }
    switch type {
    case .text, .lines, .paragraphs: return before.hasSameMeaning(as: after)
    case .identifier: return type.meaning(of: old) == type.meaning(of: new)
    case .reference: return type.meaning(of: old) == type.meaning(of: new)
    default: return false
    }
  }

  private func dateChange(from old: Plain, to new: Plain) -> FieldChange {
    guard case .date(let before)? = FieldType.date.meaning(of: old),
      case .date(let after)? = FieldType.date.meaning(of: new)
    else { return plainChange(from: old, to: new) }
    if before == after { return FieldChange(path, .restated, from: old, to: new, .cosmetic) }
    let effect: Effect = after.sharpens(before) ? .sharpened : .changed
    return FieldChange(path, effect, from: old, to: new, .detail)
  }
}
