extension ObjectID {
  /// The type of an object in Software Heritage.
  package enum HeritageType: String, Sendable {
    case content = "cnt"
    case directory = "dir"
    case revision = "rev"
    case release = "rel"
  }

  /// The object's identifier in the Software Heritage archive, such as `swh:1:cnt:…`.
  ///
  /// The hashes of contents and directories are git's own of blobs and trees. Source: SWHID
  /// specification 1.2, ISO/IEC 18670:2025.
  package func softwareHeritageID(_ type: HeritageType) -> String {
    "swh:1:\(type.rawValue):\(hex)"
  }
}
