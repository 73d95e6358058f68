import CVFormats
import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing
import Text

/// An export that is read back is the same CV, but for what docs/exports.md lists: the lists there
/// are made here.
struct RoundTripTests {
  private static let formats: [(DocumentFormat, SourceFormat)] = [
    (.jsonResume, .jsonResume), (.rendercv, .rendercv), (.cslJSON, .cslJSON), (.bibtex, .bibtex),
  ]

  private static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../docs/exports.md")

  @Test func `the lists in the documentation are what reading exports back gives`() throws {
    var text = String(decoding: try Data(contentsOf: Self.document), as: UTF8.self)
    for (format, source) in Self.formats {
      var losses: [Loss: String] = [:]
      for seed in 0..<1_200 {
        for (loss, example) in try RoundTrip(seed, format, source).losses
        where losses[loss] == nil { losses[loss] = example }
      }
      text = Self.replacingList(of: format, in: text, by: Self.list(losses))
    }
    try expectGolden(text, "../../../docs/exports.md")
  }

  @Test(arguments: formats)
  func `an export that is read back is the same but for what is listed`(
    _ format: DocumentFormat, _ source: SourceFormat
  ) throws {
    let text = String(decoding: try Data(contentsOf: Self.document), as: UTF8.self)
    let listed = try #require(Self.list(of: format, in: text)).split(separator: "\n")
    for seed in Cases.some(of: 1_000..<2_400) {
      for (loss, example) in try RoundTrip(seed, format, source).losses {
        let row = "| \(loss.kind) | \(loss.what) |"
        #expect(listed.contains { $0.hasPrefix(row) }, "seed \(seed): \(row) \(example)")
      }
    }
  }

  @Test(arguments: formats.prefix(2))
  func `what another program edits in an export counts`(
    _ format: DocumentFormat, _ source: SourceFormat
  ) throws {
    var job = Entry(key: EntryKey(kind: "experience", id: "acme"))
    job["organization"] = "Acme"
    job["unit"] = "Tools"
    job["position"] = "Engineer"
    job["start"] = "2020"
    job["supervisors"] = ["Grace Hopper"]
    job["highlights"] = ["Built **fast** tools"]
    let cv = CV(entries: [job])
    let trip = try RoundTrip(cv, format, source)
    #expect(trip.losses.isEmpty)
    #expect(trip.reading.cv[job.key]?.fields == job.fields)
    func read(_ old: String, _ new: String) -> Entry? {
      let text = trip.text.replacing(old, with: new)
      #expect(text != trip.text)
      return source.read([FormatFile(path: "a.\(format.ending)", text: text)]).cv[job.key]
    }
    let edited = read("Engineer", "Director")
    #expect(edited?["position"] == "Director")
    // What the format has no place for is still there.
    #expect(edited?["unit"] == "Tools")
    #expect(edited?["supervisors"] == ["Grace Hopper"])
  }

  // MARK: The lists

  private static func list(_ losses: [Loss: String]) -> String {
    let rows = losses.sorted { $0.key < $1.key }.map { loss, example in
      "| \(loss.kind) | \(loss.what) | \(example) |"
    }
    if rows.isEmpty { return "Nothing.\n" }
    return (["| kind | differs | for example |", "| --- | --- | --- |"] + rows)
      .joined(separator: "\n") + "\n"
  }

  private static func range(of format: DocumentFormat, in text: String) -> Range<String.Index>? {
    guard let first = text.range(of: "<!-- \(format.rawValue): made by RoundTripTests -->\n"),
      let last = text.range(of: "<!-- end -->", range: first.upperBound..<text.endIndex)
    else { return nil }
    return first.upperBound..<last.lowerBound
  }

  private static func list(of format: DocumentFormat, in text: String) -> Substring? {
    range(of: format, in: text).map { text[$0] }
  }

  private static func replacingList(
    of format: DocumentFormat, in text: String, by list: String
  ) -> String {
    guard let range = range(of: format, in: text) else {
      return text + "\nmissing: the list of \(format.rawValue)"
    }
    return text.replacingCharacters(in: range, with: list)
  }
}

/// Something that an export does not give back.
struct Loss: Hashable, Comparable {
  let kind: String
  /// A field, or what happened to the whole entry.
  let what: String

