internal import CVModel

/// Takes out of TeX what only lays it out, so that the words and their marks are left.
enum LaTeXLayout {
  /// Macros that print nothing, with how many arguments they have.
  private static let dropped: [String: Int] = [
    "vspace": 1, "hspace": 1, "setlength": 2, "addtolength": 2, "color": 1, "pagestyle": 1,
    "thispagestyle": 1, "label": 1, "includegraphics": 1, "fontsize": 2, "linespread": 1,
    "hypersetup": 1, "setcounter": 2, "addtocounter": 2, "definecolor": 3, "colorlet": 2,
    "bibliographystyle": 1, "phantom": 1, "vphantom": 1, "hphantom": 1, "rule": 2, "photo": 3,
    "faIcon": 1, "pagenumbering": 1, "selectlanguage": 1, "enlargethispage": 1, "needspace": 1,
    "markboth": 2, "pagecolor": 1, "setstretch": 1, "titlespacing": 4, "setlist": 1,
    "renewbibmacro": 2, "defbibheading": 2, "nocite": 1, "printbibliography": 0,
    "makecvheader": 0, "makecvtitle": 0, "makecvfooter": 3, "makelettertitle": 0,
    "makeletterclosing": 0, "maketitle": 0, "makequote": 0, "hfill": 0, "hfil": 0, "vfill": 0,
    "newpage": 0, "clearpage": 0, "cleardoublepage": 0, "pagebreak": 0, "nopagebreak": 0,
    "linebreak": 0, "nolinebreak": 0, "centering": 0, "raggedright": 0, "raggedleft": 0,
    "smallskip": 0, "medskip": 0, "bigskip": 0, "strut": 0, "noindent": 0, "indent": 0,
    "fi": 0, "else": 0, "hline": 0, "toprule": 0, "midrule": 0, "bottomrule": 0, "newblock": 0,
    "normalcolor": 0, "sloppy": 0, "itemsep": 0, "LARGE": 0, "huge": 0, "Huge": 0, "vskip": 0,
    "bodyfont": 0, "bodyfontlight": 0, "headerfont": 0, "headerfontlight": 0, "footerfont": 0,
    "makeatletter": 0, "makeatother": 0, "frenchspacing": 0, "nonfrenchspacing": 0,
    "phantomsection": 0,
  ]

  /// Macros of which only the last argument is printed, with how many they have.
  private static let unwrapped: [String: Int] = [
    "textcolor": 2, "colorbox": 2, "parbox": 2, "makebox": 1, "framebox": 1, "fbox": 1,
    "raisebox": 2, "scalebox": 2, "resizebox": 3, "texorpdfstring": 1, "hyperlink": 2,
    "hypertarget": 2, "acvHeaderNameStyle": 1, "ul": 1, "underbar": 1, "sout": 1,
    "foreignlanguage": 2, "multicolumn": 3, "multirow": 3, "sbox": 2,
    "entrytitlestyle": 1, "entrypositionstyle": 1, "entrydatestyle": 1, "entrylocationstyle": 1,
    "descriptionstyle": 1, "subtitlestyle": 1, "highlight": 1, "hl": 1,
  ]

  /// Macros with what they print.
  private static let printed: [String: String] = [
    "enskip": " ", "enspace": " ", "cdotp": "\u{B7}", "textbullet": "\u{2022}", "newline": " ",
    "tabularnewline": " ", "thinspace": " ", "hskip": " ", "kern": " ", "footnotemark": "",
    "today": "", "ex": "", "nd": "nd", "labelitemi": "\u{2022}",
  ]

  /// Links of moderncv, whose label is in square brackets before the address.
  private static let links = [
    "httplink": "http://", "httpslink": "https://", "emaillink": "mailto:", "tellink": "tel:",
    "link": "",
  ]

  static var knownMacros: Set<String> {
    Set(dropped.keys).union(unwrapped.keys).union(links.keys)
      .union(["begin", "end", "item", "href", "url", "documentclass", "usepackage"])
  }

  /// Environments whose opening has arguments that print nothing.
  static let environmentArguments = [
    "tabular": 1, "tabularx": 2, "tabular*": 2, "minipage": 1, "multicols": 1, "adjustwidth": 2,
    "thebibliography": 1, "longtable": 1, "flushleft": 0, "refsection": 0, "list": 2,
  ]

