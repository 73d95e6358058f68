/// A part of the program that reads what it is given, and what has to hold whatever that is.
package struct FuzzTarget: Sendable {
  /// One word, as `make fuzz TARGET=` and the folder of its corpus have it.
  package let name: String

  /// Makes ready what a run of many inputs shares, and returns the check of one.
  package let prepare: @Sendable () throws -> Check

  /// Throws a ``BrokenProperty``; anything else that goes wrong is a trap.
  package typealias Check = ([UInt8]) throws -> Void

  init(_ name: String, prepare: @escaping @Sendable () throws -> Check) {
    self.name = name
    self.prepare = prepare
  }

  init(_ name: String, check: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.init(name, prepare: { check })
  }

  package static let all: [FuzzTarget] = [
    .yaml, .record, .fmt, .set, .diff, .diffDocument, .markup, .dates, .values, .markers,
    .revisions, .diffDriver, .bibtex, .latex, .sources,
  ]
}

/// What did not hold, in words and with what was there instead.
package struct BrokenProperty: Error, CustomStringConvertible {
  package let description: String
}

func demand(_ holds: Bool, _ words: @autoclosure () -> String) throws(BrokenProperty) {
  guard holds else { throw BrokenProperty(description: words()) }
}
