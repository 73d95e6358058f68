internal import Text

/// Reads types that are written as a single text.
extension ValueReader {
  mutating func status(_ text: String, in lifecycle: Lifecycle) -> Meaning? {
    if let step = lifecycle.step(named: text) {
      return .status(Status(written: text, step: step))
    }
    if lifecycle.name == "publication", Lifecycle.folded(text) == "preprint" {
      refuse("\(quoted(text)) is not a status", hint: "write \"type: preprint\"")
      return nil
    }
    let names = lifecycle.allSteps.flatMap { [$0.label] + $0.aliases }
    refuse(
      "unknown status \(quoted(text))",
      hint: didYouMean(text, among: names)
        ?? "known: \(lifecycle.allSteps.map(\.label).joined(separator: ", "))")
    return nil
  }

  mutating func choice(_ text: String, among values: [String]) -> Meaning? {
    if values.contains(text) { return .choice(text) }
    refuse(
      "unknown value \(quoted(text))",
      hint: didYouMean(text, among: values) ?? "one of: \(values.joined(separator: ", "))")
    return nil
  }

  mutating func identifier(_ text: String, _ scheme: IdentifierScheme) -> Meaning? {
    do throws(IdentifierScheme.Fault) {
      return .identifier(try scheme.canonical(text))
    } catch {
      switch error {
      case .shape: refuseText(text)
      case .checksum:
        refuse(
          "the check digit of the \(scheme.label) \(quoted(text)) is wrong",
          hint: "compare its digits with the source")
      }
      return nil
    }
  }

  mutating func url(_ text: String) -> Meaning? {
    if let fault = Self.urlFault(text) {
      refuse(fault.message, hint: fault.hint, rule: "url")
      return nil
    }
    return .url(text)
  }

  /// A number with its scale, or a grade in words: `First Class Honours`, `87%`, `110/110 cum
  /// laude`.
  mutating func score(_ text: String) -> Meaning? {
    if let score = Score(text) { return .score(score) }
    // Numbers alone that make no score are a slip: `5.1/5.0`.
    let isGrade = text.unicodeScalars.contains { $0 == "%" || $0.properties.isAlphabetic }
    if isGrade { return .text(text) }
    refuseText(text)
    return nil
  }

  mutating func email(_ text: String) -> Meaning? {
    if Self.isEmail(text) { return .email(text) }
    refuseText(text)
    return nil
  }

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && isHost(parts[1])
      && text.unicodeScalars.allSatisfy {
        $0.value > 32 && !"<>()\",;:\\".unicodeScalars.contains($0)
      }
  }

  mutating func reference(_ text: String, kind: String?) -> Meaning? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.count, kind) {
    case (2, _) where parts.allSatisfy(EntryKey.isValidID):
      if let kind, kind != parts[0] {
        refuse(
          "expected one of the \(kind), found \(quoted(text))",
          hint: "write \"\(kind)/ID\", or only the ID")
        return nil
      }
      return .reference(EntryKey(kind: parts[0], id: parts[1]))
    case (1, let kind?) where EntryKey.isValidID(text):
      return .reference(EntryKey(kind: kind, id: text))
    default:
      refuse(
        "\(quoted(text)) is not \(type.phrase)",
        hint: text.hasSuffix(".yaml") ? "write \(quoted(String(text.dropLast(5))))" : nil)
      return nil
    }
  }

  /// What is wrong with a URL; nil if it is valid. Only `http` and `https` are allowed, since URLs
  /// become links.
  static func urlFault(_ text: String) -> (message: String, hint: String?)? {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
      let isBare = isHost(lower.split(separator: "/").first ?? "")
      return (
        "\(quoted(text)) is not an http or https address",
        isBare ? "write \(quoted("https://" + text))" : nil
      )
    }
    let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let host = parts.first ?? ""
    let hasPort = parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)
    let isClean = text.unicodeScalars.allSatisfy {
      $0.value > 32 && !$0.isUnsafeInTerminal && !"<>\"\\^`{|}".unicodeScalars.contains($0)
    }
    guard isClean, hasPort, isHost(host) || host == "localhost" else {
      return (
        "\(quoted(text)) is not a well-formed address",
        text.contains(" ") ? "write %20 for a space" : nil
      )
    }
    return nil
  }

  /// Whether it is a host name with a dot between its labels, in letters of any script.
  private static func isHost(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.unicodeScalars.allSatisfy {
            $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
          }
      }
  }

  func didYouMean(_ word: String, among candidates: [String]) -> String? {
    suggestion(for: word, among: candidates).map { "did you mean \(quoted($0))?" }
  }
}

extension EntryKey {
  /// Whether the text matches `[a-z0-9]+(-[a-z0-9]+)*`.
  package static func isValidID(_ text: String) -> Bool {
    text.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
  }
}
