import Clibgit2

/// The SHA-1 name of an object in git.
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Its first eight bytes, the next eight, and the last four, big-endian.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// An id's length in bytes.
  package static let size = 20

  /// An id of exactly 40 hexadecimal digits, in either case.
  package init?(hex: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.size)
    var digits = hex.utf8.makeIterator()
    while let first = digits.next() {
      guard let second = digits.next(), bytes.count < Self.size,
        let high = Self.value(ofDigit: first), let low = Self.value(ofDigit: second)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard bytes.count == Self.size else { return nil }
    self.init(rawBytes: bytes.span.bytes)
  }

  /// The id that `bytes`, of which there are at least ``size``, begin with.
  init(rawBytes bytes: RawSpan) {
    precondition(bytes.byteCount >= Self.size, "an object id is 20 bytes")
    high = unsafe UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    middle = unsafe UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self))
    low = unsafe UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  init(_ id: git_oid) {
    self = withUnsafeBytes(of: id) { ObjectID(rawBytes: $0.bytes) }
  }

  /// The same id as libgit2 takes it.
  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid) {
      $0.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      $0.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      $0.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return oid
  }

  /// 40 hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return withUnsafeBytes(of: oid) { bytes in
      String(
        decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
  }

  package var description: String { hex }

  /// The first seven digits, for people to read; not always enough to name one object.
  package var abbreviated: String { String(hex.prefix(7)) }

  package func hash(into hasher: inout Hasher) { hasher.combine(high) }

  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
