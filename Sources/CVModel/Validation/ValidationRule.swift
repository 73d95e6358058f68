internal import YAML

/// A validation rule. Each has its own file, and is listed in `CVReading.findings`.
protocol ValidationRule: Sendable {
  /// The word in brackets after its findings.
  static var name: String { get }
}

/// A rule about a single record.
protocol RecordRule: ValidationRule {
  /// Everything in the record that breaks the rule, in any order.
  static func findings(in record: Record, of kind: Kind) -> [Finding]
}

/// A rule about everything that was read.
protocol CVRule: ValidationRule {
  /// Everything in the CV that breaks the rule, in any order.
  static func findings(in reading: CVReading) -> [Finding]
}

extension ValidationRule {
  /// A finding of this rule at a field of a record; if the field is missing, at the record's first
  /// key.
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
  /// The rules across the fields of a record; those about a single field belong to its type.
  private static let recordRules: [any RecordRule.Type] = [
    KnowKeys.self, MeetFieldTypes.self, RequireFields.self, DatesInOrder.self,
    NamePrivateFields.self, PublishedSomewhere.self, ReplaceExamples.self, WriteNamesAlone.self,
    WriteUnicode.self,
  ]

  /// The rules across entries.
  private static let rules: [any CVRule.Type] = [
    ReadEveryFile.self, UniqueKeys.self, UniqueIdentifiers.self, UniqueTitles.self,
    UniqueEntries.self,
    ReferencesExist.self, SpellPeopleOneWay.self, ListPeopleOnce.self, DefineKinds.self,
    RenderEverySection.self,
    KnowMetrics.self, NarrowWhatIsThere.self,
  ]

  /// The names in brackets that are not field types.
  package static var ruleNames: [String] {
    recordRules.map { $0.name } + rules.map { $0.name } + Fault.ruleNames + otherRules
  }

  /// Rules with their own name that belong to one of the above.
  private static let otherRules = ["empty", "group", "id", "size", "symlink", "unknown-kind"]

  /// All problems of the CV, sorted by file and line.
  package var findings: [Finding] {
    var found = Self.rules.flatMap { $0.findings(in: self) }
    let schema = cv.schema
    found += records.mapInParallel { record -> [Finding] in
      guard let kind = schema[record.entry.key.kind] else { return [] }
      return Self.recordRules.flatMap { $0.findings(in: record, of: kind) }
    }.flatMap(\.self)
    // A source is not a record: breaking a rule for records is only a warning.
    for index in found.indices where sources[found[index].path] != nil {
      found[index].severity = .warning
    }
    found += sources.values.flatMap(\.findings)
    return found.sorted(by: Finding.isShownBefore)
  }
}
