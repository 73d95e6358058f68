internal import CVModel

/// An edited text: as a word diff, with an arrow, or as two lines, whichever is easiest to read.
struct EditWords {
  /// The maximum length of a text for which an arrow is always clearest.
  private static let glance = 24
  /// The maximum total length of two texts on one line with an arrow between them.
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

  /// A word diff is readable if it keeps most of the shorter text, in few pieces.
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
  /// The same as ``count``, but faster for ASCII, where bytes are characters.
  fileprivate var characterCount: Int {
    utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? utf8.count : count
  }
}
