/// git's configuration: system, user, repository, work tree and environment combined.
package struct Configuration: Sendable {
  /// All values of a name, the one with the highest precedence last.
  private let values: [String: [Setting]]

  /// - Parameter settings: in ascending precedence.
  package init(_ settings: [Setting]) {
    values = Dictionary(grouping: settings, by: \.name)
  }

  /// The effective value; nil if unset or if the name is given without a value.
  package func string(_ name: String) -> String? { settings(name).last?.value }

  /// All values of a name that may be given more than once, in ascending precedence.
  package func all(_ name: String) -> [String] { settings(name).map { $0.value ?? "" } }

  /// The value as git parses a Boolean.
  ///
  /// - Throws: an invalid value, with git's message.
  package func bool(_ name: String) throws(GitError) -> Bool? {
    guard let setting = settings(name).last else { return nil }
    guard let bool = setting.bool else {
      throw GitError(
        code: GitError.Code.badSetting,
        message: "bad boolean config value '\(setting.value ?? "")' for '\(name)'",
        function: "Configuration.bool", hint: "run 'git config --show-origin --get-all \(name)'")
    }
    return bool
  }

  /// Every name that is set, sorted.
  package var names: [String] { values.keys.sorted() }

  private func settings(_ name: String) -> [Setting] { values[Setting.normalized(name)] ?? [] }
}
