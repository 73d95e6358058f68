internal import CVModel
internal import Git
internal import Text

/// Typst, which typesets the PDF: the `typst` command, or a Python with the `typst` package.
struct TypstProgram: Sendable {
  let path: String
  let form: Form

  enum Form: Sendable {
    case command
    /// Python, with the package `typst` of PyPI.
    case package
  }

  /// The variable with the command or Python to use; `none` disables Typst.
  static let variable = "CVGIT_TYPST"

  /// Finds Typst; nil if it is not installed.
  ///
  /// Tries in turn: the variable; the Python environment in which the program is installed (pipx,
  /// `uv tool`, or one that is not activated); `typst` in `PATH`; the private environment that
  /// `make setup-pdf` creates; a `python3` in `PATH` with the package.
  static func find(_ surroundings: Surroundings) throws -> TypstProgram? {
    if let named = surroundings.environment[variable] {
      if named.isEmpty || named == "none" { return nil }
      guard FileReading.isExecutable(named) else {
        throw Failure(
          "\(variable) is not a program: \(quoted(named))",
          hint: "set it to the path of typst, or of a python3 with the package typst")
      }
      return TypstProgram(named)
    }
    if let python = pythonBesideProgram(surroundings), try hasPackage(python, surroundings) {
      return TypstProgram(python)
    }
    if let command = surroundings.onPath("typst") { return TypstProgram(command) }
    if let own = ownPython(surroundings) { return TypstProgram(own) }
    guard let python = surroundings.onPath("python3") else { return nil }
    return try hasPackage(python, surroundings) ? TypstProgram(python) : nil
  }

  private static func hasPackage(_ python: String, _ surroundings: Surroundings) throws -> Bool {
    let run = try ProgramRun(
      python, ["-c", "import sys; sys.path = [p for p in sys.path if p]; import typst"],
      environment: environment(surroundings))
    return run.status == 0
  }

  init(_ path: String) {
    self.path = path
    let name = path.split(separator: "/").last ?? ""
    form = name.hasPrefix("python") ? .package : .command
  }

  /// The Python of the virtual environment whose `bin` contains the program.
  private static func pythonBesideProgram(_ surroundings: Surroundings) -> String? {
    guard let program = surroundings.findExecutable() else { return nil }
    let parts = FileReading.realPath(program).split(separator: "/").dropLast()
    let environment = "/" + parts.dropLast().joined(separator: "/")
    let python = "/" + parts.joined(separator: "/") + "/python3"
    return FileReading.exists(environment + "/pyvenv.cfg") && FileReading.isExecutable(python)
      ? python : nil
  }

  /// The private environment's Python: beside the installed program, or in the build folder of the
  /// sources.
  private static func ownPython(_ surroundings: Surroundings) -> String? {
    guard let program = surroundings.findExecutable() else { return nil }
    var parts = FileReading.realPath(program).split(separator: "/").map(String.init)
    var places: [String] = []
    if parts.count > 2 {
      places.append("/" + parts.dropLast(2).joined(separator: "/") + "/share/cvgit/typst")
    }
    while let last = parts.popLast() {
      if last == ".build" {
        places.append("/" + parts.joined(separator: "/") + "/.build/typst")
      }
    }
    return places.map { $0 + "/bin/python3" }.first(where: FileReading.isExecutable)
  }

  /// The environment for Typst, without variables that could change its output, and without network
  /// access.
  static func environment(_ surroundings: Surroundings) -> [String: String] {
    var variables = surroundings.environment.filter {
      ["PATH", "HOME", "TMPDIR"].contains($0.key)
    }
    variables["LC_ALL"] = "C.UTF-8"
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
      // The port of the discard service, which is not running.
      variables[proxy] = "http://127.0.0.1:9"
      variables[proxy.lowercased()] = "http://127.0.0.1:9"
    }
    return variables
  }

  /// The tool's name in a snapshot: the command and the package may output different bytes for the
  /// same version.
  var toolName: String {
    switch form {
    case .command: "typst"
    case .package: "typst (Python)"
    }
  }

  /// The version of Typst.
  func version(_ surroundings: Surroundings) throws -> String {
    let arguments =
      switch form {
      case .command: ["--version"]
      case .package:
        [
          "-c",
          "import sys; sys.path = [p for p in sys.path if p]; import typst; print(typst.__version__)",
        ]
      }
    let run = try ProgramRun(path, arguments, environment: Self.environment(surroundings))
    let words = run.text.split(whereSeparator: \.isWhitespace)
    guard run.status == 0, let word = words.first(where: { $0.first?.isNumber == true })
    else {
      throw Failure(
        "cannot determine the version of \(quoted(path))",
        hint: "check that it runs: \(path) \(arguments.joined(separator: " "))")
    }
    return String(word).terminalSafe
  }
}
