/// A part of a text that cannot be read, or is not read as its author meant it.
package struct Fault: Error, Hashable, Sendable {
  /// The part at fault; the caret points to its start.
  package var span: Span
  package var kind: Kind

  /// Whether reading stopped here, so that there is no root.
  package var isFatal: Bool

  init(_ kind: Kind, at span: Span, isFatal: Bool) {
    self.span = span
    self.kind = kind
    self.isFatal = isFatal
  }

  /// The facts, from which ``Fault/message`` and ``Fault/hint`` are written.
  ///
  /// `corrected` is the corrected source line, without its indentation.
  package enum Kind: Hashable, Sendable {
    // The text as a whole.
    case tooLarge(limit: Int)
    case notUTF8(byte: UInt8)
    case utf16
    case conflictMarker
    case unreadableCharacter(Unicode.Scalar)
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
    case severalDocuments

    // YAML features that records do not allow.
    case duplicateKey(String, firstLine: Int)
    case anchor(String, corrected: String?)
    case alias(String, corrected: String?)
    case tag(String, corrected: String?)
    case directive
    case keyNotText(corrected: String?)
    case controlCharacter(Unicode.Scalar, corrected: String?)
    case tabIndentation

    // Plain text that YAML reads differently.
    case textLost(corrected: String?)
    case colonInValue(corrected: String?)
    case begins(Part, with: Character, corrected: String?)
    case textBehindQuote(corrected: String?)
    case unknownEscape(String, corrected: String?)

    // Structure.
    case unclosedQuote(corrected: String?)
    case unclosedBracket(Character)
    case bracketInValue(Character)
    case unevenIndentation
    case indentedTooDeep
    case listItemInText
    case noSpaceBehindColon(key: String, corrected: String?)
    case notAPair
    case unexpected(String)
  }

  /// The part of a pair or list that a fault is about.
  package enum Part: String, Hashable, Sendable {
    case key
    case value
  }
}
