/// The record of each person that a CV names: under `people/`, or the profile.
struct PeopleRecords: Sendable {
  private var keyByName: [String: EntryKey] = [:]

  /// A name that several records claim is the owner's where the profile does, else the first record's.
  init(_ cv: CV) {
    let records = cv.entries(of: "people") + [cv.profile].compactMap(\.self)
    for entry in records {
      for value in (entry["name"]?.items ?? []) + (entry["aliases"]?.items ?? []) {
        guard let name = value.text?.wordFolded, !name.isEmpty else { continue }
        if entry.key == .profile || keyByName[name] == nil { keyByName[name] = entry.key }
      }
    }
  }

  /// The record that claims a name in this spelling or one that folds to it, nil where none does.
  func record(named name: String) -> EntryKey? { keyByName[name.wordFolded] }
}
