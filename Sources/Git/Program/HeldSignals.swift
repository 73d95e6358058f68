#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds back the signals that ask this process to end, until its temporary files are gone.
///
/// Threads of the concurrency library take no signals, so it is enough to hold them on this one. A file that grows too
/// large is no signal at all here: `ProcessSurroundings` ignores it, and the write fails.
package struct HeldSignals: ~Copyable {
  private var earlier = sigset_t()

  private static var numbers: [Int32] { [SIGINT, SIGTERM, SIGHUP] }

  package init() {
    var held = sigset_t()
    sigemptyset(&held)
    for number in Self.numbers { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &earlier)
  }

  /// Whether one of them came: what takes long is best given up.
  package var isAskedToEnd: Bool {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return false }
    return Self.numbers.contains { sigismember(&pending, $0) == 1 }
  }

  deinit {
    var earlier = earlier
    pthread_sigmask(SIG_SETMASK, &earlier, nil)
  }
}
