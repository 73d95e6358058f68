internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// `cvgit snapshot delete`.
struct SnapshotDeleteCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a snapshot from this repository",
    discussion: "Prints how to restore it. Copies that were pushed are not deleted.")

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Confirm the deletion")
  var yes = false

  @Argument(help: "Name of the snapshot")
  var name: String

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let snapshot = try cv.snapshot(named: name)
    guard [name, SnapshotName.prefix + name].contains(snapshot.name)
    else {
      throw Failure(
        "expected the full name of a snapshot, found \(quoted(name))",
        hint: "to delete it, write \(quoted(snapshot.name))")
    }
    guard yes else {
      throw Failure(
        "\(snapshot.name) would be deleted", hint: "add '--yes' to delete it from this repository")
    }
    try cv.repository.deleteTag(named: snapshot.name)
    session.print("deleted \(snapshot.name), which was \(snapshot.tagID)\n")
    session.warn(
      "hint: until 'git gc' removes it, restore it with: "
        + "git update-ref refs/tags/\(snapshot.name) \(snapshot.tagID)")
    return .done
  }
}
