internal import CVModel
internal import Text

/// Expands the macros that a document defines itself, so that only those of its class are left.
struct LaTeXExpansion {
  private(set) var text = LaTeXText()
  private(set) var fault: LaTeXFault?
  private var definitions: [String: Definition] = [:]
  private let known: Set<String>
  private var work = 0

  private struct Definition {
    let count: Int
    /// What an argument in square brackets is if it is left out.
    let preset: [UInt8]?
    let body: [UInt8]
  }

  static let largest = 16 << 20
  private static let deepest = 32

  /// - Parameter known: the macros whose meaning the reader knows: a document that defines one anew
  ///   changes how it looks.
  init(_ source: LaTeXText, known: Set<String>) {
    self.known = known
    let braces = LaTeXBraces(source.bytes)
    expand(braces, depth: 0) { text, range in
      text.appendRuns(of: source, range)
    }
  }

  /// Goes through a text; `copy` appends a range of it to the result.
  private mutating func expand(
    _ braces: LaTeXBraces, depth: Int, copy: (inout LaTeXText, Range<Int>) -> Void
  ) {
    let bytes = braces.bytes
    var (index, start) = (0, 0)
    while index < bytes.count, fault == nil {
      guard bytes[index] == Sign.backslash else {
        index += 1
        continue
      }
      let name = braces.name(at: index)
      let word = braces.text(name)
      if let end = define(word, braces, name.upperBound) {
        copy(&text, start..<index)
        (index, start) = (end, end)
      } else if let definition = definitions[word] {
        copy(&text, start..<index)
        let (value, end) = Self.value(of: definition, braces, name.upperBound)
        let origin = originOfNext(braces, index, copy)
        work += value.count + 16
        if work > Self.largest || text.count > Self.largest {
          fault = .tooManyMacros
        } else if depth >= Self.deepest {
          fault = .tooDeepMacros(word)
        } else {
          expand(LaTeXBraces(value), depth: depth + 1) { text, range in
            text.append(expanded: value[range], at: origin)
          }
        }
        (index, start) = (end, end)
      } else {
        index = name.upperBound
      }
    }
    if fault == nil { copy(&text, start..<bytes.count) }
  }

  /// Where the macro at an index was written.
  private func originOfNext(
    _ braces: LaTeXBraces, _ index: Int, _ copy: (inout LaTeXText, Range<Int>) -> Void
  ) -> LaTeXText.Origin {
    var probe = LaTeXText()
    copy(&probe, index..<(index + 1))
    return probe.origin(of: 0)
  }

  private static func value(
    of definition: Definition, _ braces: LaTeXBraces, _ start: Int
  ) -> ([UInt8], Int) {
    var arguments: [ArraySlice<UInt8>] = []
    var end = start
    if let preset = definition.preset {
      if let option = braces.option(at: braces.skippingSpace(end)) {
        arguments.append(braces.bytes[option])
        end = option.upperBound + 1
      } else {
        arguments.append(preset[...])
      }
    }
    while arguments.count < definition.count {
      let next = braces.skippingSpace(end)
      if let group = braces.group(at: next) {
        arguments.append(braces.bytes[group])
        end = group.upperBound + 1
      } else if next < braces.bytes.count, braces.bytes[next] != Sign.closeBrace,
        braces.bytes[next] != Sign.openBrace
      {
        // Without braces, the next sign or macro is the argument.
        let last =
          braces.bytes[next] == Sign.backslash ? braces.name(at: next).upperBound : next + 1
        arguments.append(braces.bytes[next..<last])
        end = last
      } else {
        arguments.append([])
        if next >= braces.bytes.count { break }
      }
    }
    if definition.count == 0 {
      // White space ends the name of a macro; `{}` behind it says that it is none.
      if braces.isAt(end, Sign.openBrace), braces.isAt(end + 1, Sign.closeBrace) { end += 2 }
    }
    var value: [UInt8] = []
    var index = 0
    let body = definition.body
    while index < body.count {
      if body[index] == Sign.hash, index + 1 < body.count, Sign.isDigit(body[index + 1]) {
        let number = Int(body[index + 1] - 48)
        if (1...arguments.count + 1).contains(number), number <= arguments.count {
          value += arguments[number - 1]
        }
        index += 2
      } else {
        value.append(body[index])
        index += 1
      }
      if value.count > largest { break }
    }
    return (value, end)
  }

  // MARK: Definitions

  private static let definers: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newrobustcmd",
    "renewrobustcmd", "def", "gdef", "edef", "xdef", "NewDocumentCommand", "RenewDocumentCommand",
    "ProvideDocumentCommand", "DeclareDocumentCommand", "newenvironment", "renewenvironment",
  ]

  /// Reads a definition, and answers where it ends; nil for what is none.
  private mutating func define(_ word: String, _ braces: LaTeXBraces, _ start: Int) -> Int? {
    guard Self.definers.contains(word) else { return nil }
    var index = start
    if braces.isAt(index, UInt8(ascii: "*")) { index += 1 }
    index = braces.skippingSpace(index)
    if word.hasSuffix("environment") {
      let all = braces.arguments(3, from: index)
      return all.arguments.count == 3 ? all.end : nil
    }
    let name: String
    if let group = braces.group(at: index) {
      name = braces.text(group).trimmed.filter { $0 != "\\" }
      index = group.upperBound + 1
    } else if braces.isAt(index, Sign.backslash) {
      let range = braces.name(at: index)
      name = braces.text(range)
      index = range.upperBound
    } else {
      return nil
    }
    var count = 0
    var preset: [UInt8]?
    var isSimple = true
    if word.hasSuffix("DocumentCommand") {
      index = braces.skippingSpace(index)
      guard let specification = braces.group(at: index) else { return nil }
      let letters = braces.bytes[specification].filter { !Sign.isSpace($0) }
      isSimple = letters.allSatisfy { $0 == UInt8(ascii: "m") }
      count = letters.count
      index = specification.upperBound + 1
    } else if word.hasSuffix("def") {
      while index < braces.bytes.count, braces.bytes[index] != Sign.openBrace {
        if braces.bytes[index] == Sign.hash {
          count += 1
          index += 1
        } else if !Sign.isSpace(braces.bytes[index]) {
          isSimple = false
        }
        index += 1
        if index > start + 500 { return nil }
      }
    } else {
      index = braces.skippingSpace(index)
      if let option = braces.option(at: index) {
        count = Int(braces.text(option).trimmed) ?? 0
        index = braces.skippingSpace(option.upperBound + 1)
        if let option = braces.option(at: index) {
          preset = Array(braces.bytes[option])
          index = option.upperBound + 1
        }
      }
    }
    index = braces.skippingSpace(index)
    guard let body = braces.group(at: index), count <= 9 else { return nil }
    if isSimple, !known.contains(name), !name.isEmpty {
      definitions[name] = Definition(
        count: count, preset: preset, body: Array(braces.bytes[body]))
    }
    return body.upperBound + 1
  }
}

extension LaTeXText {
  /// Appends a range of another text, with the places where its parts were written.
  mutating func appendRuns(of other: LaTeXText, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(range.upperBound, other.endOfRun(at: index))
      let origin = other.origin(of: index)
      if other.isExpanded(at: index) {
        append(expanded: other.bytes[index..<end], at: origin)
      } else {
        append(other.bytes[index..<end], from: origin)
      }
      index = end
    }
  }
}
