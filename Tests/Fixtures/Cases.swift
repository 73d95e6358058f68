import Foundation

/// The cases of a slow test, generated or hostile: every seventh, or all with `CVGIT_ALL_CASES=1`.
package enum Cases {
  package static let areAll = ProcessInfo.processInfo.environment["CVGIT_ALL_CASES"] == "1"
  private static let step = areAll ? 1 : 7

  /// Every seventh case, the first one first.
  package static func some<Values: Collection>(of cases: Values) -> [Values.Element] {
    cases.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
  }

  /// A seventh of a number of rounds, or of what they have to meet.
  package static func count(_ all: Int) -> Int { max(1, all / step) }
}
