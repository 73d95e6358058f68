internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// The fonts that a PDF may use in addition to those of Typst.
struct FontFiles {
  /// By file name.
  let files: [String: [UInt8]]
  /// Their folder; if it is set in `cv.yaml`, relative to the CV's folder.
  let folder: String?

  static let none = FontFiles(files: [:], folder: nil)

  private static let endings = [".ttf", ".otf", ".ttc", ".otc"]
  /// The maximum size of one font in bytes: the largest multi-script fonts have about 20 MB.
  static let largest = 64 << 20

  private init(files: [String: [UInt8]], folder: String?) {
    self.files = files
    self.folder = folder
  }

  /// The fonts set in `cv.yaml`.
  ///
  /// - Parameter read: reads the files of a folder in the CV's folder.
  init(_ cv: CV, read: (_ folder: String) throws -> [String: [UInt8]]) throws {
    guard let named = cv[.document]?["fonts"]?.text else {
      self = .none
      return
    }
    let parts = named.split(separator: "/").filter { $0 != "." }
    guard !named.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else {
      throw Failure(
        "the fonts folder in cv.yaml is outside the CV's folder: \(quoted(named))",
        hint: "move it there, and write \"fonts: fonts\"")
    }
    let folder = parts.joined(separator: "/")
    try self.init(read(folder), folder: folder)
  }

  /// The fonts in any folder.
  init(inFolder path: String, named name: String) throws {
    let found: [String: [UInt8]]?
    do throws(GitError) {
      found = try FolderFiles.contents(of: path, endings: Self.endings, limit: Self.largest)
    } catch {
      throw Failure(error)
    }
    guard let found else {
      throw Failure("no such folder: \(quoted(name))", hint: "name a folder that contains fonts")
    }
    try self.init(found, folder: name)
  }

  private init(_ found: [String: [UInt8]], folder: String) throws {
    let fonts = found.filter { file in
      Self.endings.contains { file.key.lowercased().hasSuffix($0) }
    }
    guard !fonts.isEmpty else {
      throw Failure(
        "no fonts in the folder \(quoted(folder))",
        hint: "a font is a file that ends in \(Self.endings.joined(separator: ", "))")
    }
    self.init(files: fonts, folder: folder)
  }

  /// The SHA-256 of each font, by file name.
  var hashes: [String: String] { files.mapValues { SHA256Digest(of: $0).description } }
}
