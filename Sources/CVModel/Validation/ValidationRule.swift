internal import YAML

/// A demand. Each lives in a file of its own, and is listed in `CVReading.findings`.
protocol ValidationRule: Sendable {
  /// The word in brackets behind its findings.
  static var name: String { get }
}

/// A demand on a record by itself.
protocol RecordRule: ValidationRule {
  /// Everything in the record that does not meet the demand, in any order.
  static func findings(in record: Record, of kind: Kind) -> [Finding]
}

/// A demand on all that has been read.
protocol CVRule: ValidationRule {
  /// Everything in the CV that does not meet the demand, in any order.
  static func findings(in reading: CVReading) -> [Finding]
}

extension ValidationRule {
  /// A finding of this rule at a field of a record; at the key of a field that is not there, the record's first.
  static func finding(
    _ record: Record, _ field: String, at path: [Misread.Step] = [], _ message: String,
    hint: String? = nil, severity: Finding.Severity = .error
  ) -> Finding {
    Finding(
      message, hint: hint, rule: name, path: record.path, span: record.span(of: field, at: path),
      severity: severity)
  }
}

extension CVReading {
  /// The demands across the fields of a record; those on one field are its type's.
  private static let recordRules: [any RecordRule.Type] = [
    KnowKeys.self, MeetFieldTypes.self, RequireFields.self, DatesInOrder.self,
    NamePrivateFields.self, PublishedSomewhere.self, ReplaceExamples.self,
  ]

  /// The demands across entries.
  private static let rules: [any CVRule.Type] = [
    ReadEveryFile.self, UniqueKeys.self, UniqueIdentifiers.self, UniqueTitles.self,
    ReferencesExist.self, SpellPeopleOneWay.self, ListPeopleOnce.self, DefineKinds.self,
    RenderEverySection.self,
    KnowMetrics.self, NarrowWhatIsThere.self,
  ]

  /// The words in brackets that are no field type's.
  package static var ruleNames: [String] {
    recordRules.map { $0.name } + rules.map { $0.name } + Fault.ruleNames + otherRules
  }

  /// Rules of a word of their own within one of the above.
  private static let otherRules = ["empty", "group", "id", "size", "symlink", "unknown-kind"]

  /// Everything that is wrong with the CV, sorted by file and line.
  package var findings: [Finding] {
    var found = Self.rules.flatMap { $0.findings(in: self) }
    let schema = cv.schema
    found += records.mapInParallel { record -> [Finding] in
      guard let kind = schema[record.entry.key.kind] else { return [] }
      return Self.recordRules.flatMap { $0.findings(in: record, of: kind) }
    }.flatMap(\.self)
    // A source is not a record: what breaks a rule for records is a warning there.
    for index in found.indices where sources[found[index].path] != nil {
      found[index].severity = .warning
    }
    found += sources.values.flatMap(\.findings)
    return found.sorted(by: Finding.isShownBefore)
  }
}
