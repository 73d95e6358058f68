package import CVModel
internal import Text

/// A record with one value per line: `status: Accepted`, `authors: Ada Lovelace`, `counts.2024: 6`.
///
/// git passes a record without its path, so its kind is unknown: fields are in the order of the
/// built-in kinds, and the others come last, sorted by name.
package struct RecordLinesRenderer {
  package init() {}

  package func render(_ fields: Fields) -> String {
    let ordered = fields.map { (name: $0, value: $1) }.sorted {
      (Self.rank[$0.name] ?? .max, $0.name) < (Self.rank[$1.name] ?? .max, $1.name)
    }
    return ordered.flatMap { lines($0.name, $0.value) }.map { $0 + "\n" }.joined()
  }

  private static let rank: [String: Int] = {
    let kinds = Schema.builtIn.kinds
    let names = kinds.flatMap { $0.ownFields.map(\.name) } + kinds.flatMap { $0.fields.map(\.name) }
    return Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }()

  private func lines(_ name: String, _ value: Plain) -> [String] {
    switch value {
    case .scalar(let text):
      let parts = text.split(separator: "\n").map { String($0).collapsed.terminalSafe }
      return parts.filter { !$0.isEmpty }.map { "\(name): \($0)" }
    case .list(let items): return items.flatMap { item in lines(name, joined(item)) }
    case .map(let pairs):
      return pairs.sorted { $0.key < $1.key }
        .flatMap { lines("\(name).\($0.key.terminalSafe)", $0.value) }
    }
  }

  /// A list item on one line, such as a person with a role, or a section.
  private func joined(_ item: Plain) -> Plain {
    item.text == nil ? .scalar(ValueWords.plain(item)) : item
  }
}
