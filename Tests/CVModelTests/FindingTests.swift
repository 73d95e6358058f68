import CVModel
import Testing
import Text

/// Findings are safe to display in a terminal, in a pull request and in an editor.
struct FindingTests {
  @Test func `a file name in a finding cannot control a terminal`() throws {
    let definition = "label: {one: a, many: b}\nname: [venue]\ndate: when\nfields: {title: text}\n"
    let reading = CVReader(root: "").read([
      SourceFile(path: "kinds/a\u{1B}[31m\tb.yaml", text: definition)
    ])
    let said = reading.findings.flatMap { [$0.message, $0.hint ?? ""] }
    #expect(said.contains { $0.contains("field \"when\"") })
    for text in said { #expect(text.terminalSafe == text) }
  }
}
