internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// The kind or entry that `show` and `blame` are asked for.
struct EntryRequest {
  let kind: String
  /// Nil for the whole kind.
  let id: String?

  /// Parses the name of a kind or an entry. A kind need not be built in: the version may define it.
  init(_ argument: String, in cv: CVRepository, at version: CVVersion) throws {
    switch try EntryNames(cv, at: version).term(argument) {
    case .kind(let kind)?: (self.kind, id) = (kind, nil)
    case .entry(let key)?:
      kind = key.kind
      id = [.profile, .document].contains(key) ? nil : key.id
    case nil:
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard (1...2).contains(parts.count), !parts[0].isEmpty else {
        throw Failure(
          "expected KIND or KIND/ID, found \(quoted(argument))",
          hint: "\"cvgit fields\" lists the kinds")
      }
      kind = parts[0]
      id = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
    }
  }

  /// The key of the requested entry; the profile and the document need no ID. Nil for a kind.
  var key: EntryKey? {
    if let id { return EntryKey(kind: kind, id: id) }
    return [.profile, .document].first { $0.kind == kind }
  }

  /// The error if nothing was found, with the most similar names.
  func missing(in cv: CVRepository, at version: NamedVersion) throws -> Failure {
    let reading = try cv.reading(of: version.version)
    if reading.isEmpty { return try NoCV(in: cv, at: version.name).failure }
    let names = reading.cv.schema.kinds.map(\.name)
    guard names.contains(kind) || !reading.cv.entries(of: kind).isEmpty else {
      return Failure(
        "unknown kind \(quoted(kind))",
        hint: suggestion(for: kind, among: names).map { "did you mean \(quoted($0))?" }
          ?? "kinds: \(names.joined(separator: ", "))")
    }
    let ids = reading.cv.entries(of: kind).map(\.key.id)
    let near = id.flatMap { suggestion(for: $0, among: ids) }
    return Failure(
      "\(version.name) has no entry \(quoted("\(kind)/\(id ?? "")"))",
      hint: near.map { "did you mean \(quoted("\(kind)/\($0)"))?" }
        ?? "\"cvgit show \(kind)\" lists the entries")
  }
}
