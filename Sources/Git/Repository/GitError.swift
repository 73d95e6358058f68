import Clibgit2

/// An error in git's data or in libgit2, with the operation that failed.
package struct GitError: Error, CustomStringConvertible, Sendable {
  /// A negative code of libgit2, or a positive one from ``Code`` for our own errors.
  package let code: Int32
  /// One line that starts in lower case.
  package let message: String
  /// The function that failed: libgit2's or ours.
  package let function: String
  /// What to do about it, if anything.
  package let hint: String?

  package init(code: Int32, message: String, function: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.function = function
    self.hint = hint
  }

  package var description: String { message }

  /// Codes of our own errors.
  package enum Code {
    /// An object's bytes are not in git's format.
    package static let malformed: Int32 = 1
    /// A blob or file is larger than the caller's limit.
    package static let tooLarge: Int32 = 2
    /// A repository format that this program cannot read correctly.
    package static let unsupported: Int32 = 3
    /// A repository of another user, without `safe.directory`.
    package static let unowned: Int32 = 4
    /// A setting or variable that git would reject too.
    package static let badSetting: Int32 = 5
    /// The operating system refused to read a file or folder.
    package static let unreadable: Int32 = 6
    /// An object that does not have the expected type.
    package static let wrongType: Int32 = 7
    /// A commit that a shallow clone does not contain.
    package static let beyondShallowBoundary: Int32 = 8
    /// The author is not configured.
    package static let noIdentity: Int32 = 9
    /// Another program does not exist, is too old, or did not end.
    package static let program: Int32 = 10
    /// git answered with an error.
    package static let refused: Int32 = 11
  }

  package var isUnknownIdentity: Bool { code == Code.noIdentity }

  package var isTooLarge: Bool { code == Code.tooLarge }

  /// Whether the object or reference does not exist, according to libgit2.
  package var isNotFound: Bool { code == GIT_ENOTFOUND.rawValue }

  /// Whether an object is not in this repository, including beyond a shallow boundary.
  package var isMissing: Bool { isNotFound || code == Code.beyondShallowBoundary }

  /// The same error with a hint.
  func hinting(_ hint: String) -> GitError {
    GitError(code: code, message: message, function: function, hint: hint)
  }

  /// The error of the libgit2 call that just failed; if libgit2 has no message, names the task.
  static func latest(_ code: Int32, from function: String, to task: String) -> GitError {
    var message = "cannot \(task)"
    if let error = git_error_last(), let text = error.pointee.message {
      message +=
        ": "
        + String(cString: text).split(whereSeparator: \.isNewline)
        .joined(separator: " ")
    } else {
      message += " (\(function) gave \(code))"
    }
    return GitError(code: code, message: message, function: function)
  }
}

/// Calls libgit2, and throws its error if the call fails.
///
/// - Parameters:
///   - task: what is being done, to follow "cannot": `read object 1a2b`.
///   - function: the name of the function that `call` calls.
func attempt(
  _ task: @autoclosure () -> String, _ function: String, _ call: () -> Int32
) throws(GitError) {
  git_error_clear()
  let code = call()
  guard code >= 0 else { throw .latest(code, from: function, to: task()) }
}
