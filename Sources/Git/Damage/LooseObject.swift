import Clibgit2

/// An object in a file of its own: its header and its bytes, compressed by zlib.
///
/// Source: `git help repository-layout`; the header is `TYPE SIZE`, ended by a NUL.
struct LooseObject {
  let type: git_object_t
  /// In bytes.
  let size: Int
  private let headerLength: Int
  private let file: [UInt8]

  /// The longest header there is, for any size that fits into 64 bits.
  private static let longestHeader = 32
  /// zlib packs no more than 1,032 bytes into one (`zlib.h`, "deflate").
  private static let largestRatio = 1_032

  /// How many bytes of a file hold the header for certain.
  static let headerPart = 512

  /// Nil where the file begins with no header.
  ///
  /// - Parameter file: the compressed bytes, or only their beginning to ask for the header alone.
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

  /// The object's bytes behind its header; nil where the file holds more or less than the header says.
  func content() -> [UInt8]? {
    guard size <= file.count * Self.largestRatio else { return nil }
    var whole = [UInt8](repeating: 0, count: headerLength + size)
    let (isWhole, count) = Self.unpack(file, into: &whole)
    guard isWhole, count == whole.count else { return nil }
    return Array(whole[headerLength...])
  }

  /// Unpacks as much as there is room for; whole is what ends with the file, and fits.
  private static func unpack(
    _ file: [UInt8], into room: inout [UInt8]
  ) -> (isWhole: Bool, count: Int) {
    var count = uLong(room.count)
    var consumed = uLong(file.count)
    let code = uncompress2(&room, &count, file, &consumed)
    return (code == Z_OK && consumed == file.count, Int(count))
  }
}
