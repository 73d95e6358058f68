internal import CVModel
internal import Git
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a snapshot says of itself, in `MANIFEST.json`: `cvgit-snapshot/1`, described in
/// `docs/snapshots.md`.
package struct SnapshotManifest: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-snapshot/1"

  package var format = Self.currentFormat
  /// Whom it was sent to, or what for: one line without control characters.
  package var purpose: String
  /// When it was sent, `YYYY-MM-DD`.
  package var date: String
  package var variant: String?
  /// The commit that the CV was taken from.
  package var commit: String
  /// The CV's folder in that commit; empty where it is the top.
  package var root: String
  /// The sources in other formats; `nil` if there were none.
  package var sources: [Source]?
  /// What `CHANGES.md` is told from; nil for the first snapshot of a variant.
  package var since: Predecessor?
  /// The version of each program that had a part in the rendered files.
  package var tools: [String: String]
  package var theme: Theme?
  /// The SHA-256 of each font that the PDF was given, by its path in the CV's folder; nil where there were none.
  package var fonts: [String: String]?
  /// The Software Heritage ids of the folders at the top.
  package var folders: [String: String]
  /// Every file but this one, sorted by path.
  package var files: [File]

  /// The snapshot before: its name is left out, for it says what that one was for.
  package struct Predecessor: Hashable, Sendable, Codable {
    package var date: String
    package var commit: String

    package init(date: String, commit: String) {
      self.date = date
      self.commit = commit
    }
  }

  /// A CV in another format: a file or a folder of the commit.
  package struct Source: Hashable, Sendable, Codable {
    package var path: String
    /// Its format, if the settings name it.
    package var format: String?

    package init(path: String, format: String?) {
      self.path = path
      self.format = format
    }
  }

  /// What the rendered files look like.
  package struct Theme: Hashable, Sendable, Codable {
    package var name: String
    package var version: String?

    package init(name: String, version: String?) {
      self.name = name
      self.version = version
    }
  }

  /// One file, and what its bytes must hash to.
  package struct File: Hashable, Sendable, Codable {
    package var path: String
    /// In bytes.
    package var size: Int?
    /// 64 hexadecimal digits; nil for a submodule, which has no content here.
    package var sha256: String?
    package var swhid: String
  }

  /// Reads what ``json()`` wrote, and what later versions of this format add to it.
  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }

  /// With sorted keys, two spaces, and a line break at the end.
  func json() throws -> [UInt8] { Array(try jsonText(self).utf8) }
}

extension SnapshotManifest {
  init(
    _ draft: SnapshotDraft, root: String, sources: [Source], folders: [String: String],
    files: [File]
  ) {
    self.sources = sources.isEmpty ? nil : sources
    purpose = draft.purpose
    date = draft.day.description
    variant = draft.variant
    commit = draft.commit.id.hex
    self.root = root
    since = draft.since
    tools = draft.tools
    theme = draft.theme
    fonts = draft.fonts.isEmpty ? nil : draft.fonts
    self.folders = folders
    self.files = files
  }
}
