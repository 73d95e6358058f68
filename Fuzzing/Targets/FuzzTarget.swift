/// A part of the program that processes input, with the properties that must hold for any input.
package struct FuzzTarget: Sendable {
  /// One word, as in `make fuzz TARGET=` and the name of the corpus folder.
  package let name: String

  /// Sets up what many runs share, and returns the check for one input.
  package let prepare: @Sendable () throws -> Check

  /// Throws a ``BrokenProperty``; any other failure is a trap.
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

/// What did not hold, and what was found instead.
package struct BrokenProperty: Error, CustomStringConvertible {
  package let description: String
}

func demand(_ holds: Bool, _ words: @autoclosure () -> String) throws(BrokenProperty) {
  guard holds else { throw BrokenProperty(description: words()) }
}
