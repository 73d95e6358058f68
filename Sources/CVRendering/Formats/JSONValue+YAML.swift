internal import YAML

extension JSONValue {
  /// The value as YAML in blocks. Texts that other programs could take for numbers, dates or truth
  /// values are in quotes.
  func writtenAsYAML() -> String {
    var result = ""
    Self.write(self, to: &result, indent: 0, isInList: false)
    return result
  }

  private static func write(
    _ value: JSONValue, to result: inout String, indent: Int, isInList: Bool
  ) {
    let space = String(repeating: " ", count: indent)
    switch value {
    case .text(let text): result += " \(scalar(text, in: .block))\n"
    case .number(let number): result += " \(number)\n"
    case .list(let items):
      if items.isEmpty {
        result += " []\n"
        return
      }
      if !result.isEmpty { result += "\n" }
      for item in items {
        result += space + "-"
        write(item, to: &result, indent: indent + 2, isInList: true)
      }
    case .object(let pairs):
      let members = pairs.compactMap { name, value in value.map { (name, $0) } }
      if members.isEmpty {
        result += " {}\n"
        return
      }
      if !result.isEmpty, !isInList { result += "\n" }
      for (index, (name, member)) in members.enumerated() {
        // The first member of an item stands behind its dash.
        result += isInList && index == 0 ? " " : space
        result += scalar(name, in: .key) + ":"
        write(member, to: &result, indent: indent + 2, isInList: false)
      }
    }
  }

  private static func scalar(_ text: String, in place: ScalarWriter.Place) -> String {
    let isWord =
      text.unicodeScalars.first?.properties.isAlphabetic == true
      && !words.contains(text.lowercased())
    return isWord ? ScalarWriter.write(text, in: place) : ScalarWriter.quoted(text)
  }

  /// What YAML 1.1 reads as something else than a text.
  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf",
  ]
}
