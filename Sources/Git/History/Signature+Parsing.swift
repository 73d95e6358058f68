internal import Text

extension Signature {
  /// Parses `Name <email> seconds ±hhmm`, as leniently as git: missing parts are empty or zero.
  init(parsing line: some BidirectionalCollection<UInt8>, _ encoding: TextEncoding) {
    let open = line.firstIndex(of: UInt8(ascii: "<")) ?? line.endIndex
    let afterOpen = open == line.endIndex ? open : line.index(after: open)
    let close = line[afterOpen...].firstIndex(of: UInt8(ascii: ">")) ?? line.endIndex
    let last = line.lastIndex(of: UInt8(ascii: ">")).map { line.index(after: $0) } ?? line.endIndex
    self.init(
      name: encoding.string(Self.trimmed(line[..<open])),
      email: encoding.string(Self.trimmed(line[afterOpen..<close])),
      moment: Moment(parsing: line[last...]))
  }

  private static func trimmed<Bytes: BidirectionalCollection<UInt8>>(
    _ bytes: Bytes
  ) -> Bytes.SubSequence {
    let space = UInt8(ascii: " ")
    let start = bytes.firstIndex { $0 > space } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > space }.map { bytes.index(after: $0) } ?? start
    return bytes[start..<end]
  }
}

extension Moment {
  /// Parses `seconds ±hhmm`; values that git could not have written become zero, as in `git log`.
  init(parsing bytes: some BidirectionalCollection<UInt8>) {
    let words = bytes.split(separator: UInt8(ascii: " "), maxSplits: 2)
      .map { String(decoding: $0, as: UTF8.self) }
    let seconds = words.first.flatMap { Int64($0) } ?? 0
    let plausible = (-(1 << 52)..<(1 << 52)).contains(seconds)
    self.init(
      seconds: plausible ? seconds : 0,
      offsetMinutes: words.dropFirst().first.flatMap(Self.offset) ?? 0)
  }

  /// The minutes of a time zone written as `+0530`; nil for anything else.
  static func offset(_ zone: String) -> Int? {
    guard zone.utf8.count == 5, let sign = zone.first, sign == "+" || sign == "-",
      zone.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(zone.dropFirst())
    else { return nil }
    let minutes = number / 100 * 60 + number % 100
    return sign == "-" ? -minutes : minutes
  }
}
