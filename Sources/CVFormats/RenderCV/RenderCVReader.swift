internal import CVModel
internal import Text
internal import YAML

/// Reads RenderCV 2 and 1: a YAML file whose sections have arbitrary headings.
///
/// Source: the JSON schema of https://docs.rendercv.com
enum RenderCVReader {
  static func read(_ files: [FormatFile]) -> SourceReading {
    let file = files.first ?? FormatFile(path: "", bytes: [])
    let bytes = RenderCVText.quotingAsterisks(file.bytes)
    let document = Document(reading: bytes, limits: .source)
    let findings = document.faults.map { Finding($0, path: file.path) }
    guard let root = document.root, document.faults.allSatisfy({ !$0.isFatal }) else {
      return .unreadable(.rendercv, findings, path: file.path)
    }
    var builder = ReadingBuilder(.rendercv, file, isJSON: false)
    builder.report(findings)
    var top = SourceObject(root)
    guard let member = top.take("cv"), case .mapping = member.value.content else {
      return .unreadable(
        .rendercv,
        [
          builder.style.finding(
            "expected the key \"cv\" with an object",
            hint: "a RenderCV file begins with \"cv:\"", at: Span(at: root.span.start))
        ], path: file.path)
    }
    var cv = SourceObject(member.value)
    let sections = takeSections(&cv)
    addProfile(member, cv, to: &builder)
    RenderCVSections.add(sections, settings: top, root: root, to: &builder)
    return builder.finished()
  }

  /// The sections in order. Version 1 first had lists directly under `cv`.
  private static func takeSections(_ cv: inout SourceObject) -> [Pair] {
    var sections: [Pair] = []
    if let member = cv.take("sections", "sections_content") {
      if case .mapping(let pairs) = member.value.content {
        sections = pairs
      } else if !member.value.isEmpty {
        cv.putBack(member)
      }
    }
    let ownLists = ["social_networks", "custom_connections", "email", "phone", "website"]
    for member in cv.members where !ownLists.contains(member.key) {
      if case .sequence = member.value.content, SectionHeadings.kind(of: member.key) != nil,
        let list = cv.take([member.key])
      {
        sections.append(list)
      }
    }
    return sections
  }

  // MARK: Profile

  private static func addProfile(
    _ member: Pair, _ cv: SourceObject, to builder: inout ReadingBuilder
  ) {
    guard let kind = Schema.builtIn[EntryKey.profile.kind] else { return }
    var draft = builder.draft(member.value, as: kind)
    draft.object = cv
    draft.object.know(["photo"])
    draft.read("name", from: "name")
    if let headline = draft.object.take("headline", "label"), draft.checkPresence(of: headline) {
      draft.set(
        "headline", draft.text(of: headline).map { .list([.scalar($0)]) }, from: headline)
    }
    draft.readEmails()
    draft.readFirst("phone", from: "phone") { $0.hasPrefix("tel:") ? String($0.dropFirst(4)) : $0 }
    draft.readFirst("url", from: "website", decode: \.self)
    draft.read("location", from: "location")
    draft.read("summary", from: "summary")
    if let networks = draft.object.take("social_networks") { readNetworks(networks, into: &draft) }
    if let links = draft.object.take("custom_connections") { readLinks(links, into: &draft) }
    draft.hideContacts()
    if let phone = draft["phone"]?.text, phone.count(where: \.isNumber) < 5 {
      let location = draft.locations.first { $0.field == "phone" }
      builder.report(
        "\(quoted(phone)) is not a phone number", hint: "write it as +46 8 123 456", rule: "phone",
        at: location?.value ?? member.keySpan)
    }
    draft.reportUnknownKeys()
    builder.add(draft)
  }

  private static func readNetworks(_ member: Pair, into draft: inout EntryDraft) {
    guard draft.checkPresence(of: member) else { return }
    var odd: [Node] = []
    for item in member.value.listItems where !item.isEmpty {
      draft.checkKeys(of: item, among: ["network", "username", "url"])
      guard let network = item["network"]?.text, let username = item["username"]?.text else {
        draft.report(
          "expected a network and a username, found \(item.shape)", rule: "required", at: item)
        odd.append(item)
        continue
      }
      draft.addAccount(
        on: network.decodedText, name: username.decodedText, url: item["url"]?.text, from: member)
      draft.keepRest(of: item, but: ["network", "username", "url"], &odd)
    }
    draft.keep(odd, of: member)
  }

