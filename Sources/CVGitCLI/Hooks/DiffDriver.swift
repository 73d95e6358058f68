internal import CVHistory
internal import CVModel
internal import Git

/// The setup that makes `git diff` and `git log -p` show changes by entry: attributes in the
/// repository, and settings in each clone.
struct DiffDriver {
  let repository: Repository
  /// The CV's folder, from the top of the repository.
  let root: String
  /// The files of sources, from the top of the repository.
  let sources: [String]

  init(_ cv: CVRepository) {
    repository = cv.repository
    root = cv.root
    sources = cv.places.dropFirst().filter { !$0.isEmpty }
  }

  /// Both commands fall back to git's own output if cvgit is not found: a missing driver would
  /// break every `git diff`. The first also lets `git difftool` run its tool.
  static let settings = [
    (
      "diff.cvgit.command",
      #"f() { case ${GIT_EXTERNAL_DIFF-} in git-difftool--helper*) exec git-difftool--helper "$@";; esac; "#
        + #"command -v cvgit >/dev/null 2>&1 && exec cvgit diff-driver "$@"; "#
        + #"git --no-pager diff --no-index --no-ext-diff -- "$2" "$5" || :; }; f"#
    ),
    ("diff.cvgit.textconv", #"f() { cvgit textconv "$1" 2>/dev/null || cat -- "$1"; }; f"#),
  ]

  /// The lines for `.gitattributes`: one for the records, if their folder exists, and one for each
  /// source.
  var attributeLines: [String] {
    get throws(GitError) {
      let hasRecords = try hasRecords
      return lines(forRecords: sources.isEmpty || hasRecords)
    }
  }

  private func lines(forRecords hasRecords: Bool) -> [String] {
    let records =
      hasRecords ? [root.isEmpty ? "*.yaml" : "/\(root)/**/*.yaml"] : []
    return (records + sources.map { "/\($0)" }).map { pattern in
      let isPlain = pattern.unicodeScalars.allSatisfy {
        ("!"..."~").contains($0) && $0 != "\"" && $0 != "\\"
      }
      return "\(isPlain ? pattern : "\"\(Self.escaped(pattern))\"") diff=cvgit"
    }
  }

  private var hasRecords: Bool {
    get throws(GitError) {
      try repository.workTree.map { FileReading.isFolder($0 + "/" + root) } ?? false
    }
  }

  /// A pattern escaped for double quotes, as git parses it in that file.
  private static func escaped(_ pattern: String) -> String {
    pattern.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// The attributes file; git does not follow a link here.
  private var attributesFile: FileReplacement? {
    get throws(GitError) {
      try repository.workTree.map { FileReplacement(".gitattributes", in: $0) }
    }
  }

  /// Whether the repository's attributes name the driver.
  var hasAttributes: Bool {
    get throws {
      guard let bytes = try attributesFile?.content() else { return false }
      return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
        line in
        !line.hasPrefix("#") && line.split(whereSeparator: \.isWhitespace).contains("diff=cvgit")
      }
    }
  }

  /// Whether this clone has the settings, from this version or the user.
  var hasSettings: Bool {
    get throws(GitError) {
      let configuration = try repository.configuration
      return Self.settings.allSatisfy { configuration.string($0.0) != nil }
    }
  }

  /// Adds the missing lines to `.gitattributes`, and returns them. The author's own lines that name
  /// the driver also count.
  func writeAttributes() throws -> [String] {
    guard let file = try attributesFile else { return [] }
    let old = try file.content()
    let present = String(decoding: old ?? [], as: UTF8.self).split(whereSeparator: \.isNewline)
    let missing = try attributeLines.filter { line in
      !present.contains {
        $0.split(whereSeparator: \.isWhitespace).first == line.split(separator: " ").first
      }
    }
    guard try !missing.isEmpty && (!hasAttributes || !sources.isEmpty) else { return [] }
    var text = old ?? []
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    text += missing.map { "\($0)\n" }.joined().utf8
    try file.write(text, replacing: old)
    return missing
  }

  func writeSettings() throws(GitError) {
    let configuration = try repository.configuration
    for (name, value) in Self.settings where configuration.string(name) != value {
      try repository.write(setting: name, value)
    }
  }

  func removeSettings() throws(GitError) {
    for (name, _) in Self.settings { try repository.write(setting: name, nil) }
  }
}
