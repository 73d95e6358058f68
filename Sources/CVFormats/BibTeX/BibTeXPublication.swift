internal import CVModel
internal import Text

/// An entry of a `.bib` file as a publication: its fields with our names, and everything else under
/// `x-`.
struct BibTeXPublication: Sendable {
  /// A field of the source with its macros resolved.
  struct Value: Hashable, Sendable {
    /// In lower case.
    var name: String
    /// Where the name begins in the chunk.
    var offset: Int
    var bytes: ArraySlice<UInt8>
    /// Whether it is inherited; the offset is then that of the field that names the parent.
    var isInherited = false
  }

  /// The origin of one of our fields.
  struct Location: Hashable, Sendable {
    var field: String
    var name: String
    var offset: Int
  }

  /// A problem with a value.
  struct Fault: Hashable, Sendable {
    var offset: Int
    var length: Int
    var rule: String
    var message: String
    var hint: String?
    var severity = Finding.Severity.warning
  }

  var fields = Fields()
  var locations: [Location] = []
  var faults: [Fault] = []
  var statusOrigin: StatusOrigin?

  let values: [Value]
  /// The index of the first value of each name that is not empty; not filled for a few values, for
  /// which a linear search is faster.
  private var indices: [String: Int] = [:]
  private static let fewValues = 24
  /// True for values that were read, empty values, and all but the first of a name.
  var isTaken: [Bool]
  /// The entry type in lower case.
  let sourceType: String
  var type = "other"

  /// What a field contains besides a status.
  struct Remainder {
    var venue: String?
    /// Whether to keep the original under `x-`.
    var isPartial: Bool
  }

  /// By the names of the fields that contained a status.
  var remainders: [String: Remainder] = [:]

  // MARK: Reading

  /// - Parameters:
  ///   - word: the entry type as written.
  ///   - values: the fields in the order of the file, those of parents last.
  init(type word: String, at offset: Int, _ values: [Value], names: inout BibTeXNameCheck) {
    self.values = values
    isTaken = Array(repeating: false, count: values.count)
    sourceType = word.lowercased()
    index()
    set("x-entrytype", .scalar(word))
    readType(word, offset)
    readTitle()
    readPeople()
    readStatus()
    readVenue()
    readDate()
    readNumbers()
    readIdentifiers()
    readAddresses()
    readRemarks()
    readPrivacy(&names)
    keepRest(&names)
    setTypeByVenue()
    if fields["status"] == nil, type != "preprint" { set("status", "Published") }
    locations.sort { $0.field < $1.field }
  }

  private mutating func index() {
    let isLong = values.count > Self.fewValues
    for (index, value) in values.enumerated() {
      if !value.bytes.contains(where: { !Sign.isSpace($0) }) {
        isTaken[index] = true
      } else if let first = self.index(of: value.name, before: index) {
        isTaken[index] = true
        if !value.isInherited { reportDuplicate(value, of: values[first]) }
      } else if isLong {
        indices[value.name] = index
      }
    }
  }

  /// The index of the first value of a name that is not taken.
  private func index(of name: String, before end: Int) -> Int? {
    if values.count > Self.fewValues { return indices[name].flatMap { isTaken[$0] ? nil : $0 } }
    for index in 0..<end where !isTaken[index] && values[index].name == name { return index }
    return nil
  }

  private mutating func reportDuplicate(_ value: Value, of first: Value) {
    report(
      value, "duplicate-field", "duplicate field \(quoted(value.name)): the first is used",
      hint: first.bytes == value.bytes ? "remove it: both have the same value" : nil)
  }

  // MARK: Values

  func value(_ name: String) -> Value? {
    index(of: name, before: values.count).map { values[$0] }
  }

  /// Takes a value, so that no other field will use it.
  mutating func take(_ name: String) -> Value? {
    guard let index = index(of: name, before: values.count) else { return nil }
    isTaken[index] = true
    return values[index]
  }

  mutating func set(_ field: String, _ value: Plain, from source: Value? = nil) {
    fields[field] = value
    guard let source else { return }
    locations.append(Location(field: field, name: source.name, offset: source.offset))
  }

  /// The text of a value; reports unknown TeX macros.
  mutating func text(_ value: Value, _ style: TeXText.Style = .text) -> String {
    let (text, unknown) = TeXText.decode(value.bytes, as: style)
    if !unknown.isEmpty { report(value, unknown: unknown) }
    return text
  }

  mutating func report(_ value: Value, unknown macros: [String]) {
    let names = macros.map { "\\\($0)" }.joined(separator: ", ")
    report(
      value, "tex", "unknown TeX in \(quoted(value.name)): \(names)",
      hint: "it is kept as written; write the characters themselves")
  }

  mutating func report(
    _ value: Value, _ rule: String, _ message: String, hint: String? = nil,
    severity: Finding.Severity = .warning
  ) {
    faults.append(
      Fault(
        offset: value.offset, length: value.name.utf8.count, rule: rule, message: message,
        hint: hint, severity: severity))
  }

  /// Reads one field as the text of another.
  mutating func readText(_ name: String, as field: String) {
    guard fields[field] == nil, let value = take(name) else { return }
    set(field, .scalar(text(value)), from: value)
  }

  /// Keeps a value as `x-…`.
  mutating func keep(_ value: Value) {
    let text =
      BibTeXFields.isVerbatim(value.name)
      ? TeXText.address(value.bytes) : TeXText.decode(value.bytes, as: .text).0
    set("x-\(value.name)", .scalar(text), from: value)
  }
}