  /// The text without what lays it out.
  static func words(_ bytes: [UInt8]) -> [UInt8] {
    let braces = LaTeXBraces(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    append(0..<bytes.count, of: braces, to: &result, depth: 0)
    return result
  }

  private static let deepest = 64

  private static func append(
    _ range: Range<Int>, of braces: LaTeXBraces, to result: inout [UInt8], depth: Int
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = braces.bytes[index]
      if byte == UInt8(ascii: "&") {
        // What parts the columns of a table.
        result.append(32)
        index += 1
        continue
      }
      guard byte == Sign.backslash else {
        result.append(byte)
        index += 1
        continue
      }
      let name = braces.name(at: index)
      let word = braces.text(name)
      if word == "\\" {
        result.append(32)
        index = name.upperBound
        if let option = braces.option(at: index), option.count < 12 {
          index = option.upperBound + 1
        }
      } else if let count = dropped[word] {
        result.append(32)
        index = braces.arguments(count, from: name.upperBound).end
        if count == 0, let option = braces.option(at: index) { index = option.upperBound + 1 }
        if ["vskip", "itemsep"].contains(word) { index = endOfLength(braces, index) }
      } else if let count = unwrapped[word], depth < deepest {
        let found = braces.arguments(count, from: name.upperBound)
        if found.arguments.count == count, let last = found.arguments.last,
          last.upperBound <= range.upperBound
        {
          append(last, of: braces, to: &result, depth: depth + 1)
        }
        index = found.arguments.isEmpty ? name.upperBound : found.end
      } else if let text = printed[word] {
        result += text.utf8
        index = name.upperBound
        if ["hskip", "kern"].contains(word) { index = endOfLength(braces, index) }
        if braces.isAt(index, 32) { index += 1 }
      } else if let scheme = links[word] {
        index = appendLink(scheme, of: braces, name.upperBound, to: &result)
      } else if word == "footnote", depth < deepest {
        let found = braces.arguments(1, from: name.upperBound)
        if let note = found.arguments.first {
          result += " (".utf8
          append(note, of: braces, to: &result, depth: depth + 1)
          result.append(UInt8(ascii: ")"))
        }
        index = found.end
      } else if word == "begin" || word == "end" {
        let found = braces.arguments(1, from: name.upperBound)
        index = found.end
        if let environment = found.arguments.first, word == "begin" {
          let count = environmentArguments[braces.text(environment)] ?? 0
          index = braces.arguments(count, from: index).end
          index = braces.option(at: index).map { $0.upperBound + 1 } ?? index
        }
        result.append(32)
      } else if isIcon(word) {
        index = braces.isAt(name.upperBound, 32) ? name.upperBound + 1 : name.upperBound
      } else {
        // Braces keep a name of letters apart from what follows.
        result += braces.bytes[index..<name.upperBound]
        index = name.upperBound
      }
    }
  }

  /// Icons of the package fontawesome: `\faGithub`.
  private static func isIcon(_ word: String) -> Bool {
    word.hasPrefix("fa") && word.dropFirst(2).first?.isUppercase == true
      || word.hasPrefix("acv") || word.hasSuffix("Symbol") || word.hasSuffix("symbol")
  }

  /// Behind a length such as `2pt plus 1pt`.
  private static func endOfLength(_ braces: LaTeXBraces, _ start: Int) -> Int {
    var index = start
    while index < braces.bytes.count,
      Sign.isDigit(braces.bytes[index]) || ".- =".utf8.contains(braces.bytes[index])
    {
      index += 1
    }
    var letters = 0
    while index < braces.bytes.count, letters < 2, Sign.isLetter(braces.bytes[index]) {
      index += 1
      letters += 1
    }
    return index
  }

  private static func appendLink(
    _ scheme: String, of braces: LaTeXBraces, _ start: Int, to result: inout [UInt8]
  ) -> Int {
    let found = braces.arguments(1, from: start)
    guard let address = found.arguments.first else { return start }
    result += "\\href{\(scheme)".utf8
    result += braces.bytes[address]
    result += "}{".utf8
    result += braces.bytes[found.options.first ?? address]
    result.append(Sign.closeBrace)
    return found.end
  }
}
