/// The records that a section selects, each in the first group that it matches.
struct SectionSelection {
  /// Whether the section selects no record.
  private(set) var isEmpty = true
  /// The indices of the groups without records.
  let emptyGroups: [Int]
  /// The records that match no group, although the fields that the groups depend on can be read.
  let ungrouped: [Record]

  init(_ section: Section, _ kind: Kind, of records: [Record]) {
    var filled = Set<Int>()
    var ungrouped: [Int] = []
    for index in records.indices where records[index].entry.key.kind == section.kind {
      guard section.selects(records[index].entry, kind) else { continue }
      isEmpty = false
      if section.groups.isEmpty { break }
      if let number = section.groups.firstIndex(where: { $0.filter.selects(records[index].entry) })
      {
        filled.insert(number)
      } else {
        ungrouped.append(index)
      }
    }
    emptyGroups = section.groups.indices.filter { !filled.contains($0) }
    let fields = Set(section.groups.flatMap(\.filter.values.keys)).compactMap(kind.field(named:))
    self.ungrouped = ungrouped.map { records[$0] }.filter { record in
      fields.allSatisfy { field in
        guard let value = record.entry[field.name] else {
          return !field.isRequired && record.pair(field.name) == nil
        }
        return field.type.meaning(of: value) != nil
      }
    }
  }
}
