import CVModel
import CVRendering
import Testing

/// No format of the document leaves out a field of any kind.
struct EveryFieldTests {
  /// Fields that control the document and are not printed.
  private static let steering: Set<String> = ["tags", "order", "visibility", "private", "x-source"]

  /// Fields that are expressed in other ways: by a heading, by their place, or not at all for a
  /// published paper.
  private static let exceptions: Set<String> = ["publications.type", "publications.status"]

  @Test(arguments: [DocumentFormat.markdown, .html, .text, .typst, .latex])
  func `every field of every kind is in the document`(_ format: DocumentFormat) throws {
    let cv = try SampleCV.complete()
    let rendered = ReadersText.unescaped(try cv.rendered(format), format)
    let text = ReadersText(rendered, format).text
    for kind in cv.schema.entryKinds {
      let entry = try #require(cv[EntryKey(kind: kind.name, id: "example")])
      for (name, value) in entry.fields where !Self.steering.contains(name) {
        guard !Self.exceptions.contains("\(kind.name).\(name)") else { continue }
        let field = try #require(kind.field(named: name))
        // A citation key is for programs, not for readers.
        if field.isBookkeeping { continue }
        let type = field.type
        for words in Self.words(value, type) {
          let isThere =
            text.contains(ReadersText.folded(words))
            || words.hasPrefix("http")
              && rendered.contains(words)
          #expect(isThere, "\(entry.key) \(name): \(words)")
        }
      }
    }
  }

  /// The parts of a value that a reader must find.
  private static func words(_ value: Plain, _ type: FieldType) -> [String] {
    switch type {
    case .paragraphs:
      (value.text ?? "").split(separator: "\n\n").map { plain(String($0)) }
    case .date, .end:
      [value.text.flatMap(PartialDate.init).map { shortYear($0.year) } ?? "present"]
    case .people: value.items.compactMap { $0.text ?? $0["name"]?.text }.filter { $0 != "..." }
    case .counts:
      if case .map(let pairs) = value { pairs.values.compactMap(\.text) } else { [] }
    case .links:
      if case .map(let pairs) = value { pairs.values.compactMap(\.text) + pairs.keys } else { [] }
    case .reference: ["NonlinearSolve.jl: High-Performance and Robust Solvers"]
    default: value.items.compactMap(\.text).map(plain)
    }
  }

  /// A year is printed with all its digits, or with two.
  private static func shortYear(_ year: Int) -> String { String(String(year).suffix(2)) }

  private static func plain(_ text: String) -> String {
    Inline.parse(text.replacing("$O(n)$", with: "O(n)")).plainText
      .replacing("*", with: "")
  }

  @Test func `every field of the profile is in the document`() throws {
    let cv = try SampleCV.complete()
    let profile = try #require(cv.profile)
    for format in [DocumentFormat.markdown, .html, .text, .typst, .latex] {
      let rendered = ReadersText.unescaped(try cv.rendered(format), format)
      let text = ReadersText(rendered, format).text
      for field in ["name", "headline", "email", "phone", "location", "address", "url", "orcid"] {
        for words in profile[field]?.items.compactMap(\.text) ?? [] {
          #expect(text.contains(ReadersText.folded(words)), "\(format) \(field)")
        }
      }
      for words in ["@avikpal1410", "550+ citations, h-index 9.", "Kept by hand.", "Writes"] {
        #expect(text.contains(ReadersText.folded(words)), "\(format) \(words)")
      }
      #expect(rendered.contains("https://avik-pal.github.io/blog"))
    }
  }

  @Test func `a custom kind is in the document with its fields`() throws {
    let cv = try SampleCV.complete()
    let text = ReadersText(try cv.rendered(.text), .text).text
    let line =
      "exhibitions -------------------------------------------------------------------------------- "
      + "tensors in oil, gallery of the stata center avik pal, et al. spring 2024"
    #expect(text.contains(line))
  }
}
