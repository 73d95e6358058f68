internal import CVModel

/// A CV that is found from a folder without asking git: for commands whose start would be most of their cost.
struct NearbyCV {
  /// The top of the work tree: the folder with `.git`, at or above where the search began.
  let top: String
  /// The CV's folder, from the top.
  let root: String

  /// - Throws: no repository. `cvgit.root` is asked of git itself, a process of its own.
  init(_ session: Session) throws {
    var folder = FileReading.realPath(session.directory)
    while !FileReading.exists(folder + "/.git") {
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
        throw Failure(
          "not a git repository (or any of the parent directories): .git",
          hint: "run this in the repository of the CV")
      }
      folder = String(folder[..<slash])
    }
    top = folder
    var written = session.global.root ?? Self.setting(in: folder, session) ?? "cv"
    if written.hasPrefix("/") {
      let real = FileReading.realPath(written)
      if (real + "/").hasPrefix(folder + "/") { written = String(real.dropFirst(folder.count)) }
    }
    root = written.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private static func setting(in folder: String, _ session: Session) -> String? {
    let output = ChildProcess.output(
      "git", ["-C", folder, "config", "--get", "cvgit.root"],
      environment: session.surroundings.environment)
    guard let output, output.status == 0 else { return nil }
    return String(output.text.prefix { !$0.isNewline })
  }

  /// The CV's folder as a path.
  var folder: String { root.isEmpty ? top : "\(top)/\(root)" }

  /// The built-in kinds, and those that the work tree declares.
  var schema: Schema { Self.schema(kindsIn: folder) }

  /// The same for a folder that is known already.
  static func schema(kindsIn folder: String) -> Schema {
    let names = (FileReading.names(in: folder + "/kinds") ?? []).filter { $0.hasSuffix(".yaml") }
    let files = names.sorted().compactMap { name -> SourceFile? in
      // A kind that cannot be read declares nothing; "validate" says why.
      guard let bytes = try? FileReading.bytes("\(folder)/kinds/\(name)") else { return nil }
      return SourceFile(path: "kinds/\(name)", content: .bytes(bytes))
    }
    return Schema.builtIn.adding(CVReader(root: "").kinds(files))
  }
}
