/// A position in a text. Lines and columns count from 1, columns in Unicode scalars.
///
/// A byte order mark does not count as a column, and CRLF ends one line.
package struct Position: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first position of every text.
  package static let start = Position(line: 1, column: 1)

  /// The position `count` columns to the right (left if negative) on the same line.
  package func moved(by count: Int) -> Position {
    Position(line: line, column: column + count)
  }
}

extension Position: Comparable {
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
