internal import YAML

/// A text that was put together from files, and knows for each of its bytes where it was written.
struct LaTeXText {
  private(set) var bytes: [UInt8] = []
  private var runs: [Run] = []

  /// A place in one of the files.
  struct Origin: Hashable {
    var file: Int
    var offset: Int
  }

  private struct Run {
    let start: Int
    let origin: Origin
    /// True for the expansion of a macro: all of it was written where the macro is.
    let isExpanded: Bool
  }

  var count: Int { bytes.count }

  mutating func append(_ text: ArraySlice<UInt8>, from origin: Origin) {
    add(Run(start: bytes.count, origin: origin, isExpanded: false), text)
  }

  mutating func append(expanded text: ArraySlice<UInt8>, at origin: Origin) {
    add(Run(start: bytes.count, origin: origin, isExpanded: true), text)
  }

  private mutating func add(_ run: Run, _ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.origin.file == run.origin.file {
      let isNext =
        last.isExpanded
        ? run.isExpanded && last.origin == run.origin
        : !run.isExpanded && last.origin.offset + run.start - last.start == run.origin.offset
      if !isNext { runs.append(run) }
    } else {
      runs.append(run)
    }
    bytes += text
  }

  /// Where a byte was written.
  func origin(of offset: Int) -> Origin {
    guard let index = run(at: offset) else { return Origin(file: 0, offset: 0) }
    let run = runs[index]
    return run.isExpanded
      ? run.origin
      : Origin(file: run.origin.file, offset: run.origin.offset + offset - run.start)
  }

  /// Where the stretch ends that was written in one piece with a byte.
  func endOfRun(at offset: Int) -> Int {
    guard let index = run(at: offset), index + 1 < runs.count else { return bytes.count }
    return runs[index + 1].start
  }

  /// True for a byte that a macro expanded to.
  func isExpanded(at offset: Int) -> Bool { run(at: offset).map { runs[$0].isExpanded } ?? false }

  private func run(at offset: Int) -> Int? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

/// The bytes of TeX, and which braces belong together.
struct LaTeXBraces {
  let bytes: [UInt8]
  /// The closing brace of each opening one; -1 if there is none.
  private let partners: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var partners = [Int32](repeating: -1, count: bytes.count)
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Sign.backslash: index += 1
      case Sign.openBrace: open.append(index)
      case Sign.closeBrace: if let start = open.popLast() { partners[start] = Int32(index) }
      default: break
      }
      index += 1
    }
    self.partners = partners
  }

  func isAt(_ index: Int, _ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

  /// The content of the braces that open here.
  func group(at index: Int) -> Range<Int>? {
    guard isAt(index, Sign.openBrace), partners[index] >= 0 else { return nil }
    return index + 1..<Int(partners[index])
  }

  /// The content of the square brackets that open here, which braces may hold others in.
  func option(at index: Int) -> Range<Int>? {
    guard isAt(index, UInt8(ascii: "[")) else { return nil }
    var position = index + 1
    // Options are short; without a bound, many that are open would be searched to the end each.
    while position < min(bytes.count, index + 4_096) {
      switch bytes[position] {
      case Sign.backslash: position += 1
      case Sign.openBrace: if let inner = group(at: position) { position = inner.upperBound }
      case UInt8(ascii: "]"): return index + 1..<position
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Behind white space, but not behind an empty line.
  func skippingSpace(_ index: Int) -> Int {
    var position = index
    var lines = 0
    while position < bytes.count, Sign.isSpace(bytes[position]) {
      if bytes[position] == 10 { lines += 1 }
      if lines > 1 { return index }
      position += 1
    }
    return position
  }

  /// The name of the macro that begins at a backslash: letters, or one other sign.
  func name(at index: Int) -> Range<Int> {
    var end = index + 1
    while end < bytes.count, Sign.isLetter(bytes[end]) || bytes[end] == Sign.at { end += 1 }
    return index + 1..<(end > index + 1 ? end : min(bytes.count, end + 1))
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Up to a number of arguments in braces, with the index behind them. Options between them are
  /// passed over.
  func arguments(_ count: Int, from start: Int) -> (
    arguments: [Range<Int>], options: [Range<Int>], end: Int
  ) {
    var arguments: [Range<Int>] = []
    var options: [Range<Int>] = []
    var end = start
    if isAt(end, UInt8(ascii: "*")) { end += 1 }
    while arguments.count < count {
      let next = skippingSpace(end)
      if let option = option(at: next) {
        options.append(option)
        end = option.upperBound + 1
      } else if let group = group(at: next) {
        arguments.append(group)
        end = group.upperBound + 1
      } else {
        break
      }
    }
    return (arguments, options, end)
  }
}
