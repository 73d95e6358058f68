import Clibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A level of libgit2's configuration whose settings stand in memory.
///
/// libgit2 knows a level by a table of functions, at its beginning. It owns the level once it is
/// added, and frees it through the table; strings are copied in and live as long.
struct MemoryBackend {
  /// What libgit2 sees: must come first.
  private var table: git_config_backend
  private let entries: UnsafeMutableBufferPointer<git_config_entry>

  /// A level with `settings`, to be given to libgit2 or to ``free(_:)``.
  static func make(_ settings: [Setting], isSnapshot: Bool) -> UnsafeMutablePointer<
    git_config_backend
  > {
    let entries = UnsafeMutableBufferPointer<git_config_entry>.allocate(capacity: settings.count)
    for (index, setting) in settings.enumerated() {
      var entry = git_config_entry()
      entry.name = UnsafePointer(strdup(setting.name))
      entry.value = setting.value.map { UnsafePointer(strdup($0)) }
      entry.free = { _ in }
      entries.initializeElement(at: index, to: entry)
    }
    let backend = UnsafeMutablePointer<MemoryBackend>.allocate(capacity: 1)
    backend.initialize(
      to: MemoryBackend(table: table(isSnapshot: isSnapshot), entries: entries))
    return UnsafeMutableRawPointer(backend).assumingMemoryBound(to: git_config_backend.self)
  }

  /// Frees a level that ``make(_:isSnapshot:)`` made.
  static func free(_ backend: UnsafeMutablePointer<git_config_backend>?) {
    guard let backend = own(backend) else { return }
    for entry in backend.pointee.entries {
      Self.release(entry.name)
      Self.release(entry.value)
    }
    backend.pointee.entries.deallocate()
    backend.deallocate()
  }

  private static func release(_ text: UnsafePointer<CChar>?) {
    #if canImport(Glibc)
      Glibc.free(UnsafeMutablePointer(mutating: text))
    #else
      Darwin.free(UnsafeMutablePointer(mutating: text))
    #endif
  }

  private static func own(
    _ backend: UnsafeMutablePointer<git_config_backend>?
  ) -> UnsafeMutablePointer<MemoryBackend>? {
    UnsafeMutableRawPointer(backend)?.assumingMemoryBound(to: MemoryBackend.self)
  }

  /// The functions through which libgit2 reads a level; there is none to write it.
  private static func table(isSnapshot: Bool) -> git_config_backend {
    var table = git_config_backend()
    table.version = UInt32(GIT_CONFIG_BACKEND_VERSION)
    table.readonly = isSnapshot ? 1 : 0
    table.open = { _, _, _ in 0 }
    table.get = { backend, name, entry in
      guard let name, let found = MemoryBackend.own(backend)?.pointee.last(named: name) else {
        return GIT_ENOTFOUND.rawValue
      }
      entry?.pointee = found
      return 0
    }
    table.set = { _, _, _ in GIT_EINVALID.rawValue }
    table.set_multivar = { _, _, _, _ in GIT_EINVALID.rawValue }
    table.del = { _, _ in GIT_EINVALID.rawValue }
    table.del_multivar = { _, _, _ in GIT_EINVALID.rawValue }
    table.iterator = { iterator, backend in
      iterator?.pointee = MemoryIterator.make(over: MemoryBackend.entries(of: backend))
      return 0
    }
    table.snapshot = { copy, backend in
      let settings = MemoryBackend.entries(of: backend).map { Setting($0) }
      copy?.pointee = MemoryBackend.make(settings, isSnapshot: true)
      return 0
    }
    table.lock = { _ in GIT_EINVALID.rawValue }
    table.unlock = { _, _ in GIT_EINVALID.rawValue }
    table.free = { MemoryBackend.free($0) }
    return table
  }

  private static func entries(
    of backend: UnsafeMutablePointer<git_config_backend>?
  ) -> UnsafeMutableBufferPointer<git_config_entry> {
    own(backend)?.pointee.entries ?? UnsafeMutableBufferPointer(start: nil, count: 0)
  }

  private func last(named name: UnsafePointer<CChar>) -> UnsafeMutablePointer<git_config_entry>? {
    guard let index = entries.lastIndex(where: { strcmp($0.name, name) == 0 }) else { return nil }
    return entries.baseAddress?.advanced(by: index)
  }
}

/// libgit2's way through a ``MemoryBackend``.
private struct MemoryIterator {
  /// What libgit2 sees: must come first.
  private var table: git_config_iterator
  private var rest: Slice<UnsafeMutableBufferPointer<git_config_entry>>

  static func make(
    over entries: UnsafeMutableBufferPointer<git_config_entry>
  ) -> UnsafeMutablePointer<git_config_iterator> {
    var table = git_config_iterator()
    table.next = { MemoryIterator.next($0, $1) }
    table.free = { UnsafeMutableRawPointer($0)?.deallocate() }
    let iterator = UnsafeMutablePointer<MemoryIterator>.allocate(capacity: 1)
    iterator.initialize(to: MemoryIterator(table: table, rest: entries[...]))
    return UnsafeMutableRawPointer(iterator).assumingMemoryBound(to: git_config_iterator.self)
  }

  private static func next(
    _ entry: UnsafeMutablePointer<UnsafeMutablePointer<git_config_entry>?>?,
    _ iterator: UnsafeMutablePointer<git_config_iterator>?
  ) -> Int32 {
    let own = UnsafeMutableRawPointer(iterator)?.assumingMemoryBound(to: MemoryIterator.self)
    guard let own, !own.pointee.rest.isEmpty else { return GIT_ITEROVER.rawValue }
    let rest = own.pointee.rest
    entry?.pointee = rest.base.baseAddress?.advanced(by: rest.startIndex)
    own.pointee.rest = rest.dropFirst()
    return 0
  }
}

extension Setting {
  fileprivate init(_ entry: git_config_entry) {
    self.init(
      name: String(cString: entry.name), value: entry.value.map { String(cString: $0) })
  }
}
