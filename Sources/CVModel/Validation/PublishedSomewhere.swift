/// A paper that is published says where and when.
enum PublishedSomewhere: ValidationRule {
  static let name = "published"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.flatMap { record -> [Finding] in
      guard record.entry.key.kind == "publications",
        let status = record.entry["status"]?.text,
        Lifecycle.publication.step(named: status)?.label == "Published"
      else { return [] }
      var findings: [Finding] = []
      if record.entry["venue"] == nil, record.entry["publisher"] == nil {
        findings.append(
          finding(record, "status", "published without a venue", hint: "add \"venue: …\""))
      }
      if record.entry["date"] == nil {
        findings.append(
          finding(record, "status", "published without a date", hint: "add \"date: …\""))
      }
      return findings
    }
  }
}
