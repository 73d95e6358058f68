internal import Text
internal import YAML

/// The settings in `.cvgit.yaml`, at the top of the work tree: where the CV is, and whose it is.
///
/// The file is committed, so that a clone, its hooks and CI read the same CV.
package struct ProjectFile: Hashable, Sendable {
  /// The file's path from the top of the work tree.
  package static let path = ".cvgit.yaml"

  /// The folder of the records, from the top of the work tree.
  package private(set) var root: String?
  /// The sources: files and folders with entries in other formats.
  package private(set) var sources: [Source] = []
  /// The owner's name, for sources without one.
  package private(set) var name: String?
  /// Other spellings of the owner's name.
  package private(set) var aliases: [String] = []
  /// The fields of a source's profile that are shown although they are private by default.
  package private(set) var shownFields: [String] = []
  /// All problems of the file, in order. Invalid settings are ignored.
  package private(set) var findings: [Finding] = []

  /// A CV in another format, with its current and former paths.
  package struct Source: Hashable, Sendable {
    /// From the top of the work tree; the first that exists is read.
    package var paths: [String]
    /// The format's name; `nil` to detect it from the content.
    package var format: String?

    package init(paths: [String], format: String? = nil) {
      self.paths = paths
      self.format = format
    }
  }

  /// No settings.
  package init() {}

  /// Parses the file.
  ///
  /// - Parameter formats: the names of the formats that a source can have.
  package init(reading bytes: [UInt8], formats: [String]) {
    let document = Document(reading: bytes)
    findings = document.faults.map { fault in
      Finding(
        fault.message, hint: fault.hint, rule: fault.rule, path: Self.path, span: fault.span)
    }
    guard let root = document.root else { return }
    guard case .mapping(let pairs) = root.content else {
      refuse("expected settings, found \(root.shape)", hint: "write \"root: cv\"", at: root)
      return
    }
    for pair in pairs { read(pair, formats) }
  }

  private static let keys = ["root", "sources", "name", "aliases", "show"]
  private static let sourceKeys = ["path", "format"]

  private mutating func read(_ pair: Pair, _ formats: [String]) {
    switch pair.key {
    case "root": root = folder(pair.value)
    case "sources": sources = items(pair.value).compactMap { source($0, formats) }
    case "name": name = text(pair.value)
    case "aliases": aliases = items(pair.value).compactMap { text($0) }
    case "show": shownFields = items(pair.value).compactMap { text($0) }
    case let key where key.hasPrefix("x-"): break
    default: refuseKey(pair, among: Self.keys)
    }
  }

  /// A path, or a mapping of a path and a format.
  private mutating func source(_ node: Node, _ formats: [String]) -> Source? {
    guard case .mapping(let pairs) = node.content else {
      return path(node).map { Source(paths: [$0]) }
    }
    var source = Source(paths: [])
    for pair in pairs {
      switch pair.key {
      case "path": source.paths = items(pair.value).compactMap { path($0) }
      case "format":
        guard let name = text(pair.value) else { continue }
        guard formats.contains(name) else {
          refuse(
            "unknown format \(quoted(name))",
            hint: suggestion(for: name, among: formats).map { "did you mean \(quoted($0))?" }
              ?? "formats: \(formats.joined(separator: ", "))", at: pair.value)
          continue
        }
        source.format = name
      default: refuseKey(pair, among: Self.sourceKeys)
      }
    }
    if source.paths.isEmpty, !pairs.contains(where: { $0.key == "path" }) {
      refuse("a source without a path", hint: "add \"path: publications.bib\"", at: node)
    }
    return source.paths.isEmpty ? nil : source
  }

  /// The folder of the records; empty for the top of the work tree.
  private mutating func folder(_ node: Node) -> String? {
    guard let written = text(node) else { return nil }
    return written == "." || written == "./" ? "" : relative(written, node)
  }

  private mutating func path(_ node: Node) -> String? {
    text(node).flatMap { relative($0, node) }
  }

  /// A path inside the work tree, without `.` and repeated slashes.
  private mutating func relative(_ written: String, _ node: Node) -> String? {
    let parts = written.split(separator: "/").filter { $0 != "." }
    guard !written.hasPrefix("/"), !parts.contains(".."), !parts.isEmpty else {
      refuse(
        "the path \(quoted(written)) is not inside the repository",
        hint: "write it from the top of the repository, such as \"publications.bib\"", at: node)
      return nil
    }
    return parts.joined(separator: "/")
  }

  /// The items of a list; a single value counts as a list of one.
  private func items(_ node: Node) -> [Node] {
    if case .sequence(let items) = node.content { items } else { [node] }
  }

  private mutating func text(_ node: Node) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    refuse("expected a text, found \(node.shape)", hint: nil, at: node)
    return nil
  }

  private mutating func refuseKey(_ pair: Pair, among keys: [String]) {
    findings.append(
      Finding(
        "unknown key \(quoted(pair.key))",
        hint: suggestion(for: pair.key, among: keys).map { "did you mean \(quoted($0))?" }
          ?? "keys: \(keys.joined(separator: ", "))",
        rule: "unknown-key", path: Self.path, span: pair.keySpan))
  }

  private mutating func refuse(_ message: String, hint: String?, at node: Node) {
    findings.append(
      Finding(message, hint: hint, rule: "type", path: Self.path, span: node.span))
  }
}

extension Node {
  /// The node's shape, for messages.
  fileprivate var shape: String {
    switch content {
    case .scalar(let text, _): text.isEmpty ? "nothing" : quoted(text)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
