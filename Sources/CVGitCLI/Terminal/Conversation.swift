#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Talks with the person at the terminal while a command runs; on standard error, so that data stays apart.
enum Conversation {
  static func say(_ text: String) {
    _ = DescriptorWriter.write(text + "\n", to: STDERR_FILENO)
  }

  /// Asks a question that is answered with yes unless the answer begins with `n`; no more input means no.
  static func isAgreed(_ question: String) -> Bool {
    _ = DescriptorWriter.write(question + " [Y/n] ", to: STDERR_FILENO)
    guard let answer = readLine() else { return false }
    return !answer.lowercased().hasPrefix("n")
  }
}
