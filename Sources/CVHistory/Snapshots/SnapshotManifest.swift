internal import CVModel
internal import Git
internal import Text
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The manifest of a snapshot, `MANIFEST.json`, in the `cvgit-snapshot/1` format; see
/// `docs/snapshots.md`.
package struct SnapshotManifest: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-snapshot/1"

  package var format = Self.currentFormat
  /// Who it was sent to, or why: one line without control characters.
  package var purpose: String
  /// When it was sent, `YYYY-MM-DD`.
  package var date: String
  package var variant: String?
  /// The commit with the CV.
  package var commit: String
  /// The CV's folder in that commit; empty if it is the top.
  package var root: String
  /// The sources; `nil` if there were none.
  package var sources: [Source]?
  /// What `CHANGES.md` compares with; nil for the first snapshot of a variant.
  package var since: Predecessor?
  /// The version of each program that made the rendered files.
  package var tools: [String: String]
  package var theme: Theme?
  /// The SHA-256 of each font for the PDF, by its path in the CV's folder; nil if there were none.
  package var fonts: [String: String]?
  /// The Software Heritage IDs of the folders at the top.
  package var folders: [String: String]
  /// All files except this one, sorted by path.
  package var files: [File]

  /// The previous snapshot. Its name is left out, since it reveals that one's purpose.
  package struct Predecessor: Hashable, Sendable, Codable {
    package var date: String
    package var commit: String

    package init(date: String, commit: String) {
      self.date = date
      self.commit = commit
    }
  }

  /// A source: a file or folder of the commit.
  package struct Source: Hashable, Sendable, Codable {
    package var path: String
    /// Its format, if the settings name it.
    package var format: String?

    package init(path: String, format: String?) {
      self.path = path
      self.format = format
    }
  }

  /// The theme of the rendered files.
  package struct Theme: Hashable, Sendable, Codable {
    package var name: String
    package var version: String?

    package init(name: String, version: String?) {
      self.name = name
      self.version = version
    }
  }

  /// One file, with the hashes of its bytes.
  package struct File: Hashable, Sendable, Codable {
    package var path: String
    /// In bytes.
    package var size: Int?
    /// 64 hexadecimal digits; nil for a submodule, which has no content here.
    package var sha256: String?
    package var swhid: String
  }

  /// Decodes what ``json()`` encoded; fields added by later versions of the format are ignored.
  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }

  /// Keys are sorted, indented by two spaces, with a final line break.
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
