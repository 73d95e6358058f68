#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// This process's end of a connection to a child, and the child's end until the child has started.
///
/// A socket, not a pipe: writing to a child that has ended gives an error on a socket, but a signal
/// on a pipe.
struct ProgramPipe: ~Copyable {
  private let own: Int32
  private(set) var child: Int32
  private(set) var isOpen = true

  /// Nil if the system has no more descriptors.
  init?() {
    var ends: [Int32] = [0, 0]
    #if canImport(Glibc)
      let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
    (own, child) = (ends[0], ends[1])
    _ = fcntl(own, F_SETFL, O_NONBLOCK)
    #if !canImport(Glibc)
      _ = fcntl(own, F_SETFD, FD_CLOEXEC)
      _ = fcntl(child, F_SETFD, FD_CLOEXEC)
      var isOn: Int32 = 1
      setsockopt(own, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit {
    if isOpen { Self.close(own) }
    if child >= 0 { Self.close(child) }
  }

  /// Closes the child's end; the child has its own copy.
  mutating func closeChildEnd() {
    Self.close(child)
    child = -1
  }

  mutating func closeOwnEnd() {
    if isOpen { Self.close(own) }
    isOpen = false
  }

  /// The entry for `poll`; a closed end is ignored.
  func poll(_ events: Int32) -> pollfd {
    pollfd(fd: isOpen ? own : -1, events: Int16(events), revents: 0)
  }

  /// Reads the available bytes; closes at end of file.
  mutating func read(into bytes: inout [UInt8]) {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while isOpen {
      let count = recv(own, &part, part.count, 0)
      if count > 0 {
        bytes += part[..<count]
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN {
        return
      } else {
        closeOwnEnd()
      }
    }
  }

  /// Writes as many bytes as fit, and removes them from the front; closes after the last one.
  mutating func write(_ bytes: inout ArraySlice<UInt8>) {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    while isOpen, !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { send(own, $0.baseAddress, $0.count, flags) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        bytes = []
      }
    }
    if bytes.isEmpty { closeOwnEnd() }
  }

  private static func close(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }
}
