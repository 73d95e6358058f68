internal import CVModel

/// Displays the value of a field as a reader of the CV sees it: without markup, with dates in
/// words.
struct ValueWords {
  let path: String
  let type: FieldType?
  /// Whether to show text as written.
  var keepsMarkup = false

  /// A value on one line.
  func callAsFunction(_ value: Plain) -> String {
    if path == FieldChange.periodPath, case .map(let pairs) = value {
      let fields = Fields(pairs.map { ($0.key, $0.value) })
      return Period(fields)?.spoken ?? Self.plain(value)
    }
    if case .date? = type, let text = value.text { return PartialDate(text)?.spoken ?? text }
    return hasMarkup && !keepsMarkup ? Self.withoutMarkup(value) : Self.plain(value)
  }

  /// Both sides of a change; as written if only the markup differs.
  func callAsFunction(_ old: Plain, _ new: Plain) -> (old: String, new: String) {
    let (before, after) = (self(old), self(new))
    return before == after ? (Self.plain(old), Self.plain(new)) : (before, after)
  }

  private var hasMarkup: Bool {
    switch type {
    case .text?, .lines?, .paragraphs?, .texts?, .bullets?: true
    default: false
    }
  }

  /// Any value on one line, as written; a mapping inside another value is in braces.
  static func plain(_ value: Plain) -> String {
    switch value {
    case .scalar(let text): oneLine(text)
    case .list(let items): items.map(inner).joined(separator: ", ")
    case .map(let pairs):
      pairs.sorted { $0.key < $1.key }.map { "\($0.key): \(inner($0.value))" }
        .joined(separator: ", ")
    }
  }

  private static func inner(_ value: Plain) -> String {
    if case .map = value { "{\(plain(value))}" } else { plain(value) }
  }

  private static func withoutMarkup(_ value: Plain) -> String {
    switch value {
    case .scalar(let text): oneLine(Inline.parse(text).plainText)
    case .list(let items): items.map(withoutMarkup).joined(separator: ", ")
    case .map: plain(value)
    }
  }

  /// Separates paragraphs with a pilcrow.
  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ¶ ")
  }

  /// A person, or an item of another list: `Ada Lovelace (equal: true)`, `others (...)`.
  func item(_ value: Plain) -> String {
    if case .people? = type, let name = value.text, Person.isElision(name) {
      return "others (\(name))"
    }
    guard case .map(let pairs) = value, let name = value.spokenPersonName else {
      return self(value)
    }
    let rest = pairs.filter { !NameParts.keys.contains($0.key) }
    return rest.isEmpty ? name : "\(name) (\(Self.plain(.map(rest))))"
  }
}
