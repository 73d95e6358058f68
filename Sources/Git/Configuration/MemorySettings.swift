import Clibgit2

/// Settings that stand in no file, handed to libgit2 as a level of its configuration.
///
/// libgit2 1.5 reads levels through a table of functions; this is the one for a list in memory.
enum MemorySettings {
  /// Adds `settings`, the strongest last, as one level.
  static func add(
    _ settings: [Setting], to configuration: borrowing Handle, as level: git_config_level_t
  ) throws(GitError) {
    guard !settings.isEmpty else { return }
    let backend = MemoryBackend.make(settings, isSnapshot: false)
    let code = git_config_add_backend(configuration.pointer, backend, level, nil, 0)
    guard code >= 0 else {
      MemoryBackend.free(backend)
      throw .latest(code, from: "git_config_add_backend", to: "add settings")
    }
  }
}
