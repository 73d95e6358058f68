#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard output, or the pager before it, to which a command may write while it still works.
///
/// A class, as it owns a running pager: there is one for the process.
final class StandardOutput {
  private var makePager: (() -> Pager?)?
  private var running: RunningPager?
  /// What the pager was given, as long as it may turn out that it could not be run: a pipe holds 64 KiB.
  private var unsure = ""
  /// True once the reader has seen enough.
  private var isClosed = false

  private static let pipeSize = 1 << 16

  /// Shows what is written through a pager, which is started when there is something.
  func use(_ makePager: @escaping () -> Pager?) { self.makePager = makePager }

  /// Writes a text; false once the reader has seen enough.
  ///
  /// - Throws: a full disk, and what else keeps it from being written.
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

  /// Waits for the pager. What it could not be given is printed without it.
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
