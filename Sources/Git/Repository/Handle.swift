/// Owns one object of libgit2 and frees it.
///
/// The object lives until the end of the scope that holds the handle. A handle never leaves this
/// target: the function that creates it converts it into a value. It is used only inside methods of
/// ``Repository``, which keep the repository alive.
struct Handle: ~Copyable {
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  init(_ pointer: OpaquePointer, freedBy free: @escaping (OpaquePointer?) -> Void) {
    self.pointer = pointer
    self.free = free
  }

  /// Runs `make`, which fills in the pointer, and owns the result.
  init(
    _ task: @autoclosure () -> String, _ function: String,
    freedBy free: @escaping (OpaquePointer?) -> Void,
    _ make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var made: OpaquePointer?
    try attempt(task(), function) { make(&made) }
    guard let made else { throw .latest(-1, from: function, to: task()) }
    self.init(made, freedBy: free)
  }

  deinit { free(pointer) }
}
