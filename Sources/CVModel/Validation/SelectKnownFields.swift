internal import Text

/// The `where` and `sort` of a section must name fields of its kind, with possible values.
enum SelectKnownFields {
  static func findings(
    _ record: Record, _ index: Int, _ section: Section, _ kind: Kind
  ) -> [Finding] {
    let whole = filterFindings(record, [.item(index), .value("where")], section.filter, kind)
    let groups = section.groups.enumerated().flatMap { number, group in
      let path: [Misread.Step] = [
        .item(index), .value("groups"), .item(number), .value("where"),
      ]
      return filterFindings(record, path, group.filter, kind)
    }
    guard let sort = section.sort?.withoutSortMark, kind.field(named: sort) == nil else {
      return whole + groups
    }
    return whole + groups + [unknownField(record, [.item(index), .value("sort")], sort, kind)]
  }

  private static func filterFindings(
    _ record: Record, _ path: [Misread.Step], _ filter: Filter, _ kind: Kind
  ) -> [Finding] {
    filter.values.sorted { $0.key < $1.key }.flatMap { name, wanted -> [Finding] in
      guard let field = kind.field(named: name) else {
        return [unknownField(record, path + [.key(name)], name, kind)]
      }
      return wanted.enumerated().flatMap { number, value in
        field.type.refusals(ofFilter: value).map { misread in
          finding(
            record, path + [.value(name), .item(number)], misread.message, hint: misread.hint)
        }
      }
    }
  }

  private static func unknownField(
    _ record: Record, _ path: [Misread.Step], _ name: String, _ kind: Kind
  ) -> Finding {
    finding(
      record, path, kind.lacksField(name),
      hint: kind.field(meantBy: name).map { "did you mean \(quoted($0))?" }
        ?? "its fields: \(kind.fields.map(\.name).joined(separator: ", "))")
  }

  private static func finding(
    _ record: Record, _ path: [Misread.Step], _ message: String, hint: String?
  ) -> Finding {
    RenderEverySection.finding(record, "sections", at: path, message, hint: hint)
  }
}

extension FieldType {
  /// Why no entry can have the value of a `where` filter, for fields with listed values.
  fileprivate func refusals(ofFilter value: String) -> [Misread] {
    switch self {
    case .choice, .status: misreads(in: .scalar(value))
    default: []
    }
  }
}

extension String {
  /// The field of a `sort`, without the `-` for descending order.
  package var withoutSortMark: String { hasPrefix("-") ? String(dropFirst()) : self }
}
