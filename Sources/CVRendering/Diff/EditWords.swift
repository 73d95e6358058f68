internal import CVModel

/// An edited text: word by word, with an arrow, or one text under the other, whichever reads best.
struct EditWords {
  /// Characters of a text that is read at a glance: an arrow shows its change best.
  private static let glance = 24
  /// Characters of two texts that still stand in one line with an arrow between them.
  private static let line = 60

  let lines: [FieldOutline.Line]

  init(_ old: String, _ new: String) {
    let diff = WordDiff(old, new)
    let lengths = (old: old.characterCount, new: new.characterCount)
    let isReadable = Self.isReadable(diff, lengths.old, lengths.new)
    if max(lengths.old, lengths.new) <= Self.glance
      || !isReadable && lengths.old + lengths.new <= Self.line
    {
      lines = [.init(symbol: nil, fragments: [.text("\(old) → \(new)")])]
    } else if isReadable {
      lines = [.init(symbol: .changed, fragments: Self.fragments(diff))]
    } else {
      lines = [
        .init(symbol: .removed, fragments: [.text(old)]),
        .init(symbol: .added, fragments: [.text(new)]),
      ]
    }
  }

  /// A word diff reads well where most of the shorter text was kept, in few pieces.
  private static func isReadable(_ diff: WordDiff, _ old: Int, _ new: Int) -> Bool {
    var (kept, pieces) = (0, 0)
    for segment in diff.segments {
      if case .same(let text) = segment { kept += text.characterCount } else { pieces += 1 }
    }
    let (shorter, longer) = (min(old, new), max(old, new))
    return 2 * kept > shorter && (pieces < 5 || 4 * kept > 3 * longer)
  }

  private static func fragments(_ diff: WordDiff) -> [FieldOutline.Fragment] {
    var fragments: [FieldOutline.Fragment] = []
    for (index, segment) in diff.segments.enumerated() {
      if index > 0 { fragments.append(.text(" ")) }
      switch segment {
      case .same(let text): fragments.append(.text(text))
      case .changed(let old, let new):
        if !old.isEmpty { fragments.append(.removed(old)) }
        if !new.isEmpty { fragments.append(.added(new)) }
      }
    }
    return fragments
  }
}

extension String {
  /// ``count``, which walks the text by its characters, told by the bytes where those are the characters.
  fileprivate var characterCount: Int {
    utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? utf8.count : count
  }
}
