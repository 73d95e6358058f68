package import Git

/// An archive format.
package enum ArchiveFormat: String, CaseIterable, Sendable {
  case zip
  case tar

  /// The format for a file extension.
  package init?(fileName: String) {
    guard let format = Self.allCases.first(where: { fileName.lowercased().hasSuffix(".\($0)") })
    else { return nil }
    self = format
  }

  /// The bytes of the archive, which are the same on every machine because nothing is compressed.
  ///
  /// - Parameters:
  ///   - files: in any order; they are sorted by path.
  ///   - moment: the modification time of the files, in UTC.
  package func archive(_ files: some Sequence<ArchiveFile>, at moment: Moment) -> [UInt8] {
    let files = files.inArchiveOrder
    switch self {
    case .zip: return ZipArchive(moment: moment).bytes(files)
    case .tar: return TarArchive(moment: moment).bytes(files)
    }
  }
}
