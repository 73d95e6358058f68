internal import CVModel

/// What is asked of each entry: was it private when it was last seen, and which of these fields
/// were.
struct PrivacyQuestions {
  private var questions: [EntryKey: Question] = [:]

  struct Question: Hashable {
    /// True if the entry as a whole is asked about.
    var isWhole = true
    var fields: Set<String> = []

    var isEmpty: Bool { !isWhole && fields.isEmpty }

    func subtracting(_ other: Question) -> Question {
      Question(isWhole: isWhole && !other.isWhole, fields: fields.subtracting(other.fields))
    }
  }

  var isEmpty: Bool { questions.isEmpty }
  var keys: some Sequence<EntryKey> { questions.keys }

  subscript(key: EntryKey) -> Question? {
    get { questions[key] }
    set { questions[key] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// Asks about an entry, besides what is asked about it already.
  mutating func ask(_ key: EntryKey, _ question: Question) {
    questions[key, default: Question(isWhole: false)].isWhole =
      question.isWhole || questions[key]?.isWhole ?? false
    questions[key]?.fields.formUnion(question.fields)
  }

  /// Asks about everything that a CV holds, but for the words that say what is private.
  mutating func ask(about cv: CV) {
    for entry in cv.entries.values {
      let words = cv.schema.privacy(of: entry).keys
      ask(entry.key, Question(fields: Set(entry.fields.sortedNames).subtracting(words)))
    }
  }

  mutating func formUnion(_ other: PrivacyQuestions) {
    if questions.isEmpty { return questions = other.questions }
    for (key, question) in other.questions { ask(key, question) }
  }

  func subtracting(_ other: PrivacyQuestions) -> PrivacyQuestions {
    var rest = self
    for (key, question) in questions {
      if let known = other[key] { rest[key] = question.subtracting(known) }
    }
    return rest
  }

  /// Without what a CV holds.
  func subtracting(_ cv: CV) -> PrivacyQuestions {
    var rest = self
    for (key, question) in questions {
      guard let entry = cv[key] else { continue }
      rest[key] = Question(
        isWhole: false, fields: question.fields.filter { entry[$0] == nil })
    }
    return rest
  }
}
