internal import Text

/// `{name}` in an intro must be a metric of the profile.
enum KnowMetrics: CVRule {
  static let name = "metric"

  static func findings(in reading: CVReading) -> [Finding] {
    let records = reading.records.filter {
      $0.entry.key == .document || $0.entry.key.kind == Variant.kindName
    }
    return records.flatMap { findings(in: $0, reading) }
  }

  private static func findings(in record: Record, _ reading: CVReading) -> [Finding] {
    let metrics: [String]
    if case .map(let pairs)? = reading.cv.profile?["metrics"] {
      metrics = pairs.keys.sorted()
    } else {
      metrics = []
    }
    let profile = reading.cv.profile
    let isPrivate = profile.map(reading.cv.schema.privacy)?.shows("metrics") == false
    return intros(in: record.entry).flatMap { intro -> [Finding] in
      placeholders(in: intro.text).compactMap { unknown in
        if metrics.contains(unknown) {
          return !isPrivate
            ? nil
            : finding(
              record, "sections", at: intro.path,
              "the metric \(quoted(unknown)) is private, so this intro is left out for others",
              hint: "write the intro without it, or make the metrics public", severity: .warning)
        }
        return finding(
          record, "sections", at: intro.path,
          "the profile has no metric \(quoted(unknown))",
          hint: suggestion(for: unknown, among: metrics).map { "did you mean \(quoted($0))?" }
            ?? "add it under \"metrics\" in profile.yaml")
      }
    }
  }

  private static func intros(in document: Entry) -> [(text: String, path: [Misread.Step])] {
    (document["sections"]?.items ?? []).enumerated().flatMap { index, section in
      let groups = (section["groups"]?.items ?? []).enumerated().map { number, group in
        (group["intro"]?.text, [Misread.Step.value("groups"), .item(number), .value("intro")])
      }
      let all = [(section["intro"]?.text, [Misread.Step.value("intro")])] + groups
      return all.compactMap { text, path in text.map { ($0, [.item(index)] + path) } }
    }
  }

  /// The names in braces: letters, digits and hyphens only; other braces are literal.
  static func placeholders(in text: String) -> [String] {
    var names: [String] = []
    _ = filling(text) { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// A text with its placeholders replaced by their values; one without a value is left unchanged.
  static func filling(_ text: String, with value: (_ name: String) -> String?) -> String {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false)
    var result = ""
    for (index, part) in parts.enumerated() {
      if index > 0, let end = part.firstIndex(of: "}"), EntryKey.isValidID(String(part[..<end])),
        let value = value(String(part[..<end]))
      {
        result.append(value)
        result.append(contentsOf: part[part.index(after: end)...])
      } else {
        if index > 0 { result.append("{") }
        result.append(contentsOf: part)
      }
    }
    return result
  }
}
