/// What a section selects of the records of its kind, each in the first group that it fits.
struct SectionSelection {
  /// True where the section selects no record.
  let isEmpty: Bool
  /// The numbers of the groups that no record stands in.
  let emptyGroups: [Int]
  /// The records that fit no group, although the fields that groups go by can be read.
  let ungrouped: [Record]

  init(_ section: Section, _ kind: Kind, of records: [Record]) {
    let selected = records.filter { section.selects($0.entry, kind) }
    isEmpty = selected.isEmpty
    var filled = Set<Int>()
    var ungrouped: [Record] = []
    for record in selected where !section.groups.isEmpty {
      if let number = section.groups.firstIndex(where: { $0.filter.selects(record.entry) }) {
        filled.insert(number)
      } else {
        ungrouped.append(record)
      }
    }
    emptyGroups = section.groups.indices.filter { !filled.contains($0) }
    let fields = Set(section.groups.flatMap(\.filter.values.keys)).compactMap(kind.field(named:))
    self.ungrouped = ungrouped.filter { record in
      fields.allSatisfy { field in
        guard let value = record.entry[field.name] else {
          return !field.isRequired && record.pair(field.name) == nil
        }
        return field.type.meaning(of: value) != nil
      }
    }
  }
}
