package import CVModel

/// The summary after an entry's name: where, when, and its status.
package struct EntrySummary {
  private let entry: Entry
  private let kind: Kind?

  package init(_ entry: Entry, kind: Kind?) {
    self.entry = entry
    self.kind = kind
  }

  /// `AIAA SciTech Forum, 2025 · Accepted, To Appear`; empty if nothing is known.
  package var text: String {
    [placeAndDate, status].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The venue or event of an entry, without markup.
  package var place: String? {
    kind?.placeFields.lazy.compactMap { entry[$0] }.first
      .map { texts($0).joined(separator: " / ") }
  }

  private var placeAndDate: String? {
    let parts = [place, date].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func texts(_ value: Plain) -> [String] {
    value.items.compactMap(\.text).map { Inline.parse($0).plainText }
  }

  /// `2025`, `Jun – Aug 2025`, `2024, 2025`.
  package var date: String? {
    if let name = kind?.dateField, let text = entry[name]?.text {
      return PartialDate(text)?.spoken ?? text
    }
    if kind?.hasPeriod == true, let period = Period(entry.fields) { return period.spoken }
    if let value = entry["counts"], case .counts(let counts)? = FieldType.counts.meaning(of: value)
    {
      return counts.keys.sorted().map { String($0) }.joined(separator: ", ")
    }
    return nil
  }

  /// The status as a CV prints it: nothing for published work; an accepted paper with its note.
  package var status: String? {
    guard let text = kind?.status(of: entry) else { return nil }
    let step = kind?.lifecycle?.step(named: text)
    let label = step?.label ?? text
    if label == kind?.lifecycle?.impliedLabel { return nil }
    guard label == "Accepted", let note = entry["note"]?.text else { return label }
    return "\(label), \(Inline.parse(note).plainText)"
  }
}
