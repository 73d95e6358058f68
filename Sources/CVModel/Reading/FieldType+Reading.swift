extension FieldType {
  /// The meaning of a value as written; nil if any part of it is invalid.
  package func meaning(of value: Plain) -> Meaning? {
    var reader = ValueReader(type: self)
    let meaning = read(value, &reader)
    return reader.misreads.isEmpty ? meaning : nil
  }

  /// Everything that is invalid in a value of this type.
  package func misreads(in value: Plain) -> [Misread] {
    var reader = ValueReader(type: self)
    _ = read(value, &reader)
    return reader.misreads
  }

  private func read(_ value: Plain, _ reader: inout ValueReader) -> Meaning? {
    switch self {
    case .texts: return reader.texts(value).map(Meaning.texts)
    case .tags: return reader.tags(value).map(Meaning.tags)
    case .fieldNames: return reader.texts(value).map(Meaning.texts)
    case .people: return reader.people(value).map(Meaning.people)
    case .emails: return reader.emails(value).map(Meaning.texts)
    case .bullets: return reader.bullets(value).map(Meaning.bullets)
    case .counts: return reader.counts(value).map(Meaning.counts)
    case .links: return reader.named(value) { ValueReader.urlFault($0) }.map(Meaning.named)
    case .named: return reader.named(value) { _ in nil }.map(Meaning.named)
    case .metrics: return reader.metrics(value).map(Meaning.metrics)
    case .settings(let keys): return reader.settings(value, keys: keys).map(Meaning.named)
    case .sections: return reader.sections(value).map(Meaning.sections)
    case .definitions: return reader.definitions(value)
    case .any: return .plain(value)
    default:
      guard let text = reader.scalar(value) else { return nil }
      return readScalar(text, &reader)
    }
  }

  /// The meaning of a text, for a type that is written as one.
  private func readScalar(_ text: String, _ reader: inout ValueReader) -> Meaning? {
    switch self {
    case .text, .lines, .paragraphs: return .text(text)
    case .date: return reader.require(PartialDate(text), text).map(Meaning.date)
    case .end: return reader.require(Period.End(text), text).map(Meaning.end)
    case .status(let lifecycle): return reader.status(text, in: lifecycle)
    case .choice(let values): return reader.choice(text, among: values)
    case .score: return reader.score(text)
    case .count: return reader.require(Count(text), text).map(Meaning.count)
    case .money: return reader.require(Money(text), text).map(Meaning.money)
    case .integer: return reader.require(Int(text), text).map(Meaning.integer)
    case .identifier(let scheme): return reader.identifier(text, scheme)
    case .url: return reader.url(text)
    case .email: return reader.email(text)
    case .reference(let kind): return reader.reference(text, kind: kind)
    default: return nil
    }
  }
}
