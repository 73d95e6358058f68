package import CVHistory
internal import CVModel

/// What a check of a snapshot found, as text.
package struct SnapshotCheckRenderer {
  package init() {}

  /// One line for a snapshot that is as it was made; else a line for each fault under its name.
  package func render(_ check: SnapshotCheck, _ renderings: [RenderingComparison]) -> String {
    let name = check.snapshot.name
    var faults = check.faults.map(\.description)
    for case .altered(let paths) in renderings {
      faults += paths.map { "altered: \($0) (this version renders it otherwise)" }
    }
    let notes = check.notes + renderings.compactMap(\.note)
    var lines: [String]
    if faults.isEmpty {
      let count = check.snapshot.manifest.files.count + 1
      lines = ["\(name): good (\(count) \(count == 1 ? "file" : "files"))"]
    } else {
      lines = ["\(name): altered"] + faults.map { "  " + $0 }
    }
    lines += notes.map { "  note: " + $0 }
    return lines.map { $0.terminalSafe + "\n" }.joined()
  }
}

/// How a snapshot's rendered files compare with those that this program makes of the same records.
package enum RenderingComparison: Hashable, Sendable {
  case same
  /// Something could not be rendered; why.
  case notCompared(reason: String)
  /// Other bytes, as other programs made them: which ones, and these files.
  case otherVersion(made: String, now: String, paths: [String])
  /// Other bytes although the same programs made them.
  case altered(paths: [String])

  package var isFault: Bool {
    if case .altered = self { true } else { false }
  }

  /// What is said of it beside faults.
  var note: String? {
    switch self {
    case .same, .altered: nil
    case .notCompared(let reason): reason
    case .otherVersion(let made, let now, let paths):
      "rendered by another version (\(made); this is \(now)), which shows in "
        + paths.joined(separator: ", ")
    }
  }
}
