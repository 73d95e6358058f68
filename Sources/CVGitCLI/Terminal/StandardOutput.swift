#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard output, or the pager in front of it; a command may write to it while it is running.
///
/// A class, because it owns a running pager, of which the process has at most one.
final class StandardOutput {
  private var makePager: (() -> Pager?)?
  private var running: RunningPager?
  /// What was sent to the pager while it may still fail to run: a pipe holds 64 KiB.
  private var unsure = ""
  /// Whether the reader has seen enough.
  private var isClosed = false

  private static let pipeSize = 1 << 16

  /// Sends output through a pager, which is started with the first output.
  func use(_ makePager: @escaping () -> Pager?) { self.makePager = makePager }

  /// Writes a text; returns false once the reader has seen enough.
  ///
  /// - Throws: a full disk, or another write error.
  func write(_ text: String) throws -> Bool {
    guard !isClosed, !text.isEmpty else { return !isClosed }
    if let makePager {
      running = makePager()?.start()
      self.makePager = nil
    }
    guard let running else { return try writeDirectly(text) }
    if unsure.utf8.count <= Self.pipeSize { unsure += text }
    if DescriptorWriter.write(text, to: running.descriptor) { return true }
    try finish()
    return !isClosed
  }

  /// Waits for the pager. If it could not be run, prints its text without it.
  func finish() throws {
    guard let running else { return }
    self.running = nil
    let wasRun = running.finish()
    if wasRun {
      isClosed = true
    } else {
      let text = unsure
      unsure = ""
      _ = try writeDirectly(text)
    }
  }

  private func writeDirectly(_ text: String) throws -> Bool {
    if DescriptorWriter.write(text, to: STDOUT_FILENO) { return true }
    isClosed = true
    guard errno != EPIPE else { return false }
    throw Failure("cannot write 'standard output': \(FileReading.lastError)")
  }
}
