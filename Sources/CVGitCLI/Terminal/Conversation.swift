#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Asks the person at the terminal while a command runs; uses standard error, to keep data
/// separate.
enum Conversation {
  static func say(_ text: String) {
    _ = DescriptorWriter.write(text + "\n", to: STDERR_FILENO)
  }

  /// Asks a question: any answer that does not begin with `n` means yes; end of input means no.
  static func isAgreed(_ question: String) -> Bool {
    _ = DescriptorWriter.write(question + " [Y/n] ", to: STDERR_FILENO)
    guard let answer = readLine() else { return false }
    return !answer.lowercased().hasPrefix("n")
  }
}
