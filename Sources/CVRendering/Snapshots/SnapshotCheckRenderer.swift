package import CVHistory
internal import CVModel
internal import Text

/// The result of checking a snapshot, as text.
package struct SnapshotCheckRenderer {
  package init() {}

  /// One line for an unaltered snapshot; otherwise its name and one line for each fault.
  package func render(_ check: SnapshotCheck, _ renderings: [RenderingComparison]) -> String {
    let name = check.snapshot.name
    var faults = check.faults.map(\.description)
    for case .altered(let paths) in renderings {
      faults += paths.map { "altered: \($0) (this version renders it differently)" }
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

/// How a snapshot's rendered files compare with what this program renders from the same records.
package enum RenderingComparison: Hashable, Sendable {
  case same
  /// Something could not be rendered, and why.
  case notCompared(reason: String)
  /// Different bytes from different programs: which ones, and the files.
  case otherVersion(made: String, now: String, paths: [String])
  /// Different bytes although the programs are the same.
  case altered(paths: [String])

  package var isFault: Bool {
    if case .altered = self { true } else { false }
  }

  /// A remark to show next to faults.
  var note: String? {
    switch self {
    case .same, .altered: nil
    case .notCompared(let reason): reason
    case .otherVersion(let made, let now, let paths):
      "rendered by another version (\(made); this is \(now)); different: "
        + paths.joined(separator: ", ")
    }
  }
}
