/// Typst, as the tests run it: the package of PyPI in their private Python.
package enum OracleTypst {
  /// Tells a command where it is; nil where it cannot be installed, which with `CI=true` is a failure.
  package static let variables: [String: String]? = OraclePython.programs.map {
    ["CVGIT_TYPST": $0 + "/python3"]
  }

  package static let isThere = variables != nil

  /// What a test that needs it says where it is skipped.
  package static let absence = "Typst cannot be installed here"

  /// The words of a PDF as pypdf reads them, without white space, and what its header says.
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
}
