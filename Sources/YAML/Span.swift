/// A stretch of a text; the end is the first place that no longer belongs to it.
package struct Span: Hashable, Sendable {
  package var start: Position
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  /// A stretch of `length` columns on one line.
  package init(at start: Position, length: Int = 1) {
    self.init(start: start, end: start.moved(by: length))
  }

  /// Whether the place lies inside; an empty span holds no place.
  package func contains(_ position: Position) -> Bool {
    start <= position && position < end
  }
}
