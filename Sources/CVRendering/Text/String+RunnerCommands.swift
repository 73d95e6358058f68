extension String {
  /// Escapes what a CI runner would take for a command: a line that begins with `::`, and `##[…]`
  /// or `##name[…]` anywhere.
  ///
  /// GitHub, Azure Pipelines and TeamCity read such commands from all output of a build.
  package var withoutRunnerCommands: String {
    let bytes = Array(utf8)
    let pairs: [[UInt8]] = [Array("::".utf8), Array("##".utf8)]
    guard zip(bytes, bytes.dropFirst()).contains(where: { pairs.contains([$0, $1]) }) else {
      return self
    }
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).withoutRunnerCommand }.joined(separator: "\n")
  }

  /// The same for one line.
  private var withoutRunnerCommand: String {
    var line = self
    let scalars = line.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    if scalars[start...].starts(with: "::".unicodeScalars) { line.insert("\\", at: start) }
    var index = line.startIndex
    while index < line.endIndex {
      let rest = line[index...]
      index = line.index(after: index)
      guard rest.hasPrefix("##") else { continue }
      let name = rest.dropFirst(2).prefix { $0.isASCII && $0.isLetter }
      if line[name.endIndex...].hasPrefix("[") { line.insert("\\", at: name.endIndex) }
    }
    return line
  }
}
