internal import CVModel
internal import Text

/// Running text of a document: its paragraphs, and the items of its lists.
struct LaTeXProse {
  private(set) var parts: [Part] = []
  /// The macros that are not known.
  private(set) var unknownMacros: [String] = []

  struct Part {
    let text: String
    let isItem: Bool
    /// Where it begins, as an offset in the text that it was read from.
    let offset: Int
  }

  var paragraphs: [String] { parts.filter { !$0.isItem }.map(\.text) }
  var items: [String] { parts.filter(\.isItem).map(\.text) }
  /// All of it as one text.
  var text: String { parts.map(\.text).joined(separator: "\n\n") }

  private let braces: LaTeXBraces
  private var current: [UInt8] = []
  private var start = 0
  private var isItem = false
  /// How many lists are open.
  private var depth = 0

  private static let lists: Set<String> = [
    "itemize", "enumerate", "description", "cvitems", "cvsubitems", "compactitem", "compactenum",
    "itemize*", "enumerate*", "list", "bibenum", "thebibliography", "inparaenum", "tightemize",
  ]

  init(_ text: LaTeXBraces, _ range: Range<Int>) {
    braces = text
    start = range.lowerBound
    read(range)
    flush(at: range.upperBound)
  }

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = braces.bytes[index]
      switch byte {
      case 10:
        let end = endOfEmptyLine(index, range.upperBound)
        if let end, depth == 0 {
          flush(at: end)
          index = end
        } else {
          current.append(byte)
          index += 1
        }
      case Sign.openBrace:
        // A group stays whole, unless it holds a list or paragraphs of its own.
        if let group = braces.group(at: index), group.upperBound < range.upperBound,
          !holdsList(group)
        {
          current += braces.bytes[index...group.upperBound]
          index = group.upperBound + 1
        } else {
          index += 1
        }
      case Sign.closeBrace: index += 1
      case Sign.backslash: index = readMacro(index, range.upperBound)
      default:
        current.append(byte)
        index += 1
      }
    }
  }

  private func holdsList(_ group: Range<Int>) -> Bool {
    // Groups with lists are few and large; what is short holds none.
    guard group.count > 12 else { return false }
    var index = group.lowerBound
    while index < group.upperBound {
      if braces.bytes[index] == Sign.backslash {
        let name = braces.name(at: index)
        if ["item", "begin"].contains(braces.text(name)) { return true }
        index = name.upperBound
      } else {
        index += 1
      }
    }
    return false
  }

  /// The end of the empty line that follows a line end; nil if there is none.
  private func endOfEmptyLine(_ index: Int, _ end: Int) -> Int? {
    var position = index + 1
    while position < end, Sign.isBlank(braces.bytes[position]) || braces.bytes[position] == 13 {
      position += 1
    }
    return position < end && braces.bytes[position] == 10 ? position + 1 : nil
  }

  private mutating func readMacro(_ index: Int, _ end: Int) -> Int {
    let name = braces.name(at: index)
    switch braces.text(name) {
    case "begin", "end":
      let isBegin = braces.text(name) == "begin"
      var found = braces.arguments(1, from: name.upperBound)
      guard let environment = found.arguments.first, found.end <= end else { break }
      let word = braces.text(environment)
      if isBegin {
        let count = LaTeXLayout.environmentArguments[word] ?? 0
        found = braces.arguments(count, from: found.end)
        let option = braces.option(at: braces.skippingSpace(found.end))
        found.end = option.map { $0.upperBound + 1 } ?? found.end
      }
      if Self.lists.contains(word) {
        flush(at: min(end, found.end))
        depth = max(0, depth + (isBegin ? 1 : -1))
        isItem = false
      } else if word == "cvparagraph" || word == "quote" || word == "quotation" {
        flush(at: min(end, found.end))
      } else {
        current.append(32)
      }
      return min(end, found.end)
    case "item", "bibitem":
      flush(at: index)
      isItem = true
      var next = name.upperBound
      if let option = braces.option(at: braces.skippingSpace(next)), option.upperBound < end {
        // The label of a description.
        current += braces.bytes[option]
        current.append(32)
        next = option.upperBound + 1
      }
      return next
    case "par":
      flush(at: name.upperBound)
      return name.upperBound
    default: break
    }
    // A macro stays with its arguments.
    let found = braces.arguments(9, from: name.upperBound)
    let isWhole =
      !found.arguments.isEmpty && found.end <= end
      && !found.arguments.contains(where: holdsList)
      && braces.isAt(name.upperBound, Sign.openBrace)
    let last = isWhole ? found.end : min(end, name.upperBound)
    current += braces.bytes[index..<last]
    return last
  }

  private mutating func flush(at next: Int) {
    defer {
      current.removeAll()
      start = next
    }
    let words = LaTeXLayout.words(current)
    let (text, unknown) = TeXText.decode(words[...], as: .text)
    for name in unknown where !unknownMacros.contains(name) { unknownMacros.append(name) }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    parts.append(Part(text: text.trimmed, isItem: isItem, offset: start))
  }
}
