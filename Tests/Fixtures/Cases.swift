import Foundation

/// Selects the cases of a slow test: every seventh, or all with `CVGIT_ALL_CASES=1`.
package enum Cases {
  package static let areAll = ProcessInfo.processInfo.environment["CVGIT_ALL_CASES"] == "1"
  private static let step = areAll ? 1 : 7

  /// Every seventh case, starting with the first.
  package static func some<Values: Collection>(of cases: Values) -> [Values.Element] {
    cases.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
  }

  /// A seventh of a number of rounds, or of their expected count.
  package static func count(_ all: Int) -> Int { max(1, all / step) }
}
