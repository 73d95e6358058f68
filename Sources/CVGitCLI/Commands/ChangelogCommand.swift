internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit changelog`.
struct ChangelogCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "changelog",
    abstract: "List changes by release, and maintain CHANGELOG.md",
    discussion: """
      Releases are the tags that match 'changelog: {tags: …}' in cv.yaml ('v*' by default), ordered by \
      ancestry. The changes of a release are its difference from the previous one, each with the day of \
      the commit that made it. The commit trailer 'Changelog: skip' leaves out the changes of a commit, \
      and 'Changelog: words' replaces them.

      With '--write', only the text between the markers in CHANGELOG.md is replaced.

      A line that is the same but for later days, as after a squash, keeps the days that it was written \
      with. '--next' writes the changelog of a release before its tag exists.

      Examples:
        cvgit changelog
        cvgit changelog v2023..v2024 --format json
        cvgit changelog --write --staged
        cvgit changelog --write --staged --next v2025
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Write the changelog to CHANGELOG.md")
  var write = false

  @Flag(help: "Include staged changes as a commit made today")
  var staged = false

  @Flag(help: "Exit with 1 if CHANGELOG.md is not current")
  var check = false

  @Flag(help: "Overwrite edits between the markers")
  var force = false

  @Option(
    help: ArgumentHelp("Name what is not released yet, for a tag to come", valueName: "tag"))
  var next: String?

  @Flag(name: .customLong("private"), help: "Show private entries and fields, too")
  var showsPrivate = false

  @Option(help: "Output format")
  var format: ChangelogFormat = .markdown

  @Argument(help: "Range of revisions; everything up to HEAD by default")
  var arguments: [String] = []

  enum ChangelogFormat: String, ChoiceArgument {
    case markdown
    case json
    case atom
  }

  func validate() throws {
    if write, check { throw ValidationError("'--write' and '--check' cannot be used together") }
    if force, !write { throw ValidationError("'--force' requires '--write'") }
    let isFile = write || check
    if isFile || staged, !arguments.isEmpty {
      let option = write ? "--write" : check ? "--check" : "--staged"
      throw ValidationError("'\(option)' covers the whole history and does not accept a range")
    }
    if isFile, format != .markdown {
      throw ValidationError("CHANGELOG.md is Markdown: leave out '--format'")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let file = write || check ? try ChangelogFile(in: cv.repository) : nil
    var changelog = try ChangelogBuilder.changelog(try request(cv, session), in: cv)
    if let next { try name(next, &changelog, in: cv, session) }
    for note in changelog.notes { session.warn("note: \(note.terminalSafe)") }
    var status: ExitStatus = .done
    if let file {
      if changelog.isShallow { return try refuseShallow(&session) }
      let lost = force ? [] : try file.releasesWithoutTags
      if !lost.isEmpty { return try refuse(losing: lost, &session) }
      if let heading = file.newestHeading, !force {
        let tags = Set(try cv.repository.tagNames())
        changelog.adopt(heading: heading, isChecking: check) { tags.contains($0) }
      }
      let text = ChangelogMarkdownRenderer().render(changelog, keepingDaysOf: file.written)
      status = write ? try write(text, to: file, &session) : try check(text, in: file, &session)
    } else {
      session.print(try text(changelog))
    }
    if status == .done, changelog.hasUnreadable { status = .findings }
    return status
  }

  /// Gives what is not released yet the name of a tag that is still to be made.
  private func name(
    _ next: String, _ changelog: inout Changelog, in cv: CVRepository, _ session: Session
  ) throws {
    guard !next.contains(" "), Glob(changelog.tagPattern).matches(next) else {
      throw Failure(
        "\(quoted(next)) does not match the tags of releases, \(quoted(changelog.tagPattern))",
        hint: "the pattern is \"changelog: {tags: …}\" in cv.yaml")
    }
    guard try !cv.repository.tagNames().contains(next) else {
      throw Failure("there is a tag \(quoted(next)) already", hint: "leave out '--next'")
    }
    let now = try session.now()
    let day =
      staged ? try author(of: cv.repository, now: now).day : changelog.newest?.day ?? now.day
    guard changelog.name(next: next, day: day) else {
      throw Failure(
        "nothing is unreleased: HEAD is \(changelog.releases.first?.names.last ?? "")",
        hint: "commit what is new first, or add '--staged'")
    }
  }

  private func request(_ cv: CVRepository, _ session: Session) throws -> ChangelogRequest {
    let (from, to) = try HistoryRequest.range(arguments, in: cv.repository)
    let now = try session.now()
    return ChangelogRequest(
      from: from?.version ?? .empty, to: staged ? .index : to,
      // Only staged changes have no author yet.
      author: staged
        ? try author(of: cv.repository, now: now) : Signature(name: "", email: "", moment: now),
      showsPrivate: showsPrivate)
  }

  /// The author of the next commit. Without an identity git would not commit, but its day is known.
  private func author(of repository: Repository, now: Moment) throws -> Signature {
    do throws(GitError) {
      return try repository.author(now: now)
    } catch {
      guard error.isUnknownIdentity else { throw Failure(error) }
      return Signature(name: "", email: "", moment: now)
    }
  }

  private func text(_ changelog: Changelog) throws -> String {
    switch format {
    case .markdown: return ChangelogMarkdownRenderer().render(changelog)
    case .json: return try jsonText(ChangelogDocument(changelog))
    case .atom:
      do throws(AtomRenderer.Refusal) {
        return try AtomRenderer(changelog.profile).render(changelog)
      } catch {
        switch error {
        case .noAddress:
          throw Failure(
            "a feed needs the address of its page, and the profile has no public \"url\"",
            hint: "add \"url: https://…\" to profile.yaml")
        case .noHost(let address):
          throw Failure(
            "the profile's \"url\" has no host: \(quoted(address))",
            hint: "write it as https://example.org/page")
        }
      }
    }
  }

  // MARK: CHANGELOG.md

  private func refuseShallow(_ session: inout Session) throws -> ExitStatus {
    let hint = "run 'git fetch --unshallow' to fetch the rest"
    guard check else {
      throw Failure(
        "this clone is shallow: \(ChangelogFile.name) would lose older releases", hint: hint)
    }
    session.warn("\(ChangelogFile.name) cannot be checked in a shallow clone\nhint: \(hint)")
    return .done
  }

  private func refuse(losing releases: [String], _ session: inout Session) throws -> ExitStatus {
    let names = releases.prefix(3).joined(separator: ", ") + (releases.count > 3 ? ", …" : "")
    let message = "\(ChangelogFile.name) lists releases whose tags are not in this clone: \(names)"
    let hint = "run 'git fetch --tags'; 'cvgit changelog --write --force' drops them"
    guard check else { throw Failure(message.terminalSafe, hint: hint) }
    session.warn("\(message.terminalSafe)\nhint: \(hint)")
    return .done
  }

  private func write(
    _ text: String, to file: ChangelogFile, _ session: inout Session
  ) throws -> ExitStatus {
    switch try file.state(text) {
    case .current: return .done
    case .edited where !force: return tellEdited(&session)
    case .edited, .outdated: try file.write(text)
    }
    if !session.global.isQuiet { session.warn("wrote \(ChangelogFile.name)") }
    return .done
  }

  private func check(
    _ text: String, in file: ChangelogFile, _ session: inout Session
  ) throws -> ExitStatus {
    switch try file.state(text) {
    case .current:
      if !session.global.isQuiet { session.warn("\(ChangelogFile.name) is current") }
      return .done
    case .edited: return tellEdited(&session)
    case .outdated:
      session.warn(
        "error: \(ChangelogFile.name) is not current\nhint: run \"cvgit changelog --write\"")
      return .findings
    }
  }

  private func tellEdited(_ session: inout Session) -> ExitStatus {
    session.warn(
      """
      error: \(ChangelogFile.name) was edited between the markers
      hint: move the words out from between them, or into a "Changelog:" trailer, or write over them with \
      "cvgit changelog --write --force"
      """)
    return .findings
  }
}
