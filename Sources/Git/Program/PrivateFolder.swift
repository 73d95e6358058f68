#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A temporary folder that only this user can read; it is removed with its content at the end of
/// its life.
package struct PrivateFolder: ~Copyable {
  package let path: String
  /// Held until the folder is removed.
  private let signals = HeldSignals()

  /// - Parameter environment: an absolute `TMPDIR` sets the parent folder.
  package init(_ environment: [String: String]) throws(GitError) {
    let named = environment["TMPDIR"] ?? ""
    let parent = named.hasPrefix("/") ? named : "/tmp"
    var template = Array((parent + "/cvgit-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw GitError(
        code: GitError.Code.unreadable, message: "cannot create a temporary folder in '\(parent)'",
        function: "mkdtemp", hint: "set TMPDIR")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether the process was asked to end, so that it should not wait for another program.
  package var isAskedToEnd: Bool { signals.isAskedToEnd }

  package func place(_ name: String) -> String { path + "/" + name }

  package func makeFolder(_ name: String) throws(GitError) {
    guard mkdir(place(name), 0o700) == 0 else { throw failure("make", name) }
  }

  package func write(_ content: [UInt8], to name: String) throws(GitError) {
    let file = open(place(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("write", name) }
    defer { close(file) }
    var rest = content[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", name) }
      rest = rest.dropFirst(count)
    }
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes, count)
    #else
      Darwin.write(file, bytes, count)
    #endif
  }

  /// Nil if there is no such file.
  package func content(of name: String) -> [UInt8]? {
    let file = NativePath(place(name))
    guard FileStatus(of: file)?.isRegularFile == true else { return nil }
    do throws(GitError) {
      return try FileBytes.content(of: file, limit: .max)
    } catch {
      return nil
    }
  }

  private func failure(_ task: String, _ name: String) -> GitError {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return GitError(
      code: GitError.Code.unreadable, message: "cannot \(task) '\(place(name))': \(reason)",
      function: "PrivateFolder.\(task)")
  }

  deinit { Self.remove(path) }

  /// Ignores errors: a file that is left is in a temporary folder that only this user can read.
  private static func remove(_ path: String) {
    guard FileStatus(of: NativePath(path), followingLinks: false)?.isFolder == true else {
      unlink(path)
      return
    }
    do throws(GitError) {
      for name in try FolderNames.names(in: NativePath(path)) {
        remove(path + "/" + String(decoding: name, as: UTF8.self))
      }
    } catch { return }
    rmdir(path)
  }
}
