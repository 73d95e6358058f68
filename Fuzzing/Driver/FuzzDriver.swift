import Clibfuzzer
import FuzzTargets

import Glibc

/// Runs libFuzzer with one of our targets: `cvgit-fuzz TARGET [OPTION…] [FOLDER…]`, with
/// libFuzzer's own options and folders.
@main
enum FuzzDriver {
  /// The target's check; libFuzzer calls it from one thread.
  nonisolated(unsafe) private static var check: FuzzTarget.Check = { _ in }

  static func main() throws {
    guard let name = CommandLine.arguments.dropFirst().first,
      let target = FuzzTarget.all.first(where: { $0.name == name })
    else {
      print("targets: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
      exit(2)
    }
    unsafe check = try target.prepare()
    // libFuzzer's argument list: without the target's name after the program's.
    var arguments = unsafe Array(
      UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)))
    unsafe arguments.remove(at: 1)
    var count = unsafe CInt(arguments.count)
    unsafe arguments.append(nil)
    let status = unsafe arguments.withUnsafeMutableBufferPointer { buffer in
      var start = unsafe buffer.baseAddress
      return unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe FuzzDriver.run($0, $1) }
    }
    exit(status)
  }

  /// Runs one input. A broken property aborts the process, like a trap, so that libFuzzer keeps the
  /// input.
  private static func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
      try unsafe check(bytes)
    } catch {
      // Standard output is not flushed when a process aborts.
      var errors = StandardError()
      print("broken property: \(error)", to: &errors)
      abort()
    }
    return 0
  }

  private struct StandardError: TextOutputStream {
    func write(_ text: String) {
      let bytes = Array(text.utf8)
      _ = unsafe Glibc.write(2, bytes, bytes.count)
    }
  }
}
