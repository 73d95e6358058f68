import CVModel
import Testing

/// Simple formulas, as in prose.
struct MathTextTests {
  @Test(arguments: [
    ("10^{-10}", "10⁻¹⁰", "10^{-10}"), ("O(n^2)", "O(n²)", "O(n^{2})"),
    ("x_1 \\leq y^{n+1}", "x₁ ≤ yⁿ⁺¹", "x_{1} \\le y^{n+1}"),
    ("\\alpha\\beta", "αβ", "\\alpha\\beta"), ("a < b", "a < b", "a < b"),
    ("y^{a+b}", "y^(a+b)", "y^{a+b}"), ("\\beta x", "βx", "\\beta x"),
    ("e^{-x^2}", "e^(−x²)", "e^{-x^{2}}"),
  ])
  func `a formula is parsed`(_ source: String, _ plain: String, _ tex: String) {
    #expect(MathText(source)?.plain == plain)
    #expect(MathText(source)?.tex == tex)
  }

  @Test func `scripts are nested at most three levels deep, with or without braces`() {
    #expect(MathText("a^{b_{c^d}}")?.tex == "a^{b_{c^{d}}}")
    #expect(MathText("a^{b_{c^{d}}}")?.tex == "a^{b_{c^{d}}}")
    #expect(MathText("a^{b_{c^{d_e}}}") == nil)
    #expect(MathText("a^{b_{c^{d_{e}}}}") == nil)
  }

  @Test func `no character of a formula is markup`() {
    #expect(MathText("a<b")?.markupTeX == "a\\lt b")
    #expect(MathText("\\alpha<\\beta_2")?.markupTeX == "\\alpha\\lt\\beta_{2}")
  }

  @Test(arguments: [
    "\\frac{a}{b}", "x^", "a_{b", "{a}", "\\unknown", "x^^2", "a%b", "a#b", "a\"b", "",
  ])
  func `anything else is left as written`(_ source: String) {
    #expect(MathText(source) == nil)
  }
}
