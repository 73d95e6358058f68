/// Typst for the tests: the PyPI package in their private Python.
package enum OracleTypst {
  /// The variable for commands that need it; nil if it cannot be installed, which is a failure with
  /// `CI=true`.
  package static let variables: [String: String]? = OraclePython.programs.map {
    ["CVGIT_TYPST": $0 + "/python3"]
  }

  package static let isThere = variables != nil

  /// Why a test that needs it is skipped.
  package static let absence = "Typst cannot be installed here"

  /// The words of a PDF according to pypdf, without white space, and its header.
  package static func read(_ path: String) throws -> (words: String, header: String) {
    let script = """
      import sys, pypdf
      reader = pypdf.PdfReader(sys.stdin.read())
      print("".join("".join(page.extract_text() for page in reader.pages).split()))
      print(reader.metadata.get("/CreationDate"), reader.metadata.get("/Title"))
      """
    guard let run = try OraclePython.run(script: script, input: path) else { return ("", "") }
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    return (String(lines[0]), lines.count > 1 ? String(lines[1]) : run.errors)
  }

  /// Creates a minimal font with one letter.
  package static func makeFont(of letter: Character, at path: String) throws {
    let script = """
      import sys
      from fontTools.fontBuilder import FontBuilder
      from fontTools.pens.ttGlyphPen import TTGlyphPen
      letter, path = sys.stdin.read().split("\\n")[:2]
      pen = TTGlyphPen(None)
      pen.moveTo((0, 0)); pen.lineTo((0, 500)); pen.lineTo((500, 500)); pen.closePath()
      glyph = pen.glyph()
      builder = FontBuilder(1000, isTTF=True)
      builder.setupGlyphOrder([".notdef", "letter"])
      builder.setupCharacterMap({ord(letter): "letter"})
      builder.setupGlyf({".notdef": glyph, "letter": glyph})
      builder.setupHorizontalMetrics({".notdef": (500, 0), "letter": (500, 0)})
      builder.setupHorizontalHeader(ascent=800, descent=-200)
      builder.setupNameTable(
          {"familyName": "One Letter", "styleName": "Regular", "fullName": "One Letter", "psName": "OneLetter"})
      builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
      builder.setupPost()
      builder.save(path)
      """
    let run = try OraclePython.run(script: script, input: "\(letter)\n\(path)\n")
    guard let run, run.status == 0 else { throw NoFont(text: run?.errors ?? absence) }
  }

  private struct NoFont: Error { let text: String }
}
