import CVModel
import CVRendering
import Testing

/// Private data is in no document, unless it is requested.
struct PrivateTests {
  private static let canary = "Canary"

  /// Every kind with a private entry, and with a public one whose fields are all private.
  private static func cv() throws -> CV {
    var cv = try SampleCV.complete()
    for kind in cv.schema.entryKinds {
      let key = EntryKey(kind: kind.name, id: "example")
      guard var entry = cv[key] else { continue }
      for field in kind.fields where !steering.contains(field.name) {
        if let marked = marked(entry[field.name], field.type) { entry[field.name] = marked }
      }
      var hidden = Entry(key: EntryKey(kind: kind.name, id: "hidden"), fields: entry.fields)
      hidden["visibility"] = "private"
      cv[hidden.key] = hidden
      entry["private"] = .list(
        kind.fields.map(\.name).filter { !steering.contains($0) }
          .map(Plain.scalar))
      cv[key] = entry
    }
    for field in ["phone", "address", "location", "summary"] {
      cv[.profile]?[field] = .scalar(canary)
    }
    cv[.profile]?["private"] = ["phone", "address", "location", "summary"]
    return cv
  }

  private static let steering: Set<String> = ["tags", "order", "visibility", "private"]

  private static func marked(_ value: Plain?, _ type: FieldType) -> Plain? {
    guard value != nil else { return nil }
    return switch type {
    case .text, .paragraphs: .scalar(canary)
    case .texts, .people: .list([.scalar(canary)])
    case .url: .scalar("https://example.org/\(canary)")
    case .links: .map([canary: .scalar("https://example.org/\(canary)")])
    default: nil
    }
  }

  @Test(
    arguments: [
      "visability: private", "VISIBILITY: nobody", "visibility: pubic", "Private: [title]",
      "private: true", "private: [titel]", "privte: [titel]",
    ])
  func `a typo hides more, never less`(_ slip: String) throws {
    let cv = Self.cv(["awards/a.yaml": "title: \(Self.canary)\n\(slip)\n"])
    for format in DocumentFormat.allCases {
      #expect(try !cv.public.rendered(format).contains(Self.canary))
    }
  }

  @Test(arguments: ["x-private: Public", "issuer: Public", "Visibility: Public"])
  func `custom fields, the kind's fields and public values are not typos`(_ line: String) throws {
    let cv = Self.cv(["awards/a.yaml": "title: \(Self.canary)\n\(line)\n"])
    #expect(try cv.public.rendered(.markdown).contains(Self.canary))
  }

  @Test func `a field of a kind is not a typo, whatever its name resembles`() throws {
    let cv = Self.cv([
      "kinds/audits.yaml":
        "label: {one: audit, many: audits}\nname: [title]\nfields: {title: text, privacy: text}\n",
      "audits/a.yaml": "title: \(Self.canary)\nprivacy: strict\n",
    ])
    #expect(try cv.public.rendered(.markdown).contains(Self.canary))
  }

  @Test func `an intro that needs a private metric is left out`() throws {
    let cv = Self.cv([
      "cv.yaml":
        "sections: [{kind: awards, intro: \"\(Self.canary), {citations} citations.\"}]\n",
      "profile.yaml": "name: Ada\nmetrics: {citations: 550}\nprivate: [metrics]\n",
      "awards/a.yaml": "title: A\n",
    ])
    #expect(try cv.rendered(.markdown).contains("\(Self.canary), 550 citations."))
    #expect(try !cv.public.rendered(.markdown).contains(Self.canary))
  }

  private static func cv(_ files: [String: String]) -> CV {
    CVReader(root: "cv").read(files.map { SourceFile(path: "cv/\($0)", text: $1) }).cv
  }

  @Test(arguments: DocumentFormat.allCases)
  func `no format shows private data`(_ format: DocumentFormat) throws {
    let cv = try Self.cv()
    #expect(try !cv.public.rendered(format).contains(Self.canary))
    #expect(try cv.rendered(format).contains(Self.canary))
  }
}
