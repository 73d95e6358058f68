internal import CVModel
internal import Text
internal import YAML

/// Reads JSON Resume 1.0, and the fields of earlier versions.
///
/// Source: https://jsonresume.org/schema
enum JSONResumeReader {
  static func read(
    _ files: [FormatFile], reusing cache: inout ObjectCache
  ) -> SourceReading {
    let file = files.first ?? FormatFile(path: "", bytes: [])
    let document = JSONDocument(reading: file.bytes, path: file.path, knowing: cache)
    guard let root = document.root else {
      return .unreadable(.jsonResume, document.findings, path: file.path)
    }
    var builder = ReadingBuilder(.jsonResume, file, document)
    guard case .mapping = root.content else {
      return .unreadable(
        .jsonResume,
        [builder.style.finding("expected an object, found \(root.shape)", at: root.span)],
        path: file.path)
    }
    var top = SourceObject(root)
    top.ignoreBookkeeping(of: .jsonResume)
    let basics = top.take("basics")
    let sections = JSONResumeSection.all.compactMap { section in
      top.take([section.name]).map { (section, $0) }
    }
    addProfile(basics, root, rest: top, to: &builder)
    for (section, member) in sections.sorted(by: { $0.1.keySpan.start < $1.1.keySpan.start }) {
      add(section, member, to: &builder)
    }
    builder.keepObjects(of: document, in: &cache)
    return builder.finished()
  }

  // MARK: Profile

  /// Adds the profile, which also keeps unknown members at the top of the file.
  private static func addProfile(
    _ basics: Pair?, _ root: Node, rest: SourceObject, to builder: inout ReadingBuilder
  ) {
    guard let kind = Schema.builtIn[EntryKey.profile.kind] else { return }
    let node = basics?.value ?? Node(.mapping([]), at: Span(at: root.span.start))
    var draft = builder.draft(node, as: kind)
    if let basics { readBasics(basics, into: &draft) }
    let names = JSONResumeSection.all.map(\.name) + ["basics"]
    for member in rest.members where !member.value.isEmpty {
      if !member.key.hasPrefix("x-"), let meant = suggestion(for: member.key, among: names) {
        builder.report(
          "unknown key \(quoted(member.key))", hint: "did you mean \(quoted(meant))?",
          rule: "unknown-key", at: member.keySpan)
      }
      draft.keep(member)
    }
    builder.add(draft)
  }

  private static func readBasics(_ basics: Pair, into draft: inout EntryDraft) {
    guard case .mapping = basics.value.content else {
      if draft.checkPresence(of: basics) {
        draft.refuse(basics, "expected an object, found \(basics.value.shape)")
      }
      return
    }
    draft.object.know(["image", "picture"])
    draft.read("name", from: "name")
    if let label = draft.object.take("label"), draft.checkPresence(of: label) {
      draft.set(
        "headline", draft.text(of: label).map { .list([.scalar($0)]) }, from: label)
    }
    draft.read("email", from: "email")
    draft.read("phone", from: "phone")
    draft.read("url", from: "url", "website")
    draft.read("summary", from: "summary", "bio")
    if let member = draft.object.take("location") { readLocation(member, into: &draft) }
    if let member = draft.object.take("profiles") { readAccounts(member, into: &draft) }
    draft.hideContacts()
  }

