import CVGitCLI
import Fixtures

extension ScratchRepository {
  /// A small CV with one paper, Under Review.
  mutating func writeCareer() throws {
    try write("cv/profile.yaml", "name: Ada Lovelace\n")
    try write("cv/cv.yaml", "sections:\n  - kind: publications\n    heading: Publications\n")
    try write("cv/publications/notes.yaml", Self.paper("Notes", status: "Under Review"))
  }

  /// The record of a publication.
  static func paper(_ title: String, status: String, date: String = "2024") -> String {
    """
    title: \(title)
    type: journal
    status: \(status)
    authors: [Ada Lovelace, Charles Babbage]
    date: \(date)
    venue: Scientific Memoirs

    """
  }

  /// Three commits, from 2024-03-01 09:01 on: the career, then accepted, then published. Tagged
  /// `v1` to `v3`.
  mutating func commitCareer() throws {
    try writeCareer()
    try commit("Under review")
    try git("tag", "v1")
    try write("cv/publications/notes.yaml", Self.paper("Notes", status: "Accepted"))
    try commit("Accepted")
    try git("tag", "v2")
    try write("cv/publications/notes.yaml", Self.paper("Notes", status: "Published"))
    try commit("Published")
    try git("tag", "v3")
  }
}

extension CVGitProgram.Run {
  /// The header of a diff.
  var title: String { lines.first ?? "" }

  /// The summary of a diff, without its header.
  var verdict: String { lines.count > 1 ? lines[1] : "" }
}
