import Foundation
package import Testing

/// Compares `text` with a file beside the test.
///
/// With `CVGIT_RECORD_GOLDEN=1` the file is written instead, and the test fails, so that a
/// recording is never mistaken for a pass. With `CI=true` nothing is written.
///
/// - Parameters:
///   - path: from the folder of the test's own file.
package func expectGolden(
  _ text: String, _ path: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent(path)
  let environment = ProcessInfo.processInfo.environment
  if environment["CVGIT_RECORD_GOLDEN"] == "1", environment["CI"] != "true" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(path); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  guard let bytes = FileManager.default.contents(atPath: file.path) else {
    Issue.record(
      "\(path) is missing; CVGIT_RECORD_GOLDEN=1 records it", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: bytes, as: UTF8.self)
  guard expected != text else { return }
  Issue.record(
    "not as in \(path):\n\(firstDifference(expected, text))", sourceLocation: sourceLocation)
}

/// The first line that differs, with its number.
private func firstDifference(_ expected: String, _ text: String) -> String {
  let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let right = text.split(separator: "\n", omittingEmptySubsequences: false)
  let index =
    zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset
    ?? min(left.count, right.count)
  let expectedLine = index < left.count ? String(left[index]) : "(end)"
  let line = index < right.count ? String(right[index]) : "(end)"
  return
    "line \(index + 1)\n  expected: \(expectedLine)\n  found:    \(line)\n\nall of it:\n\(text)"
}
