internal import Text
internal import YAML

extension CVReading {
  /// The findings for public display on a forge: those that could quote a private record keep only
  /// rule and location.
  package func publicFindings(_ findings: [Finding]) -> [Finding] {
    let hidden = hiddenRecords
    let names = hidden.values.flatMap { ["\($0.kind)/\($0.id)", quoted($0.id)] }
    return findings.map { finding in
      let words = finding.message + "\n" + (finding.hint ?? "")
      guard hidden[finding.path] != nil || names.contains(where: words.contains) else {
        return finding
      }
      return Finding(
        "not shown, because a record is private", hint: "run \"cvgit validate\" to see it",
        rule: finding.rule, path: finding.path, span: finding.span, severity: finding.severity)
    }
  }

  /// The records that are, or may be, private as a whole or in part, by path.
  private var hiddenRecords: [String: EntryKey] {
    var hidden: [String: EntryKey] = [:]
    for record in records {
      let privacy = cv.schema.privacy(of: record.entry)
      if privacy.hidesAll || !privacy.fields.isEmpty { hidden[record.path] = record.entry.key }
    }
    for record in unreadable where mayBePrivate(record) {
      hidden[record.path] = record.key
    }
    return hidden
  }

  /// Whether a record that cannot be read may be private.
  package func mayBePrivate(_ record: Unreadable) -> Bool {
    Self.mayBePrivate(unreadableBytes[record.path] ?? [])
  }

  /// Whether a text that cannot be read as YAML contains a word that may be meant as `visibility`
  /// or `private`.
  package static func mayBePrivate(_ bytes: [UInt8]) -> Bool {
    let words = String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter }
    return words.contains { suggestion(for: String($0), among: ["visibility", "private"]) != nil }
  }
}
