package import CVModel
internal import Text

/// What a person may write: the kinds, and the fields of one with what they take.
package struct FieldsTextRenderer {
  private let width: Int

  package init(width: Int) { self.width = width }

  package func kinds(_ schema: Schema) -> String {
    table(schema.kinds.map { ($0.name, $0.heading) })
  }

  package func fields(_ kind: Kind) -> String {
    table(
      kind.fields.map { field in
        (field.name + (field.isRequired ? " *" : ""), field.type.explanation)
      })
  }

  private func table(_ rows: [(name: String, words: String)]) -> String {
    var page = TextPage(width: width, isColored: false)
    let widest = rows.map { displayWidth(of: $0.name) }.max() ?? 0
    for row in rows {
      page.write(
        StyledText(row.name.padded(to: widest) + "  " + row.words), hanging: widest + 2)
    }
    return page.text
  }
}
