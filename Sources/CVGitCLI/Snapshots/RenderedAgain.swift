internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// Renders a snapshot's records again, and compares with what is kept.
struct RenderedAgain {
  let comparison: RenderingComparison

  init(_ check: SnapshotCheck, in cv: CVRepository) {
    let manifest = check.snapshot.manifest
    // Of records or a theme that were altered, another rendering tells nothing new.
    guard check.faults.isEmpty, !check.rendered.isEmpty else {
      comparison = .notCompared(reason: nil)
      return
    }
    let document: RenderedDocument
    do {
      let kept = CVRepository(cv.repository, root: SnapshotLayout.records)
      let reading = try kept.reading(of: .commit(check.snapshot.commit))
      document = try RenderedDocument(
        reading.cv, variant: manifest.variant, themeFiles: check.themeFiles)
    } catch {
      comparison = .notCompared(reason: "could not be rendered again: \(error)")
      return
    }
    let again = Dictionary(document.files.map { ($0.path, $0.content) }) { first, _ in first }
    let paths = check.rendered.filter { file in
      again[file.path].map { $0 != file.content } ?? true
    }.map { SnapshotLayout.rendered + "/" + $0.path }
    if paths.isEmpty {
      comparison = .same
    } else if document.tools != manifest.tools || document.theme != manifest.theme {
      comparison = .otherVersion(
        made: Self.words(manifest.tools), now: Self.words(document.tools), paths: paths)
    } else {
      comparison = .altered(paths: paths)
    }
  }

  private static func words(_ tools: [String: String]) -> String {
    tools.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
