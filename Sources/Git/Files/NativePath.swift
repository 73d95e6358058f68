/// A path in the operating system's form: bytes that need not be valid UTF-8, and a NUL.
struct NativePath: CustomStringConvertible, ExpressibleByStringInterpolation {
  let characters: [CChar]

  init(_ text: String) { characters = Array(text.utf8CString) }

  init(stringLiteral text: String) { self.init(text) }

  /// A path of the repository below the folder `top`.
  init(_ path: GitPath, in top: String) {
    let separator: [UInt8] = path == .top ? [] : [UInt8(ascii: "/")]
    let bytes = Array(top.utf8) + separator + path.bytes + [0]
    characters = bytes.map { CChar(bitPattern: $0) }
  }

  /// For messages.
  var description: String {
    GitPath(bytes: characters.dropLast().map { UInt8(bitPattern: $0) }).display
  }
}
