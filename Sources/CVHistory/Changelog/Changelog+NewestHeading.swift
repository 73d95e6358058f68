package import Git
package import Text

extension Changelog {
  /// Names what is not released yet, for the release that is about to be tagged.
  ///
  /// - Returns: false if the newest version is a release already.
  package mutating func name(next name: String, day: Day) -> Bool {
    guard let first = releases.first, first.names.isEmpty else { return false }
    releases[0].names = [name]
    releases[0].day = day
    return true
  }

  /// Adopts the heading that a file has for the newest release where only its name is open.
  ///
  /// A tagged commit cannot know its tag: it may hold "Unreleased", or the name that was announced
  /// for it with the day of its commit. An announced name is kept until its tag is there.
  ///
  /// - Parameters:
  ///   - heading: as `NAME – DAY` or `Unreleased`.
  ///   - isTag: whether there is a tag of a name.
  ///   - isChecking: whether headings count that a new file would not get.
  package mutating func adopt(heading: String, isChecking: Bool, isTag: (String) -> Bool) {
    guard
      let place = releases.firstIndex(where: { !$0.events.isEmpty || !$0.counts.isEmpty })
    else { return }
    let release = releases[place]
    guard let written = WrittenHeading(heading) else {
      let isTip = release.commit != nil && release.commit?.id == newest?.commit?.id
      if isChecking, isTip, heading == "Unreleased" { releases[place].names = [] }
      return
    }
    if release.names.isEmpty, !isTag(written.name),
      Glob(tagPattern).matches(written.name)
    {
      releases[place].names = [written.name]
      releases[place].day = written.day
    } else if isChecking, release.names.last == written.name, let day = release.day,
      written.day <= day
    {
      releases[place].day = written.day
    }
  }
}

/// A heading of a release in CHANGELOG.md: `v2024 – 2024-12-31`, `v2 (v2-rc1) – 2024-12-31`.
private struct WrittenHeading {
  let name: String
  let day: Day

  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3, words[words.count - 2] == "–", let day = Day(words[words.count - 1])
    else { return nil }
    (name, self.day) = (words[0], day)
  }
}
