import Clibgit2

/// Reads the objects that lie in files of their own, before libgit2 does.
/// Whether the bytes match the id is for libgit2 to check, as for any object.
struct LooseObjects {
  /// What libgit2 sees: must come first.
  private var table: git_odb_backend
  private let folder: String
  /// Whether each of the 256 folders of objects is there, once one was looked for: most repositories have few of them. In
  /// one that comes later libgit2 finds objects itself.
  private var isThere: [Bool]?

  private init(folder: String) {
    table = Self.functions
    self.folder = folder
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

  /// The functions through which libgit2 asks; what is not here it does by itself.
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
      guard let part = own.pointee.file(id.pointee, past: LooseObject.headerPart) else {
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
    _ = "loose object \(ObjectID(id.pointee)) is corrupt".withCString {
      git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), $0)
    }
    return GIT_ERROR.rawValue
  }

  /// The bytes of an object's file, of which no more are read past a limit; nil where there is none, or none that can be
  /// read: then libgit2 says why.
  private mutating func file(_ oid: git_oid, past limit: Int) -> [UInt8]? {
    let folders = isThere ?? Self.folders(in: folder)
    isThere = folders
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

  /// Which of the folders `00` to `ff` are there; all of them where that cannot be listed.
  private static func folders(in folder: String) -> [Bool] {
    do throws(GitError) {
      var isThere = [Bool](repeating: false, count: 256)
      for name in try FolderNames.names(in: NativePath(folder)) where name.count == 2 {
        if let place = UInt8(String(decoding: name, as: UTF8.self), radix: 16) {
          isThere[Int(place)] = true
        }
      }
      return isThere
    } catch {
      return [Bool](repeating: true, count: 256)
    }
  }
}
