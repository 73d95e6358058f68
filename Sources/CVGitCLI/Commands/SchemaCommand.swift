internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit schema`.
struct SchemaCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind, for editors",
    discussion: """
      With '--write', writes the schema of each kind to .schema/ in the CV's folder. Editors use it \
      if the first line of a record is '# yaml-language-server: $schema=../.schema/publications.json'; \
      'cvgit new' adds that line from then on. Also writes settings for Visual Studio Code to .vscode/, \
      except files that exist.
      Without a kind, prints the names of all kinds.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Write the schemas to .schema/KIND.json in the CV's folder, and .vscode/")
  var write = false

  @Argument(help: "Kind, such as publications")
  var kind: String?

  func run(in session: inout Session) throws -> ExitStatus {
    if write { return try writeAll(&session) }
    if let kind, let builtIn = Schema.builtIn[kind] {
      session.print(KindSchemaRenderer().render(builtIn))
      return .done
    }
    // Outside a repository, there are only the built-in kinds.
    let schema = try session.isInWorkTree ? try session.openCV().workTreeSchema() : .builtIn
    guard let kind else {
      session.print(schema.kinds.map { $0.name + "\n" }.joined())
      return .done
    }
    session.print(KindSchemaRenderer().render(try RecordName.kind(kind, in: schema)))
    return .done
  }

  private func writeAll(_ session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    guard let top = try cv.repository.workTree else {
      throw NoWorkTree(cv.repository, hint: "run this in a clone with a work tree").failure
    }
    let folder = cv.root.isEmpty ? top : "\(top)/\(cv.root)"
    guard FileReading.isFolder(folder) else { throw NoCV(cv.root).failure }
    let schema = try cv.workTreeSchema()
    let kinds = try kind.map { [try RecordName.kind($0, in: schema)] } ?? schema.kinds
    for kind in kinds {
      let file = FileReplacement(
        CVReader(root: cv.root).prefix + ".schema/\(kind.name).json", in: top)
      let old = try file.content()
      let new = Array(KindSchemaRenderer().render(kind).utf8)
      if old != new { try file.write(new, replacing: old) }
    }
    let prefix = CVReader(root: cv.root).prefix
    session.tell("wrote \(kinds.count) schema\(kinds.count == 1 ? "" : "s") to \(prefix).schema")
    for (path, text) in VSCodeFiles(kinds: schema.kinds, prefix: prefix).texts {
      let file = FileReplacement(path, in: top)
      if FileReading.exists("\(top)/\(path)") { continue }
      try file.write(Array(text.utf8), replacing: nil)
      session.tell("wrote \(path)")
    }
    return .done
  }
}
