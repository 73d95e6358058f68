internal import Git

/// The message of a snapshot's commit and tag, which plain git shows.
///
/// It contains the hash of the manifest, so that a signature of the tag covers every file.
struct SnapshotMessage {
  let text: String

  init(_ manifest: SnapshotManifest, bytes: [UInt8]) {
    var lines = ["CV for \(manifest.purpose)", "", "Date: \(manifest.date)"]
    if let variant = manifest.variant { lines.append("Variant: \(variant)") }
    lines += [
      "CV-Commit: \(manifest.commit)", "Manifest-SHA256: \(SHA256Digest(of: bytes))",
    ]
    text = lines.joined(separator: "\n") + "\n"
  }
}
