import Fixtures
import Foundation
import Testing

@Suite struct ChangelogCaseTests {
  /// Made public: added on the day of the commit that did it. See SHORTCOMINGS.md.
  private static let known = "private"

  @Test func `what is made public is added on that day`() {
    withKnownIssue {
      let found = try ChangelogCase(Self.known)
      try expectGolden(found.changelog, "Changelogs/\(Self.known)/expected.md")
    }
  }

  @Test(arguments: ChangelogCase.names.filter { $0 != known })
  func `a changelog is as its folder says`(name: String) throws {
    let found = try ChangelogCase(name)
    try expectGolden(found.changelog, "Changelogs/\(name)/expected.md")
    let messages = "Changelogs/\(name)/messages"
    let isThere = FileManager.default.fileExists(
      atPath: ChangelogCase.folder.path + "/\(name)/messages")
    if isThere || !found.messages.isEmpty { try expectGolden(found.messages, messages) }
  }

  @Test func `there are cases`() {
    #expect(ChangelogCase.names.count >= 20)
  }
}
