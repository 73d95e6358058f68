extension Theme {
  /// The files of the built-in theme by name, as text.
  package static var builtInFiles: [String: String] {
    Dictionary(uniqueKeysWithValues: builtIn.map { ($0, $1().text) })
  }

  /// The text of a file of the built-in theme.
  static func builtInText(of file: String) -> String? {
    builtIn.first { $0.file == file }?.bytes().text
  }

  static var builtInFileNames: [String] { builtIn.map { $0.file } }

  /// Compiled in, so that the program is a single file; their names in the package begin with the
  /// theme's name. A document loads only those of its format.
  private static let builtIn: [(file: String, bytes: @Sendable () -> [UInt8])] = [
    ("cv.css", { PackageResources.classic_cv_css }),
    ("cv.html.mustache", { PackageResources.classic_cv_html_mustache }),
    ("block.html.mustache", { PackageResources.classic_block_html_mustache }),
    ("row.html.mustache", { PackageResources.classic_row_html_mustache }),
    ("people.html.mustache", { PackageResources.classic_people_html_mustache }),
    ("inline.html.mustache", { PackageResources.classic_inline_html_mustache }),
    ("math.html.mustache", { PackageResources.classic_math_html_mustache }),
    ("icon.html.mustache", { PackageResources.classic_icon_html_mustache }),
    ("cv.md.mustache", { PackageResources.classic_cv_md_mustache }),
    ("block.md.mustache", { PackageResources.classic_block_md_mustache }),
    ("row.md.mustache", { PackageResources.classic_row_md_mustache }),
    ("people.md.mustache", { PackageResources.classic_people_md_mustache }),
    ("inline.md.mustache", { PackageResources.classic_inline_md_mustache }),
    ("style.typ.mustache", { PackageResources.classic_style_typ_mustache }),
    ("cv.typ.mustache", { PackageResources.classic_cv_typ_mustache }),
    ("block.typ.mustache", { PackageResources.classic_block_typ_mustache }),
    ("row.typ.mustache", { PackageResources.classic_row_typ_mustache }),
    ("people.typ.mustache", { PackageResources.classic_people_typ_mustache }),
    ("inline.typ.mustache", { PackageResources.classic_inline_typ_mustache }),
    ("math.typ.mustache", { PackageResources.classic_math_typ_mustache }),
    ("icon.typ.mustache", { PackageResources.classic_icon_typ_mustache }),
    ("cv.tex.mustache", { PackageResources.classic_cv_tex_mustache }),
    ("style.tex.mustache", { PackageResources.classic_style_tex_mustache }),
    ("block.tex.mustache", { PackageResources.classic_block_tex_mustache }),
    ("row.tex.mustache", { PackageResources.classic_row_tex_mustache }),
    ("people.tex.mustache", { PackageResources.classic_people_tex_mustache }),
    ("inline.tex.mustache", { PackageResources.classic_inline_tex_mustache }),
  ]
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
