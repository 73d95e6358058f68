internal import Git
internal import Text

/// Writes a zip file with stored (uncompressed) content.
///
/// Source: PKWARE's APPNOTE.TXT 6.3.10, to which section numbers refer. Without Zip64, so at most
/// 65,535 files and 4 GiB.
struct ZipArchive {
  private let date: UInt16
  private let time: UInt16

  /// - Parameter moment: in UTC; zip can represent even seconds from 1980 to 2107.
  init(moment: Moment) {
    let first = Self.seconds(ofYear: 1980)
    let last = Self.seconds(ofYear: 2108) - 2
    let seconds = min(max(moment.seconds, first), last)
    let day = Day(unixSeconds: seconds)
    let ofDay = Int(seconds - day.startInUnixSeconds)
    date = UInt16((day.year - 1980) << 9 | day.month << 5 | day.day)
    time = UInt16((ofDay / 3600) << 11 | (ofDay / 60 % 60) << 5 | (ofDay % 60) / 2)
  }

  private static func seconds(ofYear year: Int) -> Int64 {
    Day(year: year, month: 1, day: 1)?.startInUnixSeconds ?? 0
  }

  func bytes(_ files: [ArchiveFile]) -> [UInt8] {
    var output = LittleEndianBytes()
    var directory = LittleEndianBytes()
    for file in files {
      let checksum = CRC32.checksum(of: file.content)
      let offset = output.bytes.count
      // 4.3.7: the local header.
      output.append32(0x0403_4B50)
      appendShared(file, checksum, to: &output)
      output.append(Array(file.path.utf8))
      output.append(file.content)
      // 4.3.12: the entry of the central directory; made by Unix (3), version 2.0.
      directory.append32(0x0201_4B50)
      directory.append16(3 << 8 | 20)
      appendShared(file, checksum, to: &directory)
      directory.append16(0)  // comment
      directory.append16(0)  // disk
      directory.append16(0)  // internal attributes
      directory.append32((0o100000 | file.mode) << 16)
      directory.append32(offset)
      directory.append(Array(file.path.utf8))
    }
    return output.bytes + directory.bytes
      + end(count: files.count, size: directory.bytes.count, offset: output.bytes.count)
  }

  /// The common fields of the local header and the directory entry.
  private func appendShared(
    _ file: ArchiveFile, _ checksum: UInt32, to output: inout LittleEndianBytes
  ) {
    output.append16(20)  // version needed: 2.0
    output.append16(1 << 11)  // 4.4.4, bit 11: the name is UTF-8
    output.append16(0)  // stored
    output.append16(Int(time))
    output.append16(Int(date))
    output.append32(Int(checksum))
    output.append32(file.content.count)
    output.append32(file.content.count)
    output.append16(file.path.utf8.count)
    output.append16(0)  // extra field
  }

  /// 4.3.16: the end of the central directory.
  private func end(count: Int, size: Int, offset: Int) -> [UInt8] {
    var output = LittleEndianBytes()
    output.append32(0x0605_4B50)
    output.append16(0)
    output.append16(0)
    output.append16(count)
    output.append16(count)
    output.append32(size)
    output.append32(offset)
    output.append16(0)
    return output.bytes
  }
}

/// Bytes with little-endian numbers.
private struct LittleEndianBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func append16(_ number: Int) {
    bytes += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  mutating func append32(_ number: Int) {
    append16(number)
    append16(number >> 16)
  }
}
