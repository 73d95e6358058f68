/// Upper-case hexadecimal digits, padded with zeros: `hexadecimal(0x2E, width: 4)` is `002E`.
func hexadecimal(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
