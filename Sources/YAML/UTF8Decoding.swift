/// The scalar of two to four bytes at an index and its length; `nil` if it is not valid UTF-8.
///
/// Rejects what Unicode rejects: overlong forms, surrogates, values above U+10FFFF.
func decodeScalar(
  at index: Int, in bytes: UnsafeBufferPointer<UInt8>
) -> (scalar: Unicode.Scalar, length: Int)? {
  let lead = bytes[index]
  let length: Int
  let minimum: UInt32
  switch lead {
  case 0xC2...0xDF: (length, minimum) = (2, 0x80)
  case 0xE0...0xEF: (length, minimum) = (3, 0x800)
  case 0xF0...0xF4: (length, minimum) = (4, 0x10000)
  default: return nil
  }
  guard index + length <= bytes.count else { return nil }
  var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
  for offset in 1..<length {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  guard value >= minimum, let scalar = Unicode.Scalar(value) else { return nil }
  return (scalar, length)
}
