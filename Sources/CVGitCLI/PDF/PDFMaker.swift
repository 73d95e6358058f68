internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// Makes the PDF of a CV. An error names the entry at fault.
struct PDFMaker {
  let program: TypstProgram
  let surroundings: Surroundings
  var fonts: FontFiles
  var moment: Moment?

  /// - Throws: if Typst is missing, an error with how to install it.
  init(_ surroundings: Surroundings, fonts: FontFiles, moment: Moment?) throws {
    guard let program = try TypstProgram.find(surroundings) else {
      throw Failure(
        "PDF output needs Typst, which is not installed",
        hint: "install it with 'make setup-pdf', 'pip install typst' or from https://typst.app; "
          + "all other formats work without it")
    }
    self.init(program, surroundings, fonts: fonts, moment: moment)
  }

  init(
    _ program: TypstProgram, _ surroundings: Surroundings, fonts: FontFiles, moment: Moment?
  ) {
    self.program = program
    self.surroundings = surroundings
    self.fonts = fonts
    self.moment = moment
  }

  /// The PDF of a document.
  ///
  /// - Parameter cv: the CV of the document, for error messages.
  func pdf(_ document: CVDocument, of cv: PublicCV, theme: Theme) throws -> [UInt8] {
    let source = try DocumentFormat.pdf.render(document, of: cv, theme: theme)
    do {
      return try TypstRun(
        program: program, surroundings: surroundings, fonts: fonts.files, moment: moment
      ).pdf(source)
    } catch let refusal as TypstRun.Refusal {
      if let missing = refusal.lines.lazy.compactMap(MissingCharacter.init(diagnostic:)).first {
        throw missing.failure(in: cv.cv)
      }
      throw Failure(
        "Typst rejects the theme \(quoted(theme.name)): \(refusal.lines[0])",
        hint: "'cvgit render --format typst' prints the input for Typst")
    }
  }
}

/// A character that no font contains, as Typst reports it.
struct MissingCharacter {
  let text: String

  /// Nil if Typst reports something else.
  init?(diagnostic line: String) {
    guard let start = line.firstRange(of: "the text `\""),
      let end = line.firstRange(of: "\"` could not be displayed")
    else { return nil }
    text = Self.unescaped(line[start.upperBound..<end.lowerBound])
  }

  /// Removes Typst's escapes from a string.
  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      if character == "\\", rest.first == "u", let close = rest.firstIndex(of: "}"),
        let value = UInt32(rest[..<close].dropFirst(2), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: close)...]
      } else if character != "\\" || rest.first == "\\" {
        result.append(character)
        if character == "\\" { rest.removeFirst() }
      }
    }
    return result
  }

  func failure(in cv: CV) -> Failure {
    let codes = text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
    let place = entry(in: cv).map { " of \($0)" } ?? ""
    return Failure(
      "no font has the character \(quoted(text)) (\(codes.joined(separator: " ")))\(place)",
      hint:
        "put a font with this character into a folder, and name the folder with '--fonts DIR' or "
        + "\"fonts: DIR\" in cv.yaml")
  }

  /// The entry to name in a message: the profile if it contains the character, the document last.
  private func entry(in cv: CV) -> EntryKey? {
    let holders = cv.entries.values.filter { entry in
      entry.fields.contains { holds($0.1) }
    }.map(\.key).sorted()
    return holders.first { $0 == .profile } ?? holders.first { $0 != .document } ?? holders.first
  }

  private func holds(_ value: Plain) -> Bool {
    switch value {
    case .scalar(let words): words.contains(text)
    case .list(let items): items.contains(where: holds)
    case .map(let pairs): pairs.contains { $0.key.contains(text) || holds($0.value) }
    }
  }
}
