#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Blocks the signals that end this process until its temporary files are removed.
///
/// Threads of the concurrency library do not receive signals, so blocking them on this thread is
/// enough. A file that exceeds the size limit raises no signal here: `ProcessSurroundings` ignores
/// it, and the write fails instead.
package struct HeldSignals: ~Copyable {
  private var earlier = sigset_t()

  private static var numbers: [Int32] { [SIGINT, SIGTERM, SIGHUP] }

  package init() {
    var held = sigset_t()
    sigemptyset(&held)
    for number in Self.numbers { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &earlier)
  }

  /// Whether one of these signals is pending, so that long work should stop.
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
