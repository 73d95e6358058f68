internal import CVFormats
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// A file, a folder or standard input that is to be imported, as it was read.
struct ImportInput {
  /// As messages name it.
  let name: String
  let format: ImportFormat
  /// The file with what it includes, or the files of the folder. Their paths are those of the
  /// copies that are kept.
  let files: [FormatFile]
  /// The path of the copy below the folder of copies; nil if none is kept.
  let keptPath: String?

  /// The word for standard input on the command line.
  static let standardInput = "-"

  /// - Parameters:
  ///   - argument: as written on the command line.
  ///   - format: the name of the format; nil if the content identifies it.
  ///   - keptName: another path for the copy.
  init(
    _ argument: String, format: String?, keptName: String?, _ session: Session, top: String?
  ) throws {
    name = argument == Self.standardInput ? keptName ?? "standard input" : argument
    let place = try ImportPlace(argument, session, top: top)
    keptPath = try keptName.map(Self.checked) ?? place.keptPath
    let path = keptPath ?? argument
    let named = try format.map(Self.format)
    switch place {
    case .standardInput:
      guard let bytes = session.surroundings.readInput(SourceFormat.maximumSize + 1) else {
        throw Failure("cannot read standard input")
      }
      files = [FormatFile(path: path, bytes: bytes)]
    case .folder(let folder, _):
      files = try ImportFolder(folder, as: path).files
    case .file(let file, _):
      let main = FormatFile(path: path, bytes: try Self.bytes(file, name: argument))
      guard let format = named ?? ImportFormat.detect(main) else {
        throw Self.unknownFormat(argument)
      }
      let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
      files = try ImportInclusion(main, format) { include in
        let included = "\(folder)/\(include)"
        return FileReading.exists(included) ? try Self.bytes(included, name: include) : nil
      }.files
      self.format = format
      return
    }
    guard let format = named ?? Self.detect(files) else { throw Self.unknownFormat(argument) }
    self.format = format
  }

  /// Reads an input only to find out whether it can be read.
  init(_ argument: String, format: String?, _ session: Session) throws {
    try self.init(argument, format: format, keptName: nil, session, top: nil)
  }

  private static func detect(_ files: [FormatFile]) -> ImportFormat? {
    if files.count == 1, let format = ImportFormat.detect(files[0]) { return format }
    return SourceFormat.detect(folder: files).flatMap { ImportFormat(named: $0.rawValue) }
  }

  /// The bytes of a regular file that is not too large.
  private static func bytes(_ path: String, name: String) throws -> [UInt8] {
    if FileReading.isFolder(path) { throw Failure("\(quoted(name)) is a folder") }
    if let size = FileReading.size(path), size > SourceFormat.maximumSize {
      throw Failure(
        "\(quoted(name)) is larger than \(SourceFormat.maximumSize >> 20) MiB",
        hint: "split the file")
    }
    return try FileReading.bytes(path, name: name)
  }

  private static func format(_ name: String) throws -> ImportFormat {
    if let format = ImportFormat(named: name) { return format }
    let names = ImportFormat.all.map(\.name)
    throw Failure(
      "unknown format \(quoted(name))",
      hint: suggestion(for: name, among: names).map { "did you mean \(quoted($0))?" }
        ?? "formats: \(names.joined(separator: ", "))")
  }

  private static func unknownFormat(_ name: String) -> Failure {
    let names = ImportFormat.all.map(\.name).joined(separator: ", ")
    return Failure(
      "the format of \(quoted(name)) is not known", hint: "name it with \"--format\": \(names)")
  }

  /// A path for the copy, as the command line names it.
  private static func checked(_ name: String) throws -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }),
      !name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
    else {
      throw Failure(
        "invalid name \(quoted(name))",
        hint: "name a file such as \"publications.bib\", without \".\" at the beginning")
    }
    return name
  }
}

/// Where an argument of `import` is.
private enum ImportPlace {
  case standardInput
  /// Absolute paths, with the paths of their copies.
  case file(String, keptPath: String)
  case folder(String, keptPath: String)

  var keptPath: String? {
    switch self {
    case .standardInput: nil
    case .file(_, let path), .folder(_, let path): path
    }
  }

  init(_ argument: String, _ session: Session, top: String?) throws {
    guard !argument.isEmpty else {
      throw Failure("the name of the file is empty", hint: "name a file: cvgit import refs.bib")
    }
    if argument == ImportInput.standardInput {
      self = .standardInput
      return
    }
    let path = FileReading.normalized(session.path(argument))
    guard FileReading.exists(path) else {
      throw Failure(
        "there is no file \(quoted(argument))", hint: "name a file, or \"-\" for standard input")
    }
    let real = FileReading.realPath(path)
    let folder = top.map(FileReading.realPath)
    // Links on the way are the user's own, but one in a repository may be somebody else's.
    let place = FileReading.realPath(FileReading.parent(path))
    if let folder, (place + "/").hasPrefix(folder + "/"), !real.hasPrefix(folder + "/") {
      throw Failure(
        "\(quoted(argument)) leads outside the repository by a link",
        hint: "to import it, name the file itself: \(copyable(real))")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let kept =
      folder.flatMap { real.hasPrefix($0 + "/") ? String(real.dropFirst($0.count + 1)) : nil }
      ?? name
    self = FileReading.isFolder(real) ? .folder(real, keptPath: kept) : .file(real, keptPath: kept)
  }
}

/// A file with the files that it includes, and that those include.
struct ImportInclusion {
  private(set) var files: [FormatFile]

  private static let limit = 256

  /// - Parameter read: the bytes of an included file by its path from the folder of the first; nil
  ///   if it is not there.
  init(
    _ main: FormatFile, _ format: ImportFormat, read: (String) throws -> [UInt8]?
  ) throws {
    files = [main]
    let folder = main.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    var seen: Set<String> = [main.path]
    var next = 0
    while next < files.count {
      for written in format.includes(files[next]) {
        let parts = written.split(separator: "/").filter { $0 != "." }
        guard !written.hasPrefix("/"), !parts.contains(".."), !parts.isEmpty else { continue }
        let include = parts.joined(separator: "/")
        guard seen.insert(folder + include).inserted, let bytes = try read(include) else {
          continue
        }
        guard files.count < Self.limit else {
          throw Failure(
            "\(quoted(main.path)) includes more than \(Self.limit) files", hint: "import fewer")
        }
        files.append(FormatFile(path: folder + include, bytes: bytes))
      }
      next += 1
    }
  }
}

/// The files of a folder that may hold entries.
private struct ImportFolder {
  private(set) var files: [FormatFile] = []
  private var size = 0

  private static let limit = 20_000

  init(_ folder: String, as path: String) throws {
    try read(folder, path)
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func read(_ folder: String, _ path: String, depth: Int = 0) throws {
    for name in (FileReading.names(in: folder) ?? []).sorted() where !name.hasPrefix(".") {
      let (place, inner) = ("\(folder)/\(name)", "\(path)/\(name)")
      if FileReading.isLink(place) { continue }
      if FileReading.isFolder(place) {
        if depth < 8 { try read(place, inner, depth: depth + 1) }
      } else if CVRepository.isSourceFile(GitPath(inner), of: path) {
        let bytes = try FileReading.bytes(place, name: inner)
        size += bytes.count
        guard size <= SourceFormat.maximumSize, files.count < Self.limit else {
          throw Failure(
            "\(quoted(path)) holds more than \(Self.limit) files or "
              + "\(SourceFormat.maximumSize >> 20) MiB", hint: "import its folders one by one")
        }
        files.append(FormatFile(path: inner, bytes: bytes))
      }
    }
  }
}
