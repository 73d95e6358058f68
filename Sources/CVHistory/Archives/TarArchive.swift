internal import Git

/// Writes a tar file: POSIX ustar, with a pax header only before a name that ustar cannot
/// represent.
///
/// Source: POSIX.1-2017, `pax`, "ustar Interchange Format" and "pax Header Block". Owner and group
/// are 0 and have no names, so that the archive does not identify its author.
struct TarArchive {
  private let seconds: Int64

  init(moment: Moment) { seconds = min(max(moment.seconds, 0), 0o77777777777) }

  func bytes(_ files: [ArchiveFile]) -> [UInt8] {
    var output: [UInt8] = []
    for (index, file) in files.enumerated() {
      let name = UstarName(file.path)
      if name == nil {
        let record = Self.paxRecord("path", file.path)
        // Its name does not matter; it is numbered so that old programs extract all of them.
        output += header(
          UstarName(shortName: "PaxHeaders/\(index)"), record.count, 0o644, type: "x")
        output += Self.padded(record)
      }
      let shown = name ?? UstarName(shortName: "LongName/\(index)")
      output += header(shown, file.content.count, file.mode, type: "0")
      output += Self.padded(file.content)
    }
    output += [UInt8](repeating: 0, count: 2 * Self.block)
    // Whole records of 20 blocks, as tar itself writes.
    let record = 20 * Self.block
    return output + [UInt8](repeating: 0, count: (record - output.count % record) % record)
  }

  private static let block = 512

  private static func padded(_ content: [UInt8]) -> [UInt8] {
    content + [UInt8](repeating: 0, count: (block - content.count % block) % block)
  }

  private func header(
    _ name: UstarName, _ size: Int, _ mode: Int, type: Unicode.Scalar
  ) -> [UInt8] {
    var header = Self.field(name.name, 100)
    header += Self.octal(Int64(mode), 8)
    header += Self.octal(0, 8)  // owner
    header += Self.octal(0, 8)  // group
    header += Self.octal(Int64(size), 12)
    header += Self.octal(seconds, 12)
    header += Array("        ".utf8)  // the checksum, counted as spaces
    header += [UInt8(ascii: type)]
    header += Self.field("", 100)  // link
    header += Array("ustar\0".utf8) + Array("00".utf8)
    header += Self.field("", 32) + Self.field("", 32)  // names of owner and group
    header += Self.octal(0, 8) + Self.octal(0, 8)  // device
    header += Self.field(name.prefix, 155)
    header += [UInt8](repeating: 0, count: Self.block - header.count)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: Self.octal(Int64(sum), 7) + [UInt8(ascii: " ")])
    return header
  }

  private static func field(_ text: String, _ width: Int) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes + [UInt8](repeating: 0, count: width - bytes.count)
  }

  /// Octal digits, padded with zeros and followed by one NUL.
  private static func octal(_ number: Int64, _ width: Int) -> [UInt8] {
    let digits = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: width - 1 - digits.count) + digits + [0]
  }

  /// `LENGTH KEY=VALUE\n`, where the length includes its own digits.
  private static func paxRecord(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count
    while length != rest.utf8.count + String(length).utf8.count {
      length = rest.utf8.count + String(length).utf8.count
    }
    return Array((String(length) + rest).utf8)
  }
}

/// A name split into ustar's two fields.
private struct UstarName {
  let prefix: String
  let name: String

  private init(prefix: String, name: String) {
    self.prefix = prefix
    self.name = name
  }

  init(shortName: String) { self.init(prefix: "", name: shortName) }

  /// Nil if a pax header is needed: for non-ASCII characters, or without a slash that splits the
  /// name into at most 155 and 100 bytes.
  init?(_ path: String) {
    guard path.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if path.utf8.count <= 100 {
      self.init(shortName: path)
      return
    }
    let slash = path.indices.first { index in
      path[index] == "/" && path[index...].utf8.count - 1 <= 100
    }
    guard let slash, path[..<slash].utf8.count <= 155, !path[..<slash].isEmpty else { return nil }
    self.init(
      prefix: String(path[..<slash]), name: String(path[path.index(after: slash)...]))
  }
}
