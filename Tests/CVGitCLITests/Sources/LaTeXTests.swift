import CVGitCLI
import Fixtures
import Testing

/// A LaTeX document, which is imported and never read where it is.
@Suite struct LaTeXSourceTests {
  static let document = """
    \\documentclass{moderncv}
    \\name{Ada}{Lovelace}
    \\begin{document}
    \\section{Experience}
    \\cventry{1842--1843}{Translator}{Scientific Memoirs}{London}{}{Notes on the Analytical Engine}
    \\input{skills}
    \\end{document}

    """

  @Test func `a LaTeX document as a source is refused with a hint`() throws {
    var repository = try ScratchRepository()
    try repository.write("cv.tex", Self.document)
    try repository.commit("A CV")
    let run = repository.cvgit("validate", "--source", "cv.tex")
    #expect(run.status != .done)
    let text = run.output + run.messages
    #expect(text.contains("LaTeX is not read where it is"), "\(text)")
    #expect(text.contains("cvgit import cv.tex"), "\(text)")
  }
}
