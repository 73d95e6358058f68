internal import CVModel
internal import Text
internal import YAML

/// Reads the common parts of an ORCID record's sections.
extension EntryDraft {
  /// Skips what ORCID adds to every element, keeps the put-code, and hides what its owner hides.
  mutating func readORCIDElement() {
    if let member = object.take("put-code"), let code = member.value.text {
      sourceKey = code
      set("x-put-code", .scalar(code), from: member)
    }
    if let member = object.take("visibility"), let words = member.value.text?.lowercased() {
      if words != "public" { set("visibility", "private", from: member) }
    }
    object.ignoreBookkeeping(of: .orcid)
  }

  /// Hides a field whose element is not public.
  mutating func hide(_ field: String, if element: Node) {
    guard let visibility = element["visibility"]?.text?.lowercased(), visibility != "public",
      self[field] != nil
    else { return }
    let hidden = (self["private"]?.items ?? []) + [.scalar(field)]
    overwrite("private", .list(hidden))
  }

  mutating func readORCIDPeriod() {
    for (field, name) in [("start", "start-date"), ("end", "end-date")] {
      guard let member = object.take([name]), !member.value.isEmpty else { continue }
      guard let date = member.value.orcidDate else {
        refuse(member, "\(quoted(name)) is not a date", rule: "date")
        continue
      }
      set(field, .scalar(date), from: member)
    }
  }

  /// `{"value": "https://…"}`.
  mutating func readORCIDURL() {
    guard let member = object.take("url"), let text = member.value.text(at: "value") else { return }
    if let url = Self.url(text) {
      set("url", .scalar(url), from: member)
    } else {
      refuse(member, "\(quoted(text)) is not an http or https address", rule: "url")
    }
  }

  /// Reads the name and the place of an organization.
  mutating func readOrganization(
    as field: String, place: String? = "location", from name: String = "organization"
  ) {
    guard let member = object.take([name]), !member.value.isEmpty else { return }
    var organization = SourceObject(member.value)
    if let part = organization.take("name"), let text = part.value.text?.decodedText {
      set(field, .scalar(text), from: part)
    }
    if let address = organization.take("address") {
      let parts = ["city", "region", "country"].compactMap { address.value.text(at: $0) }
      if let place, kind.field(named: place) != nil, !parts.isEmpty {
        set(place, .scalar(parts.joined(separator: ", ")), from: address)
      } else {
        organization.putBack(address)
      }
    }
    keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.mapping(organization.members), at: member.value.span)))
  }

  /// Reads identifiers of a work or grant into our fields, and keeps the others.
  mutating func readExternalIDs(_ fieldsByType: [String: String]) {
    guard let member = object.take("external-ids"), !member.value.isEmpty else { return }
    var rest: [Node] = []
    for item in member.value["external-id"]?.listItems ?? [] {
      let type = item.text(at: "external-id-type") ?? ""
      let relation = item.text(at: "external-id-relationship")?.lowercased() ?? "self"
      guard let field = fieldsByType[type],
        relation == "self" || field == "issn" || field == "isbn",
        self[field] == nil, let value = item.text(at: "external-id-value")
      else {
        rest.append(item)
        continue
      }
      let fieldType = kind.field(named: field)?.type ?? .text
      guard fieldType.meaning(of: .scalar(value)) != nil else {
        report("\(quoted(value)) is not \(fieldType.phrase)", rule: fieldType.name, at: item)
        rest.append(item)
        continue
      }
      if case .identifier(let scheme) = fieldType {
        set(field, .scalar(scheme.bare(value)), from: member)
      } else {
        set(field, .scalar(value), from: member)
      }
      if let url = item.text(at: "external-id-url", "value"), self["url"] == nil,
        field == "number", Self.url(url) != nil
      {
        set("url", Self.url(url).map { .scalar($0) }, from: member)
      }
    }
    keep(rest, of: member)
  }

  /// Keeps the type as the source has it, such as `invited-position`, which our kinds do not
  /// express.
  mutating func keepWord(_ word: String, as name: String) {
    imply(name, .scalar(word))
  }
}

// MARK: Person

