/// Where a program stands that is called by name.
enum ProgramSearch {
  /// The program that a name means: a path, or what stands by that name in the first folder of `PATH` that has it.
  ///
  /// Folders that are not named from the root are passed over: what is run would depend on where someone happens to be.
  ///
  /// - Parameter path: the variable; where there is none, the folders that POSIX shells look in.
  static func program(_ name: String, in path: String?) -> String? {
    let folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let places =
      name.contains("/")
      ? [name] : folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    return places.first(where: FileReading.isExecutable)
  }
}
