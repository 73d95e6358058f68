internal import Text

extension Kind {
  /// The type of the field that an assignment names.
  ///
  /// - Throws: an unknown field, or an operation that its type does not support.
  func type(for assignment: FieldAssignment) throws(EditRefusal) -> FieldType {
    let name = assignment.path.joined(separator: ".")
    guard let field = field(named: assignment.field) else {
      throw EditRefusal(
        lacksField(assignment.field),
        hint: self.field(meantBy: assignment.field).map { "did you mean \(quoted($0))?" }
          ?? "fields of your own begin with \"x-\"")
    }
    if let key = assignment.key, !field.type.takesKeys {
      throw EditRefusal(
        "\(quoted(assignment.field)) has no key \(quoted(key)): it is \(field.type.phrase)")
    }
    let isList = field.type == .any || field.type.isList && assignment.key == nil
    guard assignment.operation == .set || isList else {
      throw EditRefusal(
        "\(quoted(assignment.operation.rawValue)) is for lists, and \(quoted(name)) is not one",
        hint: "write \(quoted("\(name)=…"))")
    }
    return field.type
  }
}
