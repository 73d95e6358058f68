#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Holds back the signals that ask this process to end, until its temporary files are gone.
///
/// Threads of the concurrency library take no signals, so it is enough to hold them on this one. A file that grows too
/// large is no signal at all here: `ProcessSurroundings` ignores it, and the write fails.
struct HeldSignals: ~Copyable {
  private var earlier = sigset_t()

  private static var numbers: [Int32] { [SIGINT, SIGTERM, SIGHUP] }

  init() {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for number in Self.numbers { unsafe sigaddset(&held, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &earlier)
  }

  /// Whether one of them came: what takes long is best given up.
  var isAskedToEnd: Bool {
    var pending = sigset_t()
    guard unsafe sigpending(&pending) == 0 else { return false }
    return Self.numbers.contains { unsafe sigismember(&pending, $0) == 1 }
  }

  deinit {
    var earlier = earlier
    unsafe pthread_sigmask(SIG_SETMASK, &earlier, nil)
  }
}
