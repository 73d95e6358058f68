import Clibgit2

/// The SHA-1 name of an object in git.
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first eight bytes, the next eight, and the last four, big-endian.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// The length of an ID in bytes.
  package static let size = 20

  /// An ID of exactly 40 hexadecimal digits, in either case.
  package init?(hex: String) { self.init(hexDigits: hex.utf8) }

  /// An ID from the ASCII codes of its digits.
  init?(hexDigits digits: some Collection<UInt8>) {
    guard digits.count == 2 * Self.size else { return nil }
    var digits = digits.makeIterator()
    guard let high = UInt64(takingHexDigits: 16, from: &digits),
      let middle = UInt64(takingHexDigits: 16, from: &digits),
      let low = UInt64(takingHexDigits: 8, from: &digits)
    else { return nil }
    (self.high, self.middle, self.low) = (high, middle, UInt32(low))
  }

  /// An ID from the first ``size`` bytes of `bytes`, which must not be shorter.
  init(rawBytes bytes: RawSpan) {
    precondition(bytes.byteCount >= Self.size, "an object id is 20 bytes")
    high = unsafe UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    middle = unsafe UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self))
    low = unsafe UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  init(_ id: git_oid) {
    self = withUnsafeBytes(of: id) { ObjectID(rawBytes: $0.bytes) }
  }

  /// The ID as libgit2's type.
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
    withUnsafeBytes(of: oid) { bytes in
      String(unsafeUninitializedCapacity: 2 * Self.size) { digits in
        for (index, byte) in bytes.enumerated() {
          digits[2 * index] = Self.digit(byte >> 4)
          digits[2 * index + 1] = Self.digit(byte & 15)
        }
        return 2 * Self.size
      }
    }
  }

  /// The 20 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: oid) { Array($0) } }

  package var description: String { hex }

  var firstByte: UInt8 { UInt8(high >> 56) }

  /// The first seven digits, for display; they may be ambiguous.
  package var abbreviated: String { String(hex.prefix(7)) }

  package func hash(into hasher: inout Hasher) { hasher.combine(high) }

  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension UInt64 {
  /// Reads that many hexadecimal digits; nil if there is anything else.
  fileprivate init?(takingHexDigits count: Int, from digits: inout some IteratorProtocol<UInt8>) {
    self = 0
    for _ in 0..<count {
      guard let digit = digits.next() else { return nil }
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: return nil
      }
      self = self << 4 | UInt64(value)
    }
  }
}
