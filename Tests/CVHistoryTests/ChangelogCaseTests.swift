import Fixtures
import Foundation
import Testing

@Suite struct ChangelogCaseTests {
  @Test(arguments: ChangelogCase.names)
  func `a changelog matches its folder`(name: String) throws {
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
