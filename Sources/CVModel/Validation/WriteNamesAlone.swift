internal import Text
internal import YAML

/// A name in a list of people is the name alone: marks, remarks, degrees and titles have places of
/// their own.
enum WriteNamesAlone: RecordRule {
  static let name = "name"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    // What YAML does not take is no name.
    guard record.faults.isEmpty else { return [] }
    return kind.peopleFields.flatMap { field -> [Finding] in
      let value = record.entry[field.name]
      return (value?.items ?? []).enumerated().compactMap { index, item in
        // A name in parts, or in another mapping, may still hold a mark.
        guard let name = item.text ?? item["name"]?.text, !Person.isElision(name) else {
          return nil
        }
        let reader = NameReader(name)
        guard let addition = reader.additions.first else { return nil }
        let step = value?.text == nil ? [Misread.Step.item(index)] : []
        return finding(
          record, field.name, at: step + item.pathToName,
          "\(quoted(name)) \(fault(addition))",
          hint: hint(reader, isInMapping: item.text == nil), severity: .warning)
      }
    }
  }

  private static func fault(_ addition: NameReader.Addition) -> String {
    switch addition {
    case .mark(let mark): "has the mark \(quoted(mark)) in the name"
    case .remark: "has a remark in the name"
    case .degree(let degree): "has the degree \(quoted(degree)) in the name"
    case .title(let title): "has the title \(quoted(title)) in the name"
    case .markup: "has markup in the name"
    case .tex: "has TeX in the name"
    case .others: "leaves out people within a name"
    }
  }

  /// The person as the record should have it, with every addition in its place.
  private static func hint(_ reader: NameReader, isInMapping: Bool) -> String {
    if reader.additions.contains(.tex) {
      return "run 'cvgit fmt --tex' to write it in Unicode"
    }
    let name = flow(reader.parts.spoken)
    var keys: [String] = []
    var others = false
    var title: String?
    for addition in reader.additions {
      switch addition {
      case .mark(let mark):
        keys.append(mark.contains("✉") ? "corresponding: true" : "equal: true")
      case .remark(let remark): keys.append("note: \(flow(remark))")
      case .others: others = true
      case .title(let written): title = written
      case .degree, .markup, .tex: break
      }
    }
    var hint: String
    if keys.isEmpty {
      hint = others ? "write a list: [\(name), et al.]" : "write \(name)"
    } else if isInMapping {
      hint = "write \"name: \(name)\" and \(quoted(keys.joined(separator: ", ")))"
    } else {
      hint = "write {name: \(name), \(keys.joined(separator: ", "))}"
    }
    if keys.contains("equal: true") { hint += ", or what else the mark means" }
    if let title { hint += "; \"honorific: \(title)\" in people/ is printed for advisors" }
    return hint
  }

  private static func flow(_ text: String) -> String { ScalarWriter.write(text, in: .flow) }
}
