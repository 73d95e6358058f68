internal import Text

/// A word-by-word diff of two texts.
package struct WordDiff: Hashable, Sendable {
  /// A run of words that is on both sides, or on one.
  package enum Segment: Hashable, Sendable {
    case same(String)
    case changed(old: String, new: String)
  }

  /// In the order of the text; joined by spaces, they give either side.
  package let segments: [Segment]

  package init(_ old: String, _ new: String) {
    let (before, after) = (Self.words(old), Self.words(new))
    let common =
      LongestCommonSubsequence(before, after).pairs
    var segments: [Segment] = []
    var same: [String] = []
    var (row, column) = (0, 0)
    func flushSame() {
      if !same.isEmpty { segments.append(.same(same.joined(separator: " "))) }
      same = []
    }
    func change(upTo oldEnd: Int, _ newEnd: Int) {
      guard row < oldEnd || column < newEnd else { return }
      flushSame()
      segments.append(
        .changed(
          old: before[row..<oldEnd].joined(separator: " "),
          new: after[column..<newEnd].joined(separator: " ")))
    }
    for pair in common {
      change(upTo: pair.old, pair.new)
      same.append(after[pair.new])
      (row, column) = (pair.old + 1, pair.new + 1)
    }
    change(upTo: before.count, after.count)
    flushSame()
    self.segments = segments
  }

  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) }
  }

  /// Whether more of the text is new than was kept, so that the two sides are better shown one
  /// after the other.
  package var isMostlyNew: Bool {
    var (kept, changed) = (0, 0)
    for segment in segments {
      switch segment {
      case .same(let text): kept += text.utf8.count
      case .changed(let old, let new): changed += max(old.utf8.count, new.utf8.count)
      }
    }
    return changed > kept
  }

  /// 2·LCS / (words of both), ignoring markup, case and punctuation: 1 for the same words, 0 for
  /// none in common.
  static func similarity(_ old: [String], _ new: [String]) -> Double {
    let total = old.count + new.count
    guard total > 0 else { return 1 }
    return 2 * Double(LongestCommonSubsequence(old, new).pairs.count) / Double(total)
  }
}

extension String {
  /// The words to compare: without markup, case and punctuation.
  var comparedWords: [String] { Inline.parse(self).plainText.foldedWords }

  /// The words to compare, as one text.
  var comparedText: String { Inline.parse(self).plainText.wordFolded }
}
