package import CVHistory
package import CVModel
internal import Text

/// A changelog as an Atom feed (RFC 4287): the newest events, one entry each, with stable IDs.
package struct AtomRenderer {
  private let profile: Entry
  private let address: String
  private let host: String

  /// The maximum number of entries in a feed.
  private static let limit = 50

  /// Why a feed cannot be written.
  package enum Refusal: Error, Hashable, Sendable {
    /// The profile has no public `url`.
    case noAddress
    /// The profile's `url` has no host.
    case noHost(String)
  }

  /// - Throws: a profile without a usable `url`, from which the IDs of entries are made.
  package init(_ profile: Entry?) throws(Refusal) {
    guard let profile, let address = profile["url"]?.text else { throw .noAddress }
    guard let host = Self.host(of: address) else { throw .noHost(address) }
    self.profile = profile
    self.address = address
    self.host = host
  }

  private static func host(of address: String) -> String? {
    guard let start = address.firstRange(of: "://") else { return nil }
    let authority = address[start.upperBound...].prefix { !"/?#".contains($0) }
    let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
    return host.isEmpty || !host.unicodeScalars.allSatisfy({ ("!"..."~").contains($0) })
      ? nil : host
  }

  package func render(_ changelog: Changelog) -> String {
    let name = profile["name"]?.text ?? host
    let events = changelog.releases.flatMap(\.events).enumerated()
      .sorted { left, right in
        left.element.occasion.seconds == right.element.occasion.seconds
          ? left.offset < right.offset
          : left.element.occasion.seconds > right.element.occasion.seconds
      }.map(\.element)
    var text = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <id>\(Self.escape(address))</id>
        <title>\(Self.escape(name)): what is new</title>
        <updated>\((events.first?.occasion ?? changelog.newest)?.timestamp ?? "1970-01-01T00:00:00+00:00")</updated>
        <author><name>\(Self.escape(name))</name></author>
        <link rel="alternate" href="\(Self.escape(address))"/>
        <generator>cvgit</generator>

      """
    var used: [String: Int] = [:]
    let entries = events.reversed().map { event in
      let id = id(of: event)
      used[id, default: 0] += 1
      let count = used[id] ?? 1
      return entry(event, id: count == 1 ? id : "\(id)/\(count)")
    }
    text += entries.reversed().prefix(Self.limit).joined()
    return text + "</feed>\n"
  }

  private func entry(_ event: ChangelogEvent, id: String) -> String {
    let lines = ChangelogLines.lines(event).map(\.text)
    return """
        <entry>
          <id>\(Self.escape(id))</id>
          <title>\(Self.escape(lines.joined(separator: "; ")))</title>
          <updated>\(event.occasion.timestamp)</updated>
          <link rel="alternate" href="\(Self.escape(address))"/>
          <summary>\(Self.escape("\(event.occasion.dayText) · \(lines.joined(separator: "; "))"))</summary>
        </entry>

      """
  }

  /// `tag:HOST,YEAR:KIND/ID/EFFECT/DAY` (RFC 4151), which is stable for the same event.
  private func id(of event: ChangelogEvent) -> String {
    let day = event.occasion.dayText
    let path =
      switch event.content {
      case .change(let dated): "\(dated.change.key.kind)/\(dated.change.key.id)"
      case .words(_, let kinds): kinds.min() ?? "changes"
      }
    let effect = event.effect.replacing(" ", with: "-")
    return "tag:\(host),\(day.prefix(4)):\(Self.encoded("\(path)/\(effect)"))/\(day)"
  }

  /// Percent-encodes characters that a URI does not allow.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80
        || (0x30...0x39).contains(byte) || "-._~/".utf8.contains(byte)
      if isPlain { return String(Unicode.Scalar(byte)) }
      return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// Escapes text for XML 1.0: as for HTML, except for two code points that XML does not allow.
  private static func escape(_ text: String) -> String {
    HTML.escape(text).escaping { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : nil }
  }
}
