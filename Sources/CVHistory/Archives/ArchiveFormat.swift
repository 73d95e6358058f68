package import Git

/// A file format that holds several files.
package enum ArchiveFormat: String, CaseIterable, Sendable {
  case zip
  case tar

  /// The format that a file's ending names.
  package init?(fileName: String) {
    guard let format = Self.allCases.first(where: { fileName.lowercased().hasSuffix(".\($0)") })
    else { return nil }
    self = format
  }

  /// The archive's bytes: the same on every machine, for nothing in them is compressed.
  ///
  /// - Parameters:
  ///   - files: in any order; they are sorted by path.
  ///   - moment: when the files say that they were changed, in UTC.
  package func archive(_ files: some Sequence<ArchiveFile>, at moment: Moment) -> [UInt8] {
    let files = files.inArchiveOrder
    switch self {
    case .zip: return ZipArchive(moment: moment).bytes(files)
    case .tar: return TarArchive(moment: moment).bytes(files)
    }
  }
}
