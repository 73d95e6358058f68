/// git's settings, as one value: system, user, repository, work tree and environment together.
package struct Configuration: Sendable {
  /// All values of a name, the strongest last.
  private let values: [String: [Setting]]

  /// - Parameter settings: the weaker first.
  package init(_ settings: [Setting]) {
    values = Dictionary(grouping: settings, by: \.name)
  }

  /// The value that counts; nil when unset or when the name stands without a value.
  package func string(_ name: String) -> String? { settings(name).last?.value }

  /// Every value of a name that may be given more than once, the strongest last.
  package func all(_ name: String) -> [String] { settings(name).map { $0.value ?? "" } }

  /// The value as git reads a Boolean.
  ///
  /// - Throws: a value that is none, in git's words.
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
