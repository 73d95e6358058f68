extension Repository {
  /// The content of a blob.
  ///
  /// - Throws: a blob longer than `limit`, without having read it (``GitError/isTooLarge``); a blob
  ///   that is missing in a partial clone; a damaged object.
  package func blob(_ id: ObjectID, limit: Int = .max) throws(GitError) -> [UInt8] {
    if limit < .max, case let size = try blobSize(id), size > limit {
      throw GitError(
        code: GitError.Code.tooLarge,
        message: "blob \(id) has \(size) bytes; the limit is \(limit)",
        function: "Repository.blob")
    }
    return try withBytes(of: id, .blob) { Array($0) }
  }

  /// The size of a blob in bytes, from the object's header alone.
  package func blobSize(_ id: ObjectID) throws(GitError) -> Int {
    let (type, size) = try header(of: id, .blob)
    guard type == .blob else { throw wrongType(id, type, expected: .blob) }
    return size
  }
}
