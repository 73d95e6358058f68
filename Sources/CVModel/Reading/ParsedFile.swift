/// A file of a CV, parsed.
struct ParsedFile: Sendable {
  let path: String
  let content: Content

  enum Content: Sendable {
    case record(Record)
    case unreadable(Unreadable, bytes: [UInt8]?)
    case stray(Placement.Stray)
    case source(SourceReport)
    case ignored
  }
}
