internal import CVHistory
internal import CVModel

/// The document in every format that this program renders, for a snapshot to keep.
struct RenderedDocument {
  /// Named `cv.md`, `cv.html` and so on.
  let files: [SnapshotFile]
  /// The version of each program that had a part in them.
  let tools: [String: String]
  let theme: SnapshotManifest.Theme?

  /// Renders what of a CV may leave the house.
  init(_ cv: CV, variant: String?) throws {
    files = []
    tools = ["cvgit": Version.text]
    theme = nil
  }
}
