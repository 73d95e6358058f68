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

  @Test func `a LaTeX document is imported with the files that it names`() throws {
    var repository = try ScratchRepository()
    try repository.write("cv.tex", Self.document)
    try repository.write("skills.tex", "\\section{Skills}\\cvitem{Mathematics}{calculus}\n")
    let run = repository.cvgit("init", "--from", "cv.tex")
    #expect(run.status == .done, "\(run.output)\(run.messages)")
    #expect(try repository.text("cv/profile.yaml").contains("name: Ada Lovelace"))
    #expect(try repository.text("cv/skills/mathematics.yaml").contains("calculus"))
    #expect(repository.cvgit("import", "cv.tex").output.contains("nothing new"))
    // A later version of the document changes what it changes.
    try repository.write(
      "cv.tex", Self.document.replacing("{London}", with: "{Turin}"))
    _ = repository.cvgit("import", "cv.tex")
    let job = "cv/experience/scientific-memoirs-translator-1842.yaml"
    #expect(try repository.text(job).contains("location: Turin"))
    #expect(try repository.text(job).contains("organization: Scientific Memoirs"))
  }

  @Test func `a LaTeX document of another class is refused`() throws {
    let repository = try ScratchRepository()
    try repository.write("cv.tex", Self.document.replacing("moderncv", with: "altacv"))
    let run = repository.cvgit("import", "cv.tex", "--dry-run")
    #expect(run.status != .done)
    let text = run.output + run.messages
    #expect(text.contains("the class \"altacv\" is not supported"), "\(text)")
    #expect(text.contains("\\documentclass{awesome-cv}"), "\(text)")
  }

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
