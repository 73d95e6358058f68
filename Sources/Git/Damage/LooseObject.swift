import Clibgit2

/// A loose object: its header and its content, compressed by zlib.
///
/// Source: `git help repository-layout`; the header is `TYPE SIZE`, ended by a NUL.
struct LooseObject {
  let type: git_object_t
  /// In bytes.
  let size: Int
  private let headerLength: Int
  private let file: [UInt8]

  /// The maximum length of a header, for any size that fits into 64 bits.
  private static let longestHeader = 32
  /// The maximum number of bytes that zlib compresses into one (`zlib.h`, "deflate").
  private static let largestRatio = 1_032

  /// How many bytes at the start of a file are sure to contain the header.
  static let headerPart = 512

  /// Nil if the file does not begin with a valid header.
  ///
  /// - Parameter file: the compressed bytes, or only the beginning if just the header is needed.
  init?(_ file: [UInt8]) {
    var start = [UInt8](repeating: 0, count: Self.longestHeader)
    let (_, count) = Self.unpack(file, into: &start)
    let words = start[..<count].split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let text = words.first,
      let header = String(validating: text, as: UTF8.self)
    else { return nil }
    let parts = header.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let size = Int(parts[1]), size >= 0, "\(size)" == parts[1] else {
      return nil
    }
    let type = git_object_string2type(String(parts[0]))
    guard [GIT_OBJECT_BLOB, GIT_OBJECT_TREE, GIT_OBJECT_COMMIT, GIT_OBJECT_TAG].contains(type)
    else { return nil }
    self.type = type
    self.size = size
    self.file = file
    headerLength = text.count + 1
  }

  /// The object's content after its header; nil if its length differs from the header's.
  func content() -> [UInt8]? {
    guard size <= file.count * Self.largestRatio else { return nil }
    var whole = [UInt8](repeating: 0, count: headerLength + size)
    let (isWhole, count) = Self.unpack(file, into: &whole)
    guard isWhole, count == whole.count else { return nil }
    return Array(whole[headerLength...])
  }

  /// Decompresses as much as there is room for; `isWhole` if the stream ends with the file, and
  /// fits.
  private static func unpack(
    _ file: [UInt8], into room: inout [UInt8]
  ) -> (isWhole: Bool, count: Int) {
    var count = uLong(room.count)
    var consumed = uLong(file.count)
    let code = uncompress2(&room, &count, file, &consumed)
    return (code == Z_OK && consumed == file.count, Int(count))
  }
}
