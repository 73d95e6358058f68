/// An entry as written in its source, before any decoding. All offsets count bytes from the start
/// of its chunk.
struct BibTeXEntry: Sendable {
  /// The word after `@`.
  var type: Range<Int>
  /// The key; empty if there is none.
  var key: Range<Int>
  var bytes: Range<Int>
  var fields: [Field] = []
  var faults: [BibTeXFault] = []
  /// Whether some of its text could not be read.
  var isDamaged = false

  struct Field: Sendable {
    var name: Range<Int>
    /// The parts that `#` joins.
    var parts: [Part]
  }

  /// A part of a value.
  enum Part: Sendable {
    /// Text in braces or quotes, or a number.
    case text(Range<Int>)
    /// The name of a macro.
    case macro(Range<Int>)
  }
}

/// A syntax error in a file, with its location.
struct BibTeXFault: Hashable, Sendable {
  var kind: Kind
  var at: Range<Int>

  enum Kind: Hashable, Sendable {
    case missingCommaAfterKey
    case missingCommaAfterField
    case missingKey
    case spaceInKey
    case unclosedEntry
    case unclosedComment
    case unclosedBrace
    case unclosedQuote
    case missingOpeningBrace
    case strayBrace
    case otherBracket
    case missingValue
    case unexpectedText
    case conflictMarker
    /// An entry without its `@` or its opening brace.
    case lostEntry
  }
}

/// An item in a chunk, besides white space and text that belongs to no entry.
enum BibTeXItem: Sendable {
  case entry(BibTeXEntry)
  case macro(name: Range<Int>, parts: [BibTeXEntry.Part])
  /// An entry that is named but not read: its type, its key and where it begins.
  case lost(type: Range<Int>, key: Range<Int>, at: Range<Int>)
}
