internal import Text
internal import YAML

/// An entry of a source as its record holds it: what is written, and read again, is the same.
package struct RecordedEntry: Hashable, Sendable {
  package var entry: Entry
  /// The entry as the source has it, with its location.
  package let origin: ForeignEntry
  /// The fields whose value is none of their type, and that are kept under `x-…`.
  package private(set) var setAside: [String] = []
  /// What the source says of people besides their names, which their own records hold.
  package private(set) var people: [PersonFacts] = []

  /// A person with an ORCID iD or an address.
  package struct PersonFacts: Hashable, Sendable {
    package let name: String
    package let orcid: String?
    package let url: String?
  }

  /// - Parameter kind: of the entry; nil if it is not known.
  package init(_ foreign: ForeignEntry, kind: Kind?) {
    origin = foreign
    entry = Entry(key: foreign.entry.key)
    for (name, value) in foreign.entry.fields {
      let field = kind?.field(named: name)
      let value = field?.type == .people ? takingFacts(of: value) : value
      guard let written = Self.written(value, field?.type ?? .any) else { continue }
      if let field, !field.isRequired, field.type.isScalar, field.type.meaning(of: written) == nil {
        setAside.append(name)
      } else {
        entry[field == nil && kind != nil ? "x-\(name)" : name] = written
      }
    }
    for name in setAside {
      let value = foreign.entry[name].flatMap { Self.written($0, .any) }
      if entry["x-\(name)"] == nil { entry["x-\(name)"] = value }
    }
    leaveOutImpliedStatus(kind)
  }

  /// Leaves out a status that the source does not say, if a record with that status would lack
  /// something.
  private mutating func leaveOutImpliedStatus(_ kind: Kind?) {
    guard let kind, origin.statusWords == nil,
      let field = kind.statusField, entry[field] != nil, origin.spans[field] == nil
    else { return }
    var foreign = origin
    foreign.entry = entry
    let file = SourceFile(path: origin.path, content: .entry(foreign))
    guard
      case .success(let record) = RecordReader(schema: Schema(kinds: [kind]))
        .read(file, as: entry.key), !PublishedSomewhere.findings(in: record, of: kind).isEmpty
    else { return }
    entry[field] = nil
  }

  /// A list of people without what the people's own records hold.
  private mutating func takingFacts(of value: Plain) -> Plain {
    guard case .list(let items) = value else { return value }
    return .list(
      items.map { item in
        guard case .map(var parts) = item, let name = parts["name"]?.text else { return item }
        let orcid = Self.take(&parts, "x-orcid") { text in
          let type = FieldType.identifier(.orcid)
          return type.meaning(of: .scalar(text)) == nil ? nil : type.normalized(text)
        }
        let url = Self.take(&parts, "x-url") { text in
          FieldType.url.meaning(of: .scalar(text)) == nil ? nil : text
        }
        if orcid != nil || url != nil {
          people.append(PersonFacts(name: name.collapsed, orcid: orcid, url: url))
        }
        return parts.count == 1 ? .scalar(name) : .map(parts)
      })
  }

  /// Takes a part of a person, whatever its capitals, if it can be read.
  private static func take(
    _ parts: inout [String: Plain], _ wanted: String, _ read: (String) -> String?
  ) -> String? {
    for key in parts.keys.sorted() where key.lowercased() == wanted {
      if let value = parts[key]?.text.flatMap(read) {
        parts[key] = nil
        return value
      }
    }
    return nil
  }

  /// A value as a record holds it, with the white space of its type; nil if nothing of it is left.
  static func written(_ value: Plain, _ type: FieldType) -> Plain? {
    let value = inner(value, type)
    switch value {
    case .scalar(""), .list([]), .map([:]): return nil
    case .scalar where type.isList: return .list([value])
    default: return value
    }
  }

  private static func inner(_ value: Plain, _ type: FieldType) -> Plain {
    switch value {
    case .scalar(let text):
      let text = text.withoutRefusedCharacters
      switch type {
      case .paragraphs: return .scalar(text.collapsedParagraphs)
      case .lines: return .scalar(text.collapsedLines)
      case .any:
        return .scalar(String(text.unicodeScalars.withoutLastLineFeeds))
      default: return .scalar(text.collapsed)
      }
    case .list(let items): return .list(items.map { inner($0, type) })
    case .map(let pairs):
      return .map(
        Dictionary(pairs.map { ($0.key.withoutRefusedCharacters, inner($0.value, type)) }) {
          first, _ in first
        })
    }
  }
}

extension String.UnicodeScalarView {
  /// Without line feeds at the end.
  fileprivate var withoutLastLineFeeds: String.UnicodeScalarView {
    var result = self
    while result.last == "\n" { result.removeLast() }
    return result
  }
}
