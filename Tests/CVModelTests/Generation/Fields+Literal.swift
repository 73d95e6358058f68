package import CVModel

/// Fields as tests write them: `["title": "A", "authors": ["B", "C"]]`.
extension Fields: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral pairs: (String, Plain)...) { self.init(pairs) }
}
