import CVHistory
import CVModel

extension FuzzTarget {
  /// The generated part of a changelog and any file: the text around the part is unchanged, byte
  /// for byte.
  static let markers = FuzzTarget("markers") { bytes in
    var input = FuzzInput(bytes)
    let generated = input.line()
    let file = input.bytes
    let part = generated.isEmpty || generated.hasSuffix("\n") ? generated : generated + "\n"
    let stamp = String(repeating: "0a", count: 20)
    let marked: MarkedText?
    do throws(MarkedText.Damage) {
      marked = try MarkedText(file)
    } catch {
      return
    }
    // A part never contains a marker: Markdown escapes it.
    guard !part.contains("<!-- cvgit:") else { return }
    let spliced =
      marked?.replacing(with: part, stamp: stamp)
      ?? MarkedText.appending(part, stamp: stamp, to: file)
    let read: MarkedText?
    do throws(MarkedText.Damage) {
      read = try MarkedText(spliced)
    } catch {
      throw BrokenProperty(description: "what is spliced has damaged markers: \(error)")
    }
    guard let read else { throw BrokenProperty(description: "what is spliced has no markers") }
    try demand(read.stamp == stamp, "the stamp is another one")
    if let marked {
      try demand(read.before == marked.before, "what stands above changes")
      try demand(read.after == marked.after, "what stands below changes")
    } else {
      try demand(read.before.starts(with: file), "what stands above changes")
    }
    if !part.utf8.contains(13) {
      try demand(read.plainInside == Array(part.utf8), "the part is another one")
    }
    try demand(read.replacing(with: part, stamp: stamp) == spliced, "a second splice differs")
  }
}