  static func < (left: Loss, right: Loss) -> Bool {
    (left.kind, left.what) < (right.kind, right.what)
  }
}

/// A generated CV, exported and read back.
struct RoundTrip {
  let losses: [Loss: String]
  let text: String
  let reading: SourceReading

  init(_ seed: Int, _ format: DocumentFormat, _ source: SourceFormat) throws {
    var generator = CVGenerator(seed: seed)
    generator.isCareful = true
    try self.init(generator.cv(), format, source)
  }

  init(_ whole: CV, _ format: DocumentFormat, _ source: SourceFormat) throws {
    let shown = PublicCV(Self.entries(of: whole, kinds: format.kinds))
    text = try format.render(CVDocument(shown), of: shown)
    reading = source.read([FormatFile(path: "export.\(format.ending)", text: text)])
    #expect(reading.fault == nil, "\(reading.fault?.message ?? "")")
    let read = Self.entries(of: reading.cv, kinds: format.kinds)
    losses = Self.losses(from: Self.withoutSteering(shown.cv), to: Self.withoutSteering(read))
  }

  /// The entries and the profile: no export has the records of people, kinds and variants, or
  /// `cv.yaml`.
  private static func entries(of cv: CV, kinds: Set<String>?) -> CV {
    var result = cv
    for key in cv.entries.keys {
      let role = cv.schema[key.kind]?.role
      let isExported = role == .entries || key == .profile && kinds == nil
      if !isExported || kinds.map({ !$0.contains(key.kind) }) ?? false { result[key] = nil }
    }
    return result
  }

  /// Without the fields that steer the document: no export has them.
  private static func withoutSteering(_ cv: CV) -> CV {
    var result = cv
    for key in cv.entries.keys {
      for name in ["tags", "order", "visibility", "private", "show"] { result[key]?[name] = nil }
      // What a format has and records do not is cosmetic.
      for name in result[key]?.fields.sortedNames ?? [] where name.hasPrefix("x-") {
        result[key]?[name] = nil
      }
    }
    return result
  }

  private static func losses(from old: CV, to new: CV) -> [Loss: String] {
    var losses: [Loss: String] = [:]
    func note(_ kind: String, _ what: String, _ example: String) {
      let isOwn = Schema.builtIn[kind] == nil
      let loss = Loss(kind: isOwn ? "kinds of your own" : kind, what: what)
      if losses[loss] == nil { losses[loss] = example }
    }
    // An entry of a kind of the user's own is read as another kind: what became of its fields
    // follows from that.
    let own = Set(old.entries.keys.filter { Schema.builtIn[$0.kind] == nil }.map(\.id))
    for change in CVDiff(from: old, to: new).changes where change.significance > .cosmetic {
      let keys = [change.key, change.oldKey].compactMap(\.self)
      let isOwn = keys.contains { key in
        Schema.builtIn[key.kind] == nil
          || own.contains { key.id == $0 || key.id.hasPrefix($0 + "-") }
      }
      if isOwn {
        if case .added = change.change { continue }
        note("exhibitions", "the kind", "entries are those of another kind")
        continue
      }
      switch change.change {
      case .added: note(change.key.kind, "an entry more", quoted(change.name))
      case .removed: note(change.key.kind, "the entry", quoted(change.name))
      case .modified(let fields):
        if let kind = change.movedFrom { note(kind, "the kind", change.key.kind) }
        for field in fields where field.significance > .cosmetic {
          note(change.key.kind, "`\(field.fieldName)`", example(field))
        }
      }
    }
    return losses
  }

  private static func example(_ change: FieldChange) -> String {
    let from = change.from.map(words) ?? "nothing"
    let to = change.to.map(words) ?? "nothing"
    return "\(from) becomes \(to)"
  }

  /// A value in a few words, as a table may hold it.
  private static func words(_ value: Plain) -> String {
    let text: String
    switch value {
    case .scalar(let word): text = word
    case .list(let items):
      text = items.map { $0.text ?? $0["name"]?.text ?? "…" }.joined(separator: "; ")
    case .map(let pairs):
      text = pairs.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text ?? "…")" }
        .joined(separator: "; ")
    }
    let line = text.replacing("\n", with: " ").replacing("|", with: "¦").replacing("`", with: "´")
    return "`\(line.count > 40 ? line.prefix(39) + "…" : line)`"
  }
}
