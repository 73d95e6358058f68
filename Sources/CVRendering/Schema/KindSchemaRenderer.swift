package import CVModel

/// A kind as a JSON Schema (draft-07, the newest that all YAML language servers support), for
/// completion and checks in editors.
///
/// It accepts whatever `validate` accepts. What a schema cannot express is left to `validate`:
/// check digits, other records, and relations between fields. Numbers are allowed wherever text is:
/// the reader keeps what YAML takes for a number as it was written.
package struct KindSchemaRenderer {
  package init() {}

  package func render(_ kind: Kind) -> String {
    let required = kind.fields.filter { $0.isRequired && $0.alternatives.isEmpty }
      .map { JSONText.string($0.name) }
    let alternatives = kind.fields.filter { $0.isRequired && !$0.alternatives.isEmpty }
      .map { field -> JSONText in
        let names = [field.name] + field.alternatives
        return ["anyOf": .array(names.map { ["required": Self.names([$0])] })]
      }
    var members: [JSONText.Member] = [
      .init(key: "$schema", value: "http://json-schema.org/draft-07/schema#"),
      .init(key: "title", value: .string(kind.singular)),
      .init(key: "type", value: "object"),
    ]
    if !required.isEmpty { members.append(.init(key: "required", value: .array(required))) }
    if !alternatives.isEmpty { members.append(.init(key: "allOf", value: .array(alternatives))) }
    members += [
      .init(
        key: "properties",
        value: .object(kind.fields.map { .init(key: $0.name, value: property($0, kind)) })),
      .init(key: "patternProperties", value: ["^x-": true]),
      .init(key: "additionalProperties", value: false),
    ]
    return JSONText.object(members).text() + "\n"
  }

  private func property(_ field: Field, _ kind: Kind) -> JSONText {
    let schema = field == Field("private", .fieldNames) ? privateFields(kind) : schema(field.type)
    guard case .object(let members) = schema else { return schema }
    return .object([.init(key: "description", value: .string(field.type.phrase))] + members)
  }

  /// `private` may only name fields that the kind has, or custom ones.
  private func privateFields(_ kind: Kind) -> JSONText {
    let name: JSONText = [
      "anyOf": [["enum": .array(kind.fields.map { .string($0.name) })], ["pattern": "^x-"]],
      "type": "string",
    ]
    return ["anyOf": [name, list(name)]]
  }

  // MARK: Types

  private func schema(_ type: FieldType) -> JSONText {
    switch type {
    case .text, .lines, .paragraphs: Self.text
    case .bullets: bullets
    case .emails:
      ["anyOf": [schema(.email), list(schema(.email))]]
    case .texts, .fieldNames: ["anyOf": [Self.text, list(Self.text)]]
    case .tags:
      ["anyOf": [pattern("\\S+"), list(pattern("\\S+"))]]
    case .date: date(Pattern.dates)
    case .end: date(Pattern.dates + ["present", "unknown"].map(Pattern.word) + ["\\?"])
    case .status(let lifecycle): status(lifecycle)
    case .choice(let values): ["enum": .array(values.map { .string($0) })]
    case .people: people
    case .score: pattern(Pattern.score + [".*[A-Za-z%].*"])
    case .count: pattern(Pattern.count)
    case .counts: keyed(pattern("\\d{1,9}"), keys: "^(?!0000)\\d{4}$")
    case .money: ["type": "string", "pattern": Pattern.whole("\(Pattern.decimal) +[A-Z]{3}")]
    case .identifier(let scheme): identifier(scheme)
    case .url: ["type": "string", "pattern": Pattern.whole(Pattern.url)]
    case .email: ["type": "string", "pattern": Pattern.whole(Pattern.email)]
    case .links: keyed(["type": "string", "pattern": Pattern.whole(Pattern.url)])
    case .reference(let kind):
      pattern(kind.map { "(\($0)/)?\(Pattern.id)" } ?? "\(Pattern.id)/\(Pattern.id)")
    case .integer: ["type": ["string", "integer"], "pattern": Pattern.whole("[+-]?\\d+")]
    case .named: keyed(Self.text)
    case .metrics: keyed(pattern(Pattern.count))
    case .settings(let keys): object(keys.map { ($0, Self.setting($0)) })
    case .sections: sections
    case .definitions: definitions
    case .any: true
    }
  }

  private static func setting(_ key: String) -> JSONText {
    guard key == "winter" else { return text }
    return ["type": "string", "pattern": Pattern.whole(["January", "December"].map(Pattern.word))]
  }

  /// Texts, of which each may have a list of others under it.
  private var bullets: JSONText {
    let nested: JSONText = [
      "type": "object", "minProperties": 1, "maxProperties": 1,
      "additionalProperties": list(Self.text),
    ]
    return ["anyOf": [Self.text, list(["anyOf": [Self.text, nested]])]]
  }

  /// Any text that is not empty, and what YAML takes for something else.
  static let text: JSONText = ["type": ["string", "number", "boolean"], "pattern": "\\S"]

  /// A text that matches one of these patterns. JSON Schema applies patterns to strings only, so a
  /// number passes.
  private func pattern(_ choices: String...) -> JSONText { pattern(choices) }

  private func pattern(_ choices: [String]) -> JSONText {
    ["type": ["string", "number"], "minimum": 0, "pattern": Pattern.whole(choices)]
  }

  /// A date. YAML reads a year as a number.
  private func date(_ choices: [String]) -> JSONText {
    [
      "type": ["string", "integer"], "minimum": 1000, "maximum": 9999,
      "pattern": Pattern.whole(choices),
    ]
  }

  /// An identifier. If YAML may read it as a number, checks it as far as a schema can.
  private func identifier(_ scheme: IdentifierScheme) -> JSONText {
    let text: JSONText = ["type": "string", "pattern": Pattern.whole(Pattern.identifier(scheme))]
    return switch scheme {
    case .doi, .orcid: text
    case .arxiv: ["anyOf": [text, ["type": "number", "minimum": 1, "maximum": 9913]]]
    case .isbn:
      [
        "anyOf": [
          text, ["type": "integer", "minimum": 0, "maximum": 9_999_999_999],
          ["type": "integer", "minimum": 9_780_000_000_000, "maximum": 9_799_999_999_999],
        ]
      ]
    case .issn: ["anyOf": [text, ["type": "integer", "minimum": 0, "maximum": 99_999_999]]]
    case .pmid: ["anyOf": [text, ["type": "integer", "minimum": 0, "maximum": 999_999_999]]]
    }
  }

  private func list(_ item: JSONText) -> JSONText {
    ["type": "array", "items": item, "minItems": 1]
  }

  private func keyed(_ value: JSONText, keys: String? = nil) -> JSONText {
    guard let keys else {
      return ["type": "object", "minProperties": 1, "additionalProperties": value]
    }
    return [
      "type": "object", "minProperties": 1,
      "patternProperties": .object([.init(key: keys, value: value)]),
      "additionalProperties": false,
    ]
  }

  /// - Parameter oneOf: keys of which a value has those, and none of the others, of exactly one
  ///   alternative.
  private func object(
    _ properties: [(String, JSONText)], required: [String] = [],
    oneOf: [(present: [String], absent: [String])] = []
  ) -> JSONText {
    var members: [JSONText.Member] = [.init(key: "type", value: "object")]
    if !required.isEmpty {
      members.append(.init(key: "required", value: Self.names(required)))
    }
    if !oneOf.isEmpty {
      let choices = oneOf.map { present, absent -> JSONText in
        [
          "required": Self.names(present),
          "not": ["anyOf": .array(absent.map { ["required": Self.names([$0])] })],
        ]
      }
      members.append(.init(key: "oneOf", value: .array(choices)))
    }
    members += [
      .init(key: "properties", value: .object(properties.map { .init(key: $0.0, value: $0.1) })),
      .init(key: "patternProperties", value: ["^x-": true]),
      .init(key: "additionalProperties", value: false),
    ]
    return .object(members)
  }

  private static func names(_ keys: [String]) -> JSONText { .array(keys.map { .string($0) }) }

  /// The labels for completion, and every other spelling.
  private func status(_ lifecycle: Lifecycle) -> JSONText {
    let names = lifecycle.allSteps.flatMap { [$0.label] + $0.aliases }
    return [
      "anyOf": [
        ["enum": .array(lifecycle.allSteps.map { .string($0.label) })],
        ["type": "string", "pattern": Pattern.whole(names.map(Pattern.status))],
      ]
    ]
  }

  private var people: JSONText {
    let flag: JSONText = [
      "anyOf": [
        ["type": "boolean"],
        [
          "type": "string",
          "pattern": Pattern.whole(["true", "false", "yes", "no"].map(Pattern.word)),
        ],
      ]
    ]
    let name: JSONText = ["type": ["string", "number"], "pattern": .string(Pattern.oneName)]
    let lone: JSONText = ["not": ["type": "string", "pattern": .string(Pattern.twoFullNames)]]
    let person = object(
      [
        ("name", Self.text), ("given", Self.text), ("family", Self.text), ("suffix", Self.text),
        ("group", Self.text), ("equal", flag), ("corresponding", flag), ("role", Self.text),
        ("note", Self.text),
      ],
      oneOf: [
        (["name"], ["given", "family", "suffix", "group"]),
        (["family"], ["name", "group"]), (["group"], ["name", "given", "family", "suffix"]),
      ])
    return [
      "anyOf": [
        ["allOf": [name, lone]],
        [
          "type": "array", "items": ["anyOf": [name, person]], "minItems": 1,
          "if": ["maxItems": 1], "then": ["items": lone],
        ],
      ]
    ]
  }
}
