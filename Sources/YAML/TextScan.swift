/// One pass over the bytes before libyaml, for problems it does not report, or not clearly.
///
/// Checks for invalid UTF-8, forbidden characters and conflict markers, and notes where a `#` may
/// cut off text and where a tab indents a line. Takes linear time for any input.
struct TextScan {
  let hasByteOrderMark: Bool
  private(set) var hasCarriageReturns = false
  private(set) var faults: [Fault] = []

  /// Where blanks begin before a `#` that has text directly after it.
  private(set) var cuts: [Position] = []
  /// The first tab in the indentation of each line that is not blank.
  private(set) var tabs: [Position] = []

  private var line = 1
  private var lineStart = 0
  private var lastPlace = (index: 0, column: 1)
  private var directives = 0

  /// The maximum number of `%` lines: libyaml compares each with all earlier ones.
  private static let maximumDirectives = 16

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Fault(.utf16, at: Span(at: .start), isFatal: true)
    }
    try scan(bytes)
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    var index = hasByteOrderMark ? 3 : 0
    try beginLine(at: index, in: bytes)
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x24...0x7E, 0x20...0x22, 0x09:
        index += 1
      case 0x0A, 0x0D:
        index += 1
        if byte == 0x0D {
          hasCarriageReturns = true
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        }
        line += 1
        try beginLine(at: index, in: bytes)
      case 0x23:
        noteCut(at: index, in: bytes)
        index += 1
      case 0x80...:
        index += try scanScalar(at: index, in: bytes)
      default:
        throw unreadable(Unicode.Scalar(byte), at: place(of: index, in: bytes))
      }
    }
  }

  /// Checks the first bytes of a line, for marks that only count there.
  private mutating func beginLine(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(Fault) {
    lineStart = index
    lastPlace = (index, 1)
    guard index < bytes.count else { return }
    switch bytes[index] {
    case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"):
      let marker = bytes[index...].prefix(while: isMark)
      guard marker.count == 7, marker.allSatisfy({ $0 == bytes[index] }) else { return }
      guard marker.endIndex == bytes.count || bytes[marker.endIndex] <= 0x20 else { return }
      let span = Span(at: Position(line: line, column: 1), length: 7)
      throw Fault(.conflictMarker, at: span, isFatal: true)
    case UInt8(ascii: "%"):
      directives += 1
      guard directives > Self.maximumDirectives else { return }
      throw Fault(.directive, at: Span(at: Position(line: line, column: 1)), isFatal: true)
    case 0x20, 0x09:
      noteTab(in: bytes)
    default:
      return
    }
  }

  private func isMark(_ byte: UInt8) -> Bool {
    (0x3C...0x3E).contains(byte) || byte == 0x7C
  }

  private mutating func noteTab(in bytes: UnsafeBufferPointer<UInt8>) {
    let rest = bytes[lineStart...].drop { $0 == 0x20 }
    guard rest.first == 0x09 else { return }
    guard let text = rest.first(where: { $0 != 0x20 && $0 != 0x09 }), text > 0x20 else { return }
    tabs.append(place(of: rest.startIndex, in: bytes))
  }

  /// Notes a `#` that begins a comment, but reads like text: `Ranked #1`, not `# comment` or `##`.
  private mutating func noteCut(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = bytes[lineStart..<index]
    guard let last = before.last, last == 0x20 || last == 0x09 else { return }
    guard let next = bytes[index...].first(where: { $0 != 0x23 }), next > 0x20 else { return }
    let blanks = before.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    cuts.append(place(of: index - blanks, in: bytes))
  }

  /// Checks the multi-byte scalar that begins here, and returns its length.
  private mutating func scanScalar(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(Fault) -> Int {
    guard let (scalar, length) = decodeScalar(at: index, in: bytes) else {
      let span = Span(at: place(of: index, in: bytes))
      throw Fault(.notUTF8(byte: bytes[index]), at: span, isFatal: true)
    }
    guard scalar.isRefused else { return length }
    guard !scalar.isUnreadable else {
      throw unreadable(scalar, at: place(of: index, in: bytes))
    }
    if faults.count < Document.maximumFaults {
      let kind = Fault.Kind.controlCharacter(scalar, corrected: nil)
      faults.append(Fault(kind, at: Span(at: place(of: index, in: bytes)), isFatal: false))
    }
    return length
  }

  private func unreadable(_ scalar: Unicode.Scalar, at place: Position) -> Fault {
    Fault(.unreadableCharacter(scalar), at: Span(at: place), isFatal: true)
  }

  /// The position of a byte on the current line, counted on from the last one requested.
  private mutating func place(
    of index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Position {
    if index < lastPlace.index { lastPlace = (lineStart, 1) }
    let columns = bytes[lastPlace.index..<index].count { $0 & 0xC0 != 0x80 }
    lastPlace = (index, lastPlace.column + columns)
    return Position(line: line, column: lastPlace.column)
  }
}
