extension ObjectID {
  /// What an object is to Software Heritage.
  package enum HeritageType: String, Sendable {
    case content = "cnt"
    case directory = "dir"
    case revision = "rev"
    case release = "rel"
  }

  /// The object's name in the Software Heritage archive, as in `swh:1:cnt:…`.
  ///
  /// A content's and a directory's hash is git's own of a blob and a tree. Source: SWHID
  /// specification 1.2, ISO/IEC 18670:2025.
  package func softwareHeritageID(_ type: HeritageType) -> String {
    "swh:1:\(type.rawValue):\(hex)"
  }
}
