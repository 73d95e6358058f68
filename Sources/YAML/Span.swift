/// A range of positions in a text; the end is exclusive.
package struct Span: Hashable, Sendable {
  package var start: Position
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  /// A span of `length` columns on one line.
  package init(at start: Position, length: Int = 1) {
    self.init(start: start, end: start.moved(by: length))
  }

  /// Whether the position is inside; an empty span contains no position.
  package func contains(_ position: Position) -> Bool {
    start <= position && position < end
  }
}
