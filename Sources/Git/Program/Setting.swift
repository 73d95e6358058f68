/// A setting as git reads it: `section.subsection.name = value`.
package struct Setting: Hashable, Sendable {
  /// With the section and the name in lower case; a subsection keeps its case.
  package let name: String
  /// Nil for a name without `=`, which git treats as true.
  package let value: String?

  package init(name: String, value: String?) {
    self.name = Self.normalized(name)
    self.value = value
  }

  /// The form in which names are compared.
  static func normalized(_ name: String) -> String {
    guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: ".") else {
      return name.lowercased()
    }
    return name[..<first].lowercased() + name[first..<last] + name[last...].lowercased()
  }

  /// git's spellings of false, in any case; an empty value is also false.
  static func isFalse(_ value: String) -> Bool {
    ["", "0", "false", "no", "off"].contains(value.lowercased())
  }

  /// The value as git parses a Boolean; nil if it is invalid.
  var bool: Bool? {
    guard let value else { return true }
    if Self.isFalse(value) { return false }
    if ["true", "yes", "on"].contains(value.lowercased()) { return true }
    let isScaled = value.last.map { "kKmMgG".contains($0) } ?? false
    return Int64(isScaled ? value.dropLast() : value[...]).map { $0 != 0 }
  }
}
