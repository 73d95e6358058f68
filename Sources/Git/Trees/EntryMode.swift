/// The type of a tree entry.
package enum EntryMode: Hashable, Sendable {
  case file
  case executable
  case symlink
  case tree
  case submodule

  /// The mode for git's mode bits; nil for bits that git never writes.
  init?(bits: UInt32) {
    switch bits & 0o170000 {
    case 0o100000: self = bits & 0o100 == 0 ? .file : .executable
    case 0o120000: self = .symlink
    case 0o040000: self = .tree
    case 0o160000: self = .submodule
    default: return nil
    }
  }

  /// Six octal digits, as `git ls-tree` prints them.
  package var octal: String {
    switch self {
    case .file: "100644"
    case .executable: "100755"
    case .symlink: "120000"
    case .tree: "040000"
    case .submodule: "160000"
    }
  }

  /// Whether it is a file with its own content: not a link, folder or submodule.
  package var isRegularFile: Bool { self == .file || self == .executable }
}