extension EntryDraft {
  mutating func readORCIDName() {
    guard let member = object.take("name"), !member.value.isEmpty else { return }
    let given = member.value.text(at: "given-names", "value")
    let family = member.value.text(at: "family-name", "value")
    let whole = [given, family].compactMap(\.self).joined(separator: " ")
    let credit = member.value.text(at: "credit-name", "value")
    set("name", .scalar(credit ?? whole), from: member)
    if let credit, credit != whole, !whole.isEmpty {
      set("aliases", .list([.scalar(whole)]), from: member)
    }
    hide("name", if: member.value)
  }

  /// Reads a list of elements into a list field, or its first element into a text field.
  mutating func readORCIDList(
    _ field: String, from name: String, _ element: String, text: (Node) -> String?
  ) {
    guard let member = object.take([name]), !member.value.isEmpty else { return }
    var rest: [Node] = []
    var texts = self[field]?.items ?? []
    var isHidden = false
    keepPutCodes(of: member.value[element])
    for item in member.value[element]?.listItems ?? [] {
      guard let value = text(item) else { continue }
      if item.isPublic {
        texts.append(.scalar(value))
      } else if texts.isEmpty {
        texts.append(.scalar(value))
        isHidden = true
      } else {
        rest.append(item)
      }
    }
    guard !texts.isEmpty else { return }
    let type = kind.field(named: field)?.type
    if type?.isList == true {
      overwrite(field, .list(texts))
      locate(field, at: member)
    } else {
      set(field, texts[0], from: member)
      if texts.count > 1 { imply("x-" + name, .list(Array(texts.dropFirst()))) }
    }
    keepHidden(rest, name)
    if isHidden, texts.count == 1 {
      overwrite("private", .list((self["private"]?.items ?? []) + [.scalar(field)]))
    }
  }

  mutating func readORCIDEmails() {
    guard let member = object.take("emails"), !member.value.isEmpty else { return }
    let items = (member.value["email"]?.listItems ?? []).sorted { left, right in
      (left["primary"]?.flag == true ? 0 : 1) < (right["primary"]?.flag == true ? 0 : 1)
    }
    guard let first = items.first(where: \.isPublic) ?? items.first,
      let address = first.text(at: "email")
    else { return }
    set("email", .scalar(address), from: member)
    hide("email", if: first)
    let others = items.compactMap { $0.text(at: "email") }.filter { $0 != address }
    if !others.isEmpty {
      imply("x-emails", .list(others.map { .scalar($0) }))
      if items.contains(where: { !$0.isPublic }) {
        overwrite("private", .list((self["private"]?.items ?? []) + ["x-emails"]))
      }
    }
  }

  /// Reads elements with a label and a URL into `links`, and those without a URL into `accounts`.
  mutating func readORCIDLinks(
    from name: String, _ element: String, label: [String], url: [String], name value: [String] = []
  ) {
    guard let member = object.take([name]), !member.value.isEmpty else { return }
    var hidden: [Node] = []
    keepPutCodes(of: member.value[element])
    for item in member.value[element]?.listItems ?? [] {
      guard item.isPublic else {
        hidden.append(item)
        continue
      }
      func text(_ path: [String]) -> String? {
        var node: Node? = item
        for name in path { node = node?[name] }
        return node?.text?.decodedText
      }
      let address = text(url).flatMap(Self.url)
      let title = text(label) ?? address ?? name
      if let account = value.isEmpty ? nil : text(value) {
        addAccount(on: title, name: account, url: address, from: member)
      } else if let address {
        add(address, to: "links", as: title, from: member)
      } else {
        report("expected an address, found \(item.shape)", rule: "url", at: item)
        hidden.append(item)
      }
    }
    keepHidden(hidden, name)
  }

  /// Keeps the put-codes of elements that become items of one field.
  private mutating func keepPutCodes(of elements: Node?) {
    let codes = (elements?.listItems ?? []).compactMap { $0["put-code"]?.text }
    guard !codes.isEmpty else { return }
    let present = self["x-put-codes"]?.items ?? []
    overwrite("x-put-codes", .list(present + codes.map { .scalar($0) }))
  }

  /// Keeps elements that are not public in a private field.
  private mutating func keepHidden(_ items: [Node], _ name: String) {
    let values = items.compactMap(\.kept)
    guard !values.isEmpty else { return }
    imply("x-private-" + name, .list(values))
    overwrite("private", .list((self["private"]?.items ?? []) + [.scalar("x-private-" + name)]))
  }
}

extension Node {
  /// Whether an ORCID element is public.
  var isPublic: Bool {
    self["visibility"]?.text.map { $0.lowercased() == "public" } ?? true
  }
}
