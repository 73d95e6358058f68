import Clibgit2

/// Reads loose objects before libgit2 does. libgit2 checks whether their bytes match the ID, as for
/// any object.
struct LooseObjects {
  /// The part that libgit2 sees: must be first.
  private var table: git_odb_backend
  private let folder: String
  /// Whether each of the 256 folders of objects exists, filled in at the first lookup: most
  /// repositories have few of them. libgit2 itself finds objects in a folder created later.
  private var folderExists: [Bool]?

  private init(folder: String) {
    table = Self.functions
    self.folder = folder
  }

  /// Above the priorities of libgit2's own backends, 1 and 2.
  private static let priority: Int32 = 10

  /// Adds it before the other backends of a database, which then owns it.
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
    let backend = UnsafeMutablePointer<LooseObjects>.allocate(capacity: 1)
    backend.initialize(to: LooseObjects(folder: folder))
    return UnsafeMutableRawPointer(backend).assumingMemoryBound(to: git_odb_backend.self)
  }

  private static func free(_ backend: UnsafeMutablePointer<git_odb_backend>?) {
    guard let backend = own(backend) else { return }
    backend.deinitialize(count: 1)
    backend.deallocate()
  }

  private static func own(
    _ backend: UnsafeMutablePointer<git_odb_backend>?
  ) -> UnsafeMutablePointer<LooseObjects>? {
    UnsafeMutableRawPointer(backend)?.assumingMemoryBound(to: LooseObjects.self)
  }

  /// The functions that libgit2 calls; libgit2 handles the others itself.
  private static var functions: git_odb_backend {
    var table = git_odb_backend()
    table.version = UInt32(GIT_ODB_BACKEND_VERSION)
    table.read = { bytes, size, type, backend, id in
      guard let own = LooseObjects.own(backend), let id else { return GIT_ENOTFOUND.rawValue }
      guard let file = own.pointee.file(id.pointee, past: .max) else {
        return GIT_ENOTFOUND.rawValue
      }
      guard let object = LooseObject(file), let content = object.content() else {
        return LooseObjects.refuse(id)
      }
      // One byte more: libgit2 cannot allocate an empty buffer.
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
      guard let part = own.pointee.file(id.pointee, past: LooseObject.headerPart) else {
        return GIT_ENOTFOUND.rawValue
      }
      guard let object = LooseObject(part) else { return LooseObjects.refuse(id) }
      size?.pointee = object.size
      type?.pointee = object.type
      return 0
    }
    // libgit2 calls this on every backend without checking for NULL.
    table.foreach = { _, _, _ in 0 }
    table.free = { LooseObjects.free($0) }
    return table
  }

  private static func refuse(_ id: UnsafePointer<git_oid>) -> Int32 {
    _ = "loose object \(ObjectID(id.pointee)) is corrupt".withCString {
      git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), $0)
    }
    return GIT_ERROR.rawValue
  }

  /// The bytes of an object's file, of which no more are read past a limit. Nil if it does not
  /// exist or cannot be read: libgit2 then reports why.
  private mutating func file(_ oid: git_oid, past limit: Int) -> [UInt8]? {
    let folders = folderExists ?? Self.folders(in: folder)
    folderExists = folders
    guard folders[Int(oid.id.0)] else { return nil }
    let digits = ObjectID(oid).hex
    let path = NativePath("\(folder)/\(digits.prefix(2))/\(digits.dropFirst(2))")
    guard FileStatus(of: path)?.isRegularFile == true else { return nil }
    do throws(GitError) {
      return try FileBytes.beginning(of: path, past: limit)
    } catch {
      return nil
    }
  }

  /// Which of the folders `00` to `ff` exist; all of them if the folder cannot be listed.
  private static func folders(in folder: String) -> [Bool] {
    do throws(GitError) {
      var folderExists = [Bool](repeating: false, count: 256)
      for name in try FolderNames.names(in: NativePath(folder)) where name.count == 2 {
        if let place = UInt8(String(decoding: name, as: UTF8.self), radix: 16) {
          folderExists[Int(place)] = true
        }
      }
      return folderExists
    } catch {
      return [Bool](repeating: true, count: 256)
    }
  }
}
