internal import CVModel
internal import Text
internal import YAML

/// An entry being read from an object of a source.
///
/// Every member of the object ends up in a field, under `x-`, or in a finding: ``finish()`` keeps
/// what no field takes.
struct EntryDraft {
  let kind: Kind
  let style: SourceStyle
  /// From the first character of the entry in the source to just after the last.
  var span: Span
  private var node: Node
  var object: SourceObject
  private(set) var fields = Fields()
  var locations: [FieldLocation] = []
  var findings: [Finding] = []
  var sourceKey: String?
  /// The id that an export of ours named.
  var givenID: String?
  /// The entry's key before it gets a number, once it is made.
  var key: EntryKey?
  var statusOrigin: StatusOrigin?

  init(_ node: Node, as kind: Kind, style: SourceStyle) {
    self.kind = kind
    self.style = style
    span = node.span
    self.node = node
    object = SourceObject(node)
  }

  /// The current value of a field.
  subscript(field: String) -> Plain? { fields[field] }

  // MARK: Reading

  /// Reads a field from the first member with one of these names, by the field's type.
  mutating func read(_ field: String, from names: String...) {
    if let member = object.take(names) { set(field, to: member) }
  }

  /// Sets a field that lists texts to the one text of a member.
  mutating func readOne(_ field: String, from name: String) {
    guard let member = object.take([name]), checkPresence(of: member),
      let text = text(of: member), !text.isEmpty
    else { return }
    set(field, .list([.scalar(text)]), from: member)
  }

  /// Sets a field to the value of a member, by the field's type. An invalid value is kept under
  /// `x-`.
  ///
  /// Does not change a field that already has a value.
  mutating func set(_ field: String, to member: Pair) {
    guard checkPresence(of: member) else { return }
    guard fields[field] == nil, let type = kind.field(named: field)?.type else {
      return keep(member)
    }
    switch type {
    case .texts, .bullets, .tags: setTexts(field, type, to: member)
    case .emails: setText(field, .email, to: member)
    case .date, .end: setDate(field, to: member)
    case .people: setPeople(field, to: member)
    case .any: keep(member)
    case .counts, .links, .named, .metrics, .fieldNames:
      if let value = member.value.kept, type.meaning(of: value) != nil {
        set(field, value, from: member)
      } else {
        refuse(member, "expected \(type.phrase), found \(member.value.shape)")
      }
    default: setText(field, type, to: member)
    }
  }

  /// Sets a field to a value that was derived from a member.
  mutating func set(_ field: String, _ value: Plain?, from member: Pair) {
    guard let value else { return }
    fields[field] = value
    locate(field, at: member)
  }

  /// Sets a field to an implied value, which has no location of its own in the source.
  mutating func imply(_ field: String, _ value: Plain) {
    if fields[field] == nil { fields[field] = value }
  }

  /// Sets a field, replacing any value.
  mutating func overwrite(_ field: String, _ value: Plain) { fields[field] = value }

  /// Removes a field.
  mutating func clear(_ field: String) {
    fields[field] = nil
    locations.removeAll { $0.field == field }
  }

  /// Appends text to a field that may already have some.
  mutating func append(_ text: String, to field: String, by separator: String, from member: Pair) {
    if let present = fields[field]?.text {
      fields[field] = .scalar(present + separator + text)
    } else {
      set(field, .scalar(text), from: member)
    }
  }

  /// Records the location of a field in the source, unless it is known.
  mutating func locate(_ field: String, at member: Pair) {
    if locations.contains(where: { $0.field == field }) { return }
    locations.append(
      FieldLocation(
        field: field, name: member.key, position: member.keySpan.start, value: member.value.span))
  }

  // MARK: Values without a field

  /// Keeps a member verbatim under `x-`.
  mutating func keep(_ member: Pair) {
    guard let value = member.value.kept else { return }
    let name = member.key.hasPrefix("x-") ? member.key : "x-" + member.key
    if fields[name] == nil {
      set(name, value, from: member)
    } else {
      report(
        "\(quoted(member.key)) is ignored: \(quoted(name)) is already given", at: member.value)
    }
  }

  /// Reports a problem with a member, and keeps it under `x-`.
  mutating func refuse(
    _ member: Pair, _ message: String, hint: String? = nil, rule: String = "type"
  ) {
    report(message, hint: hint, rule: rule, at: member.value)
    keep(member)
  }

  mutating func report(
    _ message: String, hint: String? = nil, rule: String = "type", at node: Node
  ) {
    findings.append(style.finding(message, hint: hint, rule: rule, at: node.span))
  }

