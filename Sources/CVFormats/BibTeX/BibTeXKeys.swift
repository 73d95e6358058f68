internal import CVModel
internal import Text

/// Makes IDs from the keys of a source.
enum BibTeXKeys {
  private static let longest = 100

  /// The key in ASCII and lower case, with each run of other characters replaced by a hyphen; nil
  /// if nothing is left.
  static func stem(_ key: String) -> String? {
    var result: [UInt8] = []
    var isParted = false
    for byte in key.asciiFolded.lowercased().utf8 {
      guard Sign.isDigit(byte) || (97...122).contains(byte) else {
        isParted = true
        continue
      }
      if isParted, !result.isEmpty { result.append(UInt8(ascii: "-")) }
      isParted = false
      result.append(byte)
    }
    result = Array(result.prefix(longest))
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
  }

  /// The IDs. If several entries have the same stem, the first key in byte order gets it, and the
  /// others get `-2`, `-3` …; equal keys count in the order of the file.
  static func ids(_ stems: [String], keys: [String]) -> [String] {
    let order = stems.indices.sorted { left, right in
      keys[left] == keys[right]
        ? left < right : keys[left].utf8.lexicographicallyPrecedes(keys[right].utf8)
    }
    var ids = stems
    var taken = Set(stems)
    var numbers: [String: Int] = [:]
    for index in order {
      let stem = stems[index]
      guard var number = numbers[stem] else {
        numbers[stem] = 1
        continue
      }
      var id = stem
      repeat {
        number += 1
        id = "\(stem)-\(number)"
      } while taken.contains(id)
      numbers[stem] = number
      taken.insert(id)
      ids[index] = id
    }
    return ids
  }
}
