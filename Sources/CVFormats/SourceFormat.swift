internal import CVModel
internal import YAML

/// A format of existing CVs that cvgit reads in addition to records.
///
/// To add a reader for a format:
/// 1. Create a folder for it in this target. Its reader is a pure function from ``FormatFile``
///    values to a ``SourceReading``, and never throws: faults are findings, and a file that cannot
///    be parsed is the reading's `fault`.
/// 2. Call it in ``read(_:reusing:)``. If the format can reuse entries whose bytes did not change,
///    give ``SourceCache`` a property for them.
/// 3. Fill in a ``SourceEntry`` for each entry: the fields with our names, all other values of the
///    source under `x-`, the range of its bytes, and one ``FieldLocation`` for each field.
/// 4. Add a test that walks every value of a source file: each is in a field or named in a finding.
/// 5. Describe the mapping in docs/sources.md.
package enum SourceFormat: String, Hashable, Sendable, CaseIterable {
  case bibtex
  case jsonResume = "json-resume"
  case rendercv
  case cslJSON = "csl-json"
  case orcid
  case pages

  /// The name in messages.
  package var label: String {
    switch self {
    case .bibtex: "BibTeX"
    case .jsonResume: "JSON Resume"
    case .rendercv: "RenderCV"
    case .cslJSON: "CSL-JSON"
    case .orcid: "ORCID"
    case .pages: "pages"
    }
  }

  /// Whether the source is a folder with one entry in each file or subfolder, rather than one file.
  package var isFolder: Bool { self == .pages }

  /// The maximum total size of a source's files.
  package static let maximumSize = 64 << 20

  /// Reads a source.
  ///
  /// - Parameters:
  ///   - files: one file, or the files of a folder, sorted by path.
  ///   - cache: the entries of earlier versions of the same source; those with the same bytes are
  ///     reused.
  package func read(_ files: [FormatFile], reusing cache: inout SourceCache) -> SourceReading {
    var reading = SourceReading(format: self)
    if let fault = Self.sizeFault(files) {
      reading.fault = fault
      return reading
    }
    switch self {
    case .bibtex:
      return BibTeXReader.read(files, reusing: &cache.bibtex)
    case .jsonResume: return JSONResumeReader.read(files, reusing: &cache.objects)
    case .rendercv: return RenderCVReader.read(files)
    case .cslJSON: return CSLReader.read(files, reusing: &cache.objects)
    case .orcid: return ORCIDReader.read(files)
    case .pages: return PagesReader.read(files)
    }
  }

  /// Reads a source without a cache.
  package func read(_ files: [FormatFile]) -> SourceReading {
    var cache = SourceCache()
    return read(files, reusing: &cache)
  }

  private static func sizeFault(_ files: [FormatFile]) -> Finding? {
    var total = 0
    for file in files {
      total += file.bytes.count
      if total > maximumSize {
        return Finding(
          "the source is larger than \(maximumSize >> 20) MiB", rule: "size", path: file.path)
      }
    }
    return nil
  }
}

/// One file of a source: its path from the top of the repository, and its bytes.
package struct FormatFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// What readers keep from version to version of a source, so that unchanged entries are not read
/// again.
package struct SourceCache: Sendable {
  var bibtex = BibTeXCache()
  var objects = ObjectCache()

  package init() {}
}
