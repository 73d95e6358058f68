/// Limits how much work the templates of a theme may do: a template that includes itself would
/// never end.
///
/// A class, because all views of a document share it. It counts steps rather than time, so that the
/// same theme and CV always give the same result.
final class RenderingBudget {
  private var depth = 0
  private var parts = 0
  private var lookups = 0
  private var bytes = 0
  /// The first limit that was exceeded; from then on, templates see empty values.
  private(set) var fault: String?

  static let deepest = 32
  static let mostParts = 200_000
  static let mostLookups = 5_000_000
  static let mostBytes = 32 << 20

  /// The names that ``wrapped(_:contentType:)`` puts around a template.
  private static let start = "cvgit-part-"
  private static let end = "cvgit-part-end"

  /// A template that is counted wherever it is included.
  static func wrapped(_ text: String, contentType: String) -> String {
    guard text.hasPrefix(contentType) else { return text }
    let body = text.dropFirst(contentType.count)
    let name = start + String(body.utf8.count)
    // Tags that are alone on their lines leave no line in the output.
    guard body.hasPrefix("\n"), body.hasSuffix("\n"), body.count > 1 else {
      return "\(contentType){{#\(name)}}\(body){{/\(name)}}{{#\(end)}}{{/\(end)}}"
    }
    return "\(contentType)\n{{#\(name)}}\(body){{/\(name)}}\n{{#\(end)}}\n{{/\(end)}}\n"
  }

  /// Counts the lookup of a name, and handles the names around a template.
  ///
  /// - Returns: nil for a name that belongs to the view.
  func answer(_ name: String, _ value: Any?) -> Bool? {
    lookups += 1
    if name == Self.end {
      depth -= 1
      return false
    }
    if name.hasPrefix(Self.start), let size = Int(name.dropFirst(Self.start.count)) {
      depth += 1
      parts += 1
      bytes += size
    } else {
      if let text = value as? String { bytes += text.utf8.count }
    }
    if fault == nil { fault = passed }
    if fault != nil { return false }
    return name.hasPrefix(Self.start) ? true : nil
  }

  private var passed: String? {
    if depth > Self.deepest {
      return "templates are nested more than \(Self.deepest) levels deep"
    }
    if parts > Self.mostParts { return "templates are used more than \(Self.mostParts) times" }
    if lookups > Self.mostLookups {
      return "templates look up more than \(Self.mostLookups) values"
    }
    if bytes > Self.mostBytes {
      return "the document would have more than \(Self.mostBytes >> 20) MiB"
    }
    return nil
  }
}
