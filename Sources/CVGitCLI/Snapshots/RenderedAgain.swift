internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// Renders a snapshot's records again, and compares the result with the stored files.
struct RenderedAgain {
  /// For the text formats, then for the PDF.
  private(set) var comparisons: [RenderingComparison] = []

  private let check: SnapshotCheck
  private var manifest: SnapshotManifest { check.snapshot.manifest }
  private static let pdf = "cv.pdf"

  init(_ check: SnapshotCheck, in cv: CVRepository, _ surroundings: Surroundings) throws {
    self.check = check
    // If the records or the theme were altered, a comparison adds nothing.
    guard check.faults.isEmpty, !check.rendered.isEmpty else { return }
    guard try TrustedThemes.isSet(in: cv.repository) || !Theme(files: check.themeFiles).isOwn else {
      skip(
        "could not be rendered again: its theme is not trusted; see \"git config cvgit.themes\"")
      return
    }
    let version = CVVersion.commit(check.snapshot.commit)
    do {
      let kept = try cv.kept(in: check.snapshot)
      let reading = try kept.documentReading(of: version).reading
      var document = try RenderedDocument(
        reading.cv, variant: manifest.variant, themeFiles: check.themeFiles)
      try document.addTexts()
      comparisons.append(compare(document) { $0.path != Self.pdf })
      guard check.rendered.contains(where: { $0.path == Self.pdf }) else { return }
      guard let program = try TypstProgram.find(surroundings) else {
        skip("rendered/cv.pdf was not rendered again: Typst is not installed")
        return
      }
      guard let moment = try Self.moment(of: check.snapshot, in: cv) else {
        skip("rendered/cv.pdf was not rendered again: the CV's commit is not in this clone")
        return
      }
      let fonts = try FontFiles(reading.cv) {
        try kept.files(in: $0, at: version, limit: FontFiles.largest)
      }
      try document.addPDF(PDFMaker(program, surroundings, fonts: fonts, moment: moment))
      comparisons.append(compare(document) { $0.path == Self.pdf })
    } catch {
      skip("could not be rendered again: \(error)")
    }
  }

  private mutating func skip(_ reason: String) {
    comparisons.append(.notCompared(reason: reason))
  }

  /// The date in the PDF; nil if its commit is missing.
  private static func moment(
    of snapshot: Snapshot, in cv: CVRepository
  ) throws(GitError) -> Moment? {
    guard let id = snapshot.cvCommit else { return nil }
    do throws(GitError) {
      return try cv.repository.commit(id).committer.moment
    } catch  where error.isMissing {
      return nil
    }
  }

  private func compare(
    _ document: RenderedDocument, _ isMeant: (SnapshotFile) -> Bool
  ) -> RenderingComparison {
    let again = Dictionary(document.files.map { ($0.path, $0.content) }) { first, _ in first }
    let paths = check.rendered.filter(isMeant).filter { again[$0.path] != $0.content }
      .map { SnapshotLayout.rendered + "/" + $0.path }
    if paths.isEmpty { return .same }
    // Typst only affects the PDF: its version does not explain other differences.
    let isPDF = paths == [SnapshotLayout.rendered + "/" + Self.pdf]
    let made = manifest.tools.filter { isPDF || document.tools[$0.key] != nil }
    if document.tools == made, document.theme == manifest.theme {
      return .altered(paths: paths)
    }
    return .otherVersion(
      made: Self.words(made), now: Self.words(document.tools), paths: paths)
  }

  private static func words(_ tools: [String: String]) -> String {
    tools.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
