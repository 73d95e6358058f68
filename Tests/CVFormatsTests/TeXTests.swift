import Testing

@testable import CVFormats

/// Decoding of TeX to Unicode.
struct TeXTests {
  @Test(arguments: [
    (#"G{\"o}del"#, "Gödel"), (#"G\"odel"#, "Gödel"), (#"G\"{o}del"#, "Gödel"),
    (#"Erd{\H o}s"#, "Erdős"),
    (#"Erd\H{o}s"#, "Erdős"), (#"{\'E}variste"#, "Évariste"), (#"Jos{\a'e}"#, "José"),
    (#"\.Istanbul"#, "İstanbul"),
    (#"na\"{\i}ve"#, "naïve"), (#"na{\"\i}ve"#, "naïve"), (#"\v{C}ech"#, "Čech"),
    (#"\v Cech"#, "Čech"),
    (#"Fran\c{c}ois"#, "François"), (#"Fran{\c c}ois"#, "François"), (#"\L{}\'od\'z"#, "Łódź"),
    (#"{\AA}ngstr\"om"#, "Ångström"),
    (#"S{\o}ren"#, "Søren"), (#"S\o ren"#, "Søren"), (#"Stra{\ss}e"#, "Straße"),
    (#"Stra\ss e"#, "Straße"),
    (#"Vi\d{\^e}t"#, "Việt"), (#"\~nandu"#, "ñandu"), (#"\k{a}"#, "ą"), (#"\r{u}"#, "ů"),
    (#"\b{b}"#, "ḇ"),
    (#"\'{}"#, "´"), (#"x\^{}2"#, "x^2"), (#"\u{g}"#, "ğ"), (#"\=a"#, "ā"),
    (#"{\'{e}}t{\'{e}}"#, "été"),
    ("e\u{301}", "é"), ("E\u{323}\u{302}", "Ệ"), (#"\'{ab}"#, "áb"), (#"\t{oo}"#, "o\u{361}o"),
  ])
  func `accents become letters`(_ tex: String, _ text: String) {
    // Compare scalars: as strings, decomposed letters equal composed ones.
    #expect(Array(TeXText.decode(tex).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    (#"Smith \& Sons"#, "Smith & Sons"), ("50\\% of \\#1", "50% of #1"), ("pp.~5", "pp. 5"),
    ("a -- b", "a – b"),
    ("a---b", "a—b"), ("a-b", "a-b"), ("a ---- b", "a ---- b"), ("``so''", "“so”"),
    ("`so' it's", "‘so’ it's"),
    (#"R.\,J.\ Doe"#, "R. J. Doe"), (#"one\\two"#, "one two"), (#"soft\-hyphen"#, "softhyphen"),
    (#"\LaTeX\ and \TeX{}"#, "LaTeX and TeX"),
    (#"20\textdegree C"#, "20°C"), (#"\textit{A} and \textbf{B}"#, "*A* and **B**"),
    (#"{\em A} b"#, "*A* b"),
    (#"\emph{A }b"#, "*A* b"), (#"\emph{}x"#, "x"), (#"\texttt{f(x)}"#, "`f(x)`"),
    (#"\textsc{Nasa}"#, "Nasa"),
    ("{The} {B}ook", "The Book"), (#"\url{http://a.org/~b_c}"#, "http://a.org/~b_c"),
    (#"\href{http://a.org}{A}"#, "[A](http://a.org)"),
    (#"\enquote{so}"#, "“so”"), ("$x^2$ and $y_{\\alpha}$", "$x^2$ and $y_{\\alpha}$"),
    (#"\(x\)"#, "$x$"), ("$$x$$", "$x$"),
    (#"\ensuremath{\alpha}-stable"#, #"$\alpha$-stable"#), (#"\$5"#, "$5"),
    (#"\$5 or \$6"#, #"\$5 or \$6"#), ("5 $ only", "5 $ only"),
    (#"1\textsuperscript{st}"#, "1st"), (#"\alpha-stable"#, "α-stable"),
    (#"a \foo{b \"o} c"#, #"a \foo{b \"o} c"#),
    (#"\foo[x]{y}{z}"#, #"\foo[x]{y}{z}"#), ("a } b", "a } b"), ("a { b", "a b"),
    (#"end \"#, #"end \"#), ("", ""), ("  a \n b ", "a b"),
    ("tab\there", "tab here"), (#"{\bf bold} {\it slanted}"#, "**bold** *slanted*"),
    (#"{\sc small}"#, "small"), ("a\u{202E}b", "ab"),
  ])
  func `TeX becomes text with markup`(_ tex: String, _ text: String) {
    #expect(TeXText.decode(tex) == text)
  }

  @Test func `a name has no markup`() {
    #expect(TeXText.decode(#"\emph{Ada} {\bf Byron}"#, as: .plain) == "Ada Byron")
  }

  @Test func `paragraphs are kept`() {
    #expect(TeXText.decode("one\n  two\n\n\n three ", as: .paragraphs) == "one two\n\nthree")
  }

  @Test func `unknown macros are reported`() {
    let (_, unknown) = TeXText.decode(Array(#"\foo a \bar{b} \foo"#.utf8)[...], as: .text)
    #expect(unknown == ["foo", "bar"])
  }

  @Test(arguments: [
    #"\foo["#, #"\foo{"#, "{", "}", "$", #"\("#, #"\'"#, #"\'{"#, "`", #"\emph{"#, #"\url{"#, #"\"#,
    "$a", #"\href{a}"#,
    #"\^{\^"#, "\u{301}", #"{\em "#, "-",
  ])
  func `hostile text is decoded in linear time`(_ piece: String) {
    let short = String(repeating: piece, count: 1_000)
    let long = String(repeating: piece, count: 32_000)
    let clock = ContinuousClock()
    let first = clock.measure { _ = TeXText.decode(short) }
    let second = clock.measure { _ = TeXText.decode(long) }
    // 32 times the text; a quadratic step would take a thousand times as long.
    #expect(second < first * 300 + .milliseconds(200), "\(first) and \(second)")
  }
}
