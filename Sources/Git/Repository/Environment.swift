/// The environment variables for git: where to look, and who commits.
///
/// The library never reads the process's environment: the caller passes it in, and git gets it
/// unchanged.
package struct Environment: Sendable {
  let variables: [String: String]

  package init(_ variables: [String: String]) { self.variables = variables }

  package subscript(_ name: String) -> String? { variables[name] }

  /// git treats an empty path as unset.
  private func nonempty(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  package var gitDirectory: String? { nonempty("GIT_DIR") }
  package var home: String? { nonempty("HOME") }

  /// Folders at which the search for a repository stops.
  var ceilingDirectories: String? { nonempty("GIT_CEILING_DIRECTORIES") }

  /// The object folder to use instead of the repository's own, such as a hook's quarantine.
  var objectDirectory: String? { nonempty("GIT_OBJECT_DIRECTORY") }

  /// Additional object folders, in git's format: separated by colons, possibly quoted.
  var alternateObjectDirectories: [String] {
    var rest = Substring(variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "")
    var folders: [String] = []
    while !rest.isEmpty {
      folders.append(CQuoted.take(from: &rest) ?? String(rest.prefix { $0 != ":" }))
      rest = rest.drop { $0 != ":" }.dropFirst()
    }
    return folders.filter { !$0.isEmpty }
  }
}
