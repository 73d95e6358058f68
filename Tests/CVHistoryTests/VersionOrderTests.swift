import Testing

@testable import CVHistory

@Suite struct VersionOrderTests {
  @Test func `digits count as numbers, and a candidate comes before its release`() {
    let names = [
      "v1", "v1.2", "v1.9", "v1.10-rc1", "v1.10-rc2", "v1.10", "v2", "v2021",
      "v10000000000000000000000",
    ]
    #expect(names.shuffled().sorted { VersionOrder($0) < VersionOrder($1) } == names)
  }
}