  /// Returns false for an empty value; in JSON, null and an empty text are also findings.
  mutating func checkPresence(of member: Pair) -> Bool {
    guard member.value.isEmpty else { return true }
    if style.reportsEmpty, case .scalar = member.value.content {
      report(
        "\(quoted(member.key)) is \(member.value.isNull ? "null" : "empty")",
        hint: "remove the key",
        rule: "empty", at: member.value)
    }
    return false
  }

  /// Keeps the rest of the object: a member with the name of one of our fields is read into it if
  /// the value is valid; all others are kept under `x-`.
  mutating func finish() {
    readExportMark(of: node)
    let known = object.knownNames
    for member in object.members {
      if readPrivacy(member, known) || member.value.isEmpty { continue }
      if let type = kind.field(named: member.key)?.type, fields[member.key] == nil,
        !member.key.hasPrefix("x-"), takes(member.value, as: type)
      {
        set(member.key, to: member)
        continue
      }
      if !known.contains(member.key),
        let meant = suggestion(for: member.key, among: known.sorted())
      {
        report(
          "unknown key \(quoted(member.key))", hint: "did you mean \(quoted(meant))?",
          rule: "unknown-key", at: Node(.scalar("", .plain), at: member.keySpan))
      }
      keep(member)
    }
    object = SourceObject([])
    if style.isDeep { keepUnread(of: node) }
    node = Node(.mapping([]), at: span)
    locations.sort { $0.field < $1.field }
  }

  /// The names of fields that hide an entry. If one is given twice, both count.
  static let privacyWords: Set<String> = ["visibility", "private"]

  /// Reads `visibility` and `private`. A mistake hides the entry: a misspelled name, an empty
  /// value, a second one, or a value that says neither.
  ///
  /// - Returns: false for a member that is something else.
  private mutating func readPrivacy(_ member: Pair, _ known: Set<String>) -> Bool {
    let name = member.key.lowercased()
    let words = Self.privacyWords
    guard !known.contains(member.key),
      words.contains(member.key) || kind.field(named: member.key) == nil,
      !name.hasPrefix("x-"),
      let word = words.contains(name) ? name : suggestion(for: name, among: words.sorted())
    else { return false }
    if word == "visibility" {
      if member.value.text?.lowercased() != "public" {
        set("visibility", "private", from: member)
      } else if fields["visibility"] == nil {
        set("visibility", "public", from: member)
      }
    } else if member.key == word, member.value.flag == false {
      keep(member)
    } else {
      let value = member.value
      let isList = if case .sequence = value.content { true } else { !value.isEmpty }
      if member.key == word, isList, value.flag == nil, fields[word] == nil {
        if !value.isEmpty { set(word, to: member) }
        if fields[word] == nil, !value.isEmpty { set("visibility", "private", from: member) }
      } else {
        set("visibility", "private", from: member)
      }
    }
    if member.key != word {
      report(
        "unknown key \(quoted(member.key)): it is taken for \(quoted(word))",
        hint: "did you mean \(quoted(word))?", rule: "private",
        at: Node(.scalar("", .plain), at: member.keySpan))
      keep(member)
    }
    return true
  }

  /// Whether a value that was not written for us is valid for a type.
  private func takes(_ node: Node, as type: FieldType) -> Bool {
    switch type {
    case .date, .end: return node.text.map { SourceDate($0) != nil } ?? false
    case .people: return true
    case .fieldNames: return true
    case .texts, .bullets, .tags: return node.listItems.allSatisfy { $0.text != nil }
    default:
      guard let value = node.kept else { return false }
      return type.meaning(of: value) != nil
    }
  }
}

extension Node {
  /// A Boolean of JSON or YAML; nil for any other value.
  var flag: Bool? {
    switch text?.lowercased() {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }
}

/// The conventions of a source's values, for findings about them.
struct SourceStyle {
  let path: String
  /// Whether numbers and words are distinct from texts: a number in place of a text is a finding.
  let isJSON: Bool
  /// Whether the format requires ISO dates for a start and an end.
  var wantsISODates = false
  /// Whether elements are nested, so that a value may be missed: unread values are kept.
  var isDeep = false
  /// Whether an empty value, such as null or an empty text, is a finding.
  var reportsEmpty = false

  func finding(
    _ message: String, hint: String? = nil, rule: String = "type", at span: Span,
    severity: Finding.Severity = .warning
  ) -> Finding {
    Finding(message, hint: hint, rule: rule, path: path, span: span, severity: severity)
  }
}