  /// Reads `custom_connections`: a text with an icon, and usually a URL.
  private static func readLinks(_ member: Pair, into draft: inout EntryDraft) {
    guard draft.checkPresence(of: member) else { return }
    var odd: [Node] = []
    for item in member.value.listItems where !item.isEmpty {
      guard let label = item["placeholder"]?.text?.decodedText,
        let url = item["url"]?.text.flatMap(EntryDraft.url)
      else {
        odd.append(item)
        continue
      }
      draft.add(url, to: "links", as: label, from: member)
      draft.keepRest(of: item, but: ["placeholder", "url"], &odd)
    }
    draft.keep(odd, of: member)
  }
}

extension Document.Limits {
  /// The limits for a file of another program: it may be large, and may use anchors.
  static let source = Document.Limits(
    size: SourceFormat.maximumSize, nodes: 1 << 20, allowsAliases: true,
    repeatableKeys: EntryDraft.privacyWords)
}

extension Finding {
  /// A YAML fault in a source: an error if text is lost or unclear, otherwise a warning.
  init(_ fault: Fault, path: String) {
    let isError: Bool =
      switch fault.kind {
      case .textLost, .duplicateKey, .conflictMarker, .keyNotText, .listItemInText: true
      default: fault.isFatal
      }
    let rule: String =
      switch fault.kind {
      case .tooLarge: "size"
      case .notUTF8, .utf16: "encoding"
      case .conflictMarker: "conflict"
      case .unreadableCharacter, .controlCharacter: "control-character"
      case .duplicateKey: "duplicate-key"
      case .alias: "alias"
      case .tag: "tag"
      case .tabIndentation: "tab"
      case .textLost: "text-lost"
      default: "yaml"
      }
    self.init(
      fault.message, hint: fault.hint, rule: rule, path: path, span: fault.span,
      severity: isError ? .error : .warning)
  }
}

extension EntryDraft {
  /// Reads one address of mail or several; if any of several is none, the first is read and the
  /// others are kept.
  fileprivate mutating func readEmails() {
    if let items = object["email"]?.listItems, items.count > 1 {
      let addresses = Plain.list(items.map { .scalar($0.text?.decodedText ?? "") })
      if kind.field(named: "email")?.type.meaning(of: addresses) != nil,
        let member = object.take("email")
      {
        return set("email", addresses, from: member)
      }
    }
    readFirst("email", from: "email", decode: \.self)
  }

  /// Reads a text that may also be a list of texts: uses the first, and keeps the others.
  mutating func readFirst(
    _ field: String, from name: String, decode: (String) -> String
  ) {
    guard let member = object.take(name), checkPresence(of: member) else { return }
    let items = member.value.listItems.filter { !$0.isEmpty }
    guard let first = items.first, let text = first.text else { return set(field, to: member) }
    let value = Node(.scalar(decode(text.decodedText), .doubleQuoted), at: first.span)
    set(field, to: Pair(key: member.key, keySpan: member.keySpan, value: value))
    keep(Array(items.dropFirst()), of: member)
  }

  /// Keeps items of a member's list under `x-`.
  mutating func keep(_ items: [Node], of member: Pair) {
    keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.sequence(items), at: member.value.span)))
  }

  /// Reports the keys of an item that its format does not have.
  mutating func checkKeys(of item: Node, among known: [String]) {
    guard case .mapping(let pairs) = item.content else { return }
    for pair in pairs where !known.contains(pair.key) { reportUnknown(pair, among: known) }
  }

  /// Reports all remaining keys, for formats that reject them.
  mutating func reportUnknownKeys() {
    for member in object.members
    where !member.key.hasPrefix("x-") && !object.knownNames.contains(member.key) {
      if suggestion(for: member.key, among: object.knownNames.sorted()) == nil {
        reportUnknown(member, among: [])
      }
    }
  }

  mutating func reportUnknown(_ member: Pair, among known: [String]) {
    report(
      "unknown key \(quoted(member.key))",
      hint: suggestion(for: member.key, among: known).map { "did you mean \(quoted($0))?" },
      rule: "unknown-key", at: Node(.scalar("", .plain), at: member.keySpan))
  }

  /// Collects the rest of an item, besides some members.
  func keepRest(of item: Node, but names: [String], _ odd: inout [Node]) {
    guard case .mapping(let pairs) = item.content else { return }
    let rest = pairs.filter { !names.contains($0.key) && !$0.value.isEmpty }
    if !rest.isEmpty { odd.append(Node(.mapping(rest), at: item.span)) }
  }
}