  /// Reads the place, which is public, and the street address, which is private.
  private static func readLocation(_ member: Pair, into draft: inout EntryDraft) {
    guard draft.checkPresence(of: member) else { return }
    guard case .mapping = member.value.content else { return draft.set("location", to: member) }
    var place = SourceObject(member.value)
    for (field, names) in [
      ("address", ["address", "postalCode"]), ("location", ["city", "region", "countryCode"]),
    ] {
      for name in names {
        guard let part = place.take([name]), draft.checkPresence(of: part) else { continue }
        let text: String? =
          if case .scalar = part.value.content { draft.text(of: part) } else { nil }
        if let text {
          draft.append(text, to: field, by: ", ", from: part)
        } else {
          draft.report("expected a text, found \(part.value.shape)", at: part.value)
          place.putBack(part)
        }
      }
    }
    draft.keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.mapping(place.members), at: member.value.span)))
  }

  private static func readAccounts(_ member: Pair, into draft: inout EntryDraft) {
    guard draft.checkPresence(of: member) else { return }
    var odd: [Node] = []
    if case .mapping = member.value.content {
      draft.report("expected a list of profiles, found an object", at: member.value)
    }
    for item in member.value.listItems {
      guard case .mapping = item.content, !item.isEmpty else {
        draft.report("expected a profile, found \(item.shape)", at: item)
        if !item.isEmpty { odd.append(item) }
        continue
      }
      var account = SourceObject(item)
      var texts: [String: String] = [:]
      for name in ["network", "username", "url"] {
        guard let part = account.take([name]), draft.checkPresence(of: part) else { continue }
        guard case .scalar = part.value.content, let text = draft.text(of: part) else {
          draft.report("expected a text, found \(part.value.shape)", at: part.value)
          account.putBack(part)
          continue
        }
        if name == "url", EntryDraft.url(text) == nil {
          draft.report(
            "\(quoted(text)) is not an http or https address", rule: "url", at: part.value)
          account.putBack(part)
          continue
        }
        texts[name] = name == "url" ? EntryDraft.url(text) : text
      }
      let (username, url) = (texts["username"], texts["url"])
      if username == nil && url == nil {
        draft.report("a profile without a username or a url", rule: "required", at: item)
        odd.append(item)
        continue
      }
      let network = texts["network"] ?? url.flatMap(EntryDraft.host(of:)) ?? ""
      draft.addAccount(on: network, name: username, url: url, from: member)
      if account.members.contains(where: { !$0.value.isEmpty }) {
        odd.append(Node(.mapping(account.members), at: item.span))
      }
    }
    draft.keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.sequence(odd), at: member.value.span)))
  }

  // MARK: Sections

  private static func add(
    _ section: JSONResumeSection, _ member: Pair, to builder: inout ReadingBuilder
  ) {
    guard let kind = Schema.builtIn[section.kind] else { return }
    switch member.value.content {
    case .sequence(let items):
      for item in items { add(section, kind, item, to: &builder) }
    case .mapping, .scalar:
      if member.value.isEmpty {
        builder.report(
          "\(quoted(member.key)) is \(member.value.isNull ? "null" : "empty")",
          hint: "remove the key", rule: "empty", at: member.value.span)
        return
      }
      builder.report(
        "expected a list of \(kind.plural), found \(member.value.shape)", at: member.value.span)
      add(section, kind, member.value, isReported: true, to: &builder)
    }
  }

  private static func add(
    _ section: JSONResumeSection, _ kind: Kind, _ item: Node, isReported: Bool = false,
    to builder: inout ReadingBuilder
  ) {
    if section.kind == "projects", let exported = item.exportedKind, item.isUneditedExport {
      // An entry of ours that JSON Resume has no list for: all of it is in the mark.
      var draft = builder.draft(item, as: exported)
      draft.object = SourceObject(draft.object.members.filter { $0.key == ExportMark.name })
      builder.add(draft)
      return
    }
    if case .mapping = item.content {
      builder.add(item, of: section.name, as: kind, by: section.read)
      return
    }
    if !isReported {
      builder.report("expected an object, found \(item.shape)", at: item.span)
    }
    guard !item.isEmpty, let name = kind.nameFields.first else { return }
    var draft = builder.draft(item, as: kind)
    draft.set(
      name, to: Pair(key: section.name, keySpan: Span(at: item.span.start), value: item))
    builder.add(draft)
  }
}

extension EntryDraft {
  /// Hides the phone number and the street address of a profile, which other programs print by
  /// default.
  mutating func hideContacts() {
    let hidden = ["address", "phone"].filter { self[$0] != nil }
    if !hidden.isEmpty { imply("private", .list(hidden.map { .scalar($0) })) }
  }

  /// The name of the site in a URL: `github` for `https://github.com/ada`.
  static func host(of url: String) -> String? {
    let rest = url.split(separator: "://").last ?? ""
    let labels = rest.prefix { $0 != "/" }.split(separator: ".").filter { $0 != "www" }
    return labels.first.map(String.init)
  }
}

extension SourceReading {
  /// A reading of a file that could not be parsed; the last finding is the reason.
  static func unreadable(
    _ format: SourceFormat, _ findings: [Finding], path: String
  ) -> SourceReading {
    ReadingBuilder.unreadable(format, findings, path: path)
  }
}
