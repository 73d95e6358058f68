internal import CVModel

/// The types of `cv.yaml` and of custom kinds.
extension KindSchemaRenderer {
  private var text: JSONText { Self.text }

  /// Fields with the values that select an entry.
  private var filter: JSONText {
    [
      "type": "object",
      "additionalProperties": [
        "anyOf": [text, ["type": "array", "items": text, "minItems": 1]]
      ],
    ]
  }

  var sections: JSONText {
    let group: JSONText = [
      "type": "object",
      "properties": ["heading": text, "intro": text, "where": filter],
      "patternProperties": ["^x-": true], "additionalProperties": false,
    ]
    let limit: JSONText = [
      "type": ["integer", "string"], "minimum": 1, "pattern": "^0*[1-9]\\d*$",
    ]
    let section: JSONText = [
      "type": "object", "required": ["kind"],
      "properties": [
        "kind": text, "heading": text, "intro": text,
        "groups": ["type": "array", "items": group], "where": filter, "limit": limit, "sort": text,
        "entries": ["type": "array", "items": text], "since": text, "until": text,
      ],
      "patternProperties": ["^x-": true], "additionalProperties": false,
    ]
    return ["type": "array", "items": section, "minItems": 1]
  }

  var definitions: JSONText {
    let simple = FieldType.definableNames.filter { $0 != "choice" && $0 != "status" }
    let names = JSONText.array(FieldType.definableNames.map { .string($0) })
    let isChoice: JSONText = ["properties": ["type": ["const": "choice"]]]
    let isStatus: JSONText = ["properties": ["type": ["const": "status"]]]
    let lifecycles = JSONText.array(Lifecycle.all.map { .string($0.name) })
    let definition: JSONText = [
      "type": "object", "required": ["type"],
      "properties": [
        "type": ["enum": names],
        "required": ["enum": [true, false, "true", "false", "yes", "no"]],
        "values": ["anyOf": [text, ["type": "array", "items": text, "minItems": 1]]],
        "lifecycle": ["enum": lifecycles], "kind": text,
      ],
      "patternProperties": ["^x-": true], "additionalProperties": false,
      "allOf": [
        ["if": isChoice, "then": ["required": ["values"]]],
        ["if": isStatus, "then": ["required": ["lifecycle"]]],
      ],
    ]
    return [
      "type": "object", "minProperties": 1,
      "propertyNames": ["pattern": Pattern.whole(Pattern.id)],
      "additionalProperties": [
        "anyOf": [["enum": .array(simple.map { .string($0) })], definition]
      ],
    ]
  }
}
