import Clibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the objects that lie in files of their own, before libgit2 does.
///
/// libgit2 1.5 trusts such a file: where it ends early, it reads for ever, and where it holds more than its header says,
/// it writes behind its memory (`read_loose` in `odb_loose.c`). Whether the bytes are those of the id is for libgit2 to
/// check, as for any object.
struct LooseObjects {
  /// What libgit2 sees: must come first.
  private var table: git_odb_backend
  /// The folder of the objects, with a NUL.
  private let folder: UnsafeMutableBufferPointer<CChar>
  /// What is known of the 256 folders of objects: most repositories have few of them.
  private let known: UnsafeMutableBufferPointer<Presence>

  private enum Presence {
    case unknown
    case absent
    case present
  }

  /// Before libgit2's own, which have 1 and 2.
  private static let priority: Int32 = 10

  /// Puts it before the other sources of a database, which owns it from then on.
  static func add(to objects: borrowing Handle, folder: String) throws(GitError) {
    let backend = make(folder)
    do {
      try attempt("open the object database", "git_odb_add_backend") {
        [pointer = objects.pointer] in
        git_odb_add_backend(pointer, backend, priority)
      }
    } catch {
      free(backend)
      throw error
    }
  }

  private static func make(_ folder: String) -> UnsafeMutablePointer<git_odb_backend> {
    let characters = Array(folder.utf8CString)
    let path = UnsafeMutableBufferPointer<CChar>.allocate(capacity: characters.count)
    _ = path.initialize(from: characters)
    let known = UnsafeMutableBufferPointer<Presence>.allocate(capacity: 256)
    known.initialize(repeating: .unknown)
    let backend = UnsafeMutablePointer<LooseObjects>.allocate(capacity: 1)
    backend.initialize(to: LooseObjects(table: functions, folder: path, known: known))
    return UnsafeMutableRawPointer(backend).assumingMemoryBound(to: git_odb_backend.self)
  }

  private static func free(_ backend: UnsafeMutablePointer<git_odb_backend>?) {
    guard let backend = own(backend) else { return }
    backend.pointee.folder.deallocate()
    backend.pointee.known.deallocate()
    backend.deallocate()
  }

  private static func own(
    _ backend: UnsafeMutablePointer<git_odb_backend>?
  ) -> UnsafeMutablePointer<LooseObjects>? {
    UnsafeMutableRawPointer(backend)?.assumingMemoryBound(to: LooseObjects.self)
  }

  /// The functions through which libgit2 asks; what is not here it does by itself.
  private static var functions: git_odb_backend {
    var table = git_odb_backend()
    table.version = UInt32(GIT_ODB_BACKEND_VERSION)
    table.read = { bytes, size, type, backend, id in
      guard let own = LooseObjects.own(backend), let id else { return GIT_ENOTFOUND.rawValue }
      guard let file = own.pointee.file(id.pointee, limit: .max) else {
        return GIT_ENOTFOUND.rawValue
      }
      guard let object = LooseObject(file), let content = object.content() else {
        return LooseObjects.refuse(id)
      }
      // One byte more: there is no room of no bytes.
      guard let room = git_odb_backend_data_alloc(backend, content.count + 1) else {
        return GIT_ERROR.rawValue
      }
      content.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(start: room, count: $0.count).copyMemory(from: $0)
      }
      bytes?.pointee = room
      size?.pointee = content.count
      type?.pointee = object.type
      return 0
    }
    table.read_header = { size, type, backend, id in
      guard let own = LooseObjects.own(backend), let id else { return GIT_ENOTFOUND.rawValue }
      guard let part = own.pointee.file(id.pointee, limit: LooseObject.headerPart) else {
        return GIT_ENOTFOUND.rawValue
      }
      guard let object = LooseObject(part) else { return LooseObjects.refuse(id) }
      size?.pointee = object.size
      type?.pointee = object.type
      return 0
    }
    // libgit2 asks every source for all its objects, without looking whether it can tell.
    table.foreach = { _, _, _ in 0 }
    table.free = { LooseObjects.free($0) }
    return table
  }

  private static func refuse(_ id: UnsafePointer<git_oid>) -> Int32 {
    "loose object \(ObjectID(id.pointee)) is corrupt".withCString {
      git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), $0)
    }
    return GIT_ERROR.rawValue
  }

  /// The first bytes of an object's file; nil where there is none, or none that can be read: then libgit2 says why.
  private func file(_ oid: git_oid, limit: Int) -> [UInt8]? {
    let digits = Array(ObjectID(oid).description.utf8).map { CChar(bitPattern: $0) }
    let place = Int(oid.id.0)
    let top = folder.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + digits[..<2]
    if known[place] == .unknown {
      known[place] = access(Array(top) + [0], F_OK) == 0 ? .present : .absent
    }
    guard known[place] == .present else { return nil }
    return Self.bytes(
      of: Array(top) + [CChar(bitPattern: UInt8(ascii: "/"))] + digits[2...] + [0], limit: limit)
  }

  private static func bytes(of path: [CChar], limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: min(limit, Int(status.st_size)))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }
}
