/// TeX's names for letters and symbols, with their Unicode characters.
enum TeXSymbols {
  /// An accent.
  struct Accent: Sendable {
    /// The combining character.
    let combining: String
    /// The character to use if there is no letter.
    let alone: String
  }

  /// By the name or character after the backslash.
  static let accents: [String: Accent] = [
    "'": Accent(combining: "\u{301}", alone: "´"), "`": Accent(combining: "\u{300}", alone: "`"),
    "^": Accent(combining: "\u{302}", alone: "^"), "\"": Accent(combining: "\u{308}", alone: "¨"),
    "~": Accent(combining: "\u{303}", alone: "~"), "=": Accent(combining: "\u{304}", alone: "¯"),
    ".": Accent(combining: "\u{307}", alone: "˙"), "c": Accent(combining: "\u{327}", alone: "¸"),
    "v": Accent(combining: "\u{30C}", alone: "ˇ"), "u": Accent(combining: "\u{306}", alone: "˘"),
    "H": Accent(combining: "\u{30B}", alone: "˝"), "k": Accent(combining: "\u{328}", alone: "˛"),
    "r": Accent(combining: "\u{30A}", alone: "˚"), "d": Accent(combining: "\u{323}", alone: "."),
    "b": Accent(combining: "\u{331}", alone: "_"), "t": Accent(combining: "\u{361}", alone: ""),
    "U": Accent(combining: "\u{30E}", alone: ""), "G": Accent(combining: "\u{30F}", alone: ""),
    "f": Accent(combining: "\u{311}", alone: ""), "h": Accent(combining: "\u{309}", alone: ""),
  ]

  /// Macros that format their argument, with the markup of records; empty if only the argument is
  /// kept.
  static let marks: [String: String] = [
    "emph": "*", "textit": "*", "textsl": "*", "textbf": "**", "texttt": "`",
    "textrm": "", "textsf": "", "textsc": "", "textup": "", "textmd": "", "textnormal": "",
    "text": "", "mbox": "", "hbox": "", "underline": "", "textsuperscript": "",
    "textsubscript": "", "IeC": "", "mathrm": "", "uppercase": "", "MakeUppercase": "",
    "lowercase": "", "textls": "", "nocase": "",
  ]

  /// Macros that format the rest of their group.
  static let declarations: [String: String] = [
    "em": "*", "it": "*", "itshape": "*", "sl": "*", "slshape": "*", "bf": "**", "bfseries": "**",
    "tt": "`", "ttfamily": "`", "rm": "", "rmfamily": "", "sc": "", "scshape": "", "sf": "",
    "sffamily": "", "normalfont": "", "upshape": "", "mdseries": "", "tiny": "", "small": "",
    "footnotesize": "", "scriptsize": "", "normalsize": "", "large": "", "Large": "",
    "protect": "", "relax": "", "null": "", "selectfont": "", "nobreak": "", "allowbreak": "",
    "leavevmode": "", "noindent": "", "break": "",
  ]

  /// Letters and symbols by name.
  static let symbols: [String: String] = letters.merging(signs) { first, _ in first }
    .merging(greek) { first, _ in first }

  private static let letters: [String: String] = [
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "textordfeminine": "ª", "textordmasculine": "º", "textschwa": "ə", "textcommabelow": "",
    "cyrchar": "",
  ].filter { !$0.value.isEmpty }

  private static let signs: [String: String] = [
    "S": "§", "P": "¶", "pounds": "£", "copyright": "©", "dag": "†", "ddag": "‡",
    "textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢",
    "textdollar": "$", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdagger": "†", "textdaggerdbl": "‡", "textsection": "§", "textparagraph": "¶",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "textquotedbl": "\"", "quotesinglbase": "‚", "quotedblbase": "„",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "og": "«", "fg": "»", "flqq": "«", "frqq": "»",
    "glqq": "„",
    "grqq": "“", "lq": "‘", "rq": "’", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "textbullet": "•",
    "textperiodcentered": "·", "textdegree": "°", "degree": "°", "textmu": "µ", "micro": "µ",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textpm": "±",
    "texttimes": "×", "textdiv": "÷", "textminus": "−", "textexclamdown": "¡",
    "textquestiondown": "¿", "textonesuperior": "¹", "texttwosuperior": "²",
    "textthreesuperior": "³", "textasteriskcentered": "∗", "textnumero": "№", "textcelsius": "℃",
    "textohm": "Ω", "textlnot": "¬", "textbrokenbar": "¦", "textcurrency": "¤",
    "textvisiblespace": "␣", "textasciigrave": "`", "textasciiacute": "´", "textasciidieresis": "¨",
    "slash": "/", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2ε", "TeX": "TeX", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
    "quad": " ", "qquad": " ", "enspace": " ", "thinspace": " ", "space": " ", "newline": " ",
    "par": " ", "times": "×", "pm": "±", "cdot": "·", "cdots": "⋯", "infty": "∞", "leq": "≤",
    "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "sim": "∼", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "ell": "ℓ",
    "star": "⋆", "ast": "∗", "circ": "∘", "bullet": "•", "dagger": "†", "ddagger": "‡",
    "prime": "′", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫",
    "checkmark": "✓", "textrightarrow": "→", "textleftarrow": "←", "textmusicalnote": "♪",
  ]

  private static let greek: [String: String] = {
    let names =
      "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ "
      + "lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ "
      + "omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω "
      + "textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textlambda λ textpi π "
      + "textsigma σ textchi χ textomega ω"
    let words = names.split(separator: " ").map(String.init)
    return Dictionary(
      stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    ) { first, _ in first }
  }()
}
