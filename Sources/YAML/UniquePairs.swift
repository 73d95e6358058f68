/// Pairs in order, keeping the first of each key.
struct UniquePairs {
  private(set) var all: [Pair] = []
  /// The index of each key, built once there are too many pairs for a linear search.
  private var indices: [String: Int] = [:]

  private static let fewPairs = 24

  init() {
    all.reserveCapacity(8)
  }

  /// Adds a pair. If its key already exists, returns the existing pair instead.
  mutating func append(_ pair: Pair) -> Pair? {
    if let index = index(of: pair.key) { return all[index] }
    all.append(pair)
    if all.count == Self.fewPairs {
      for (index, pair) in all.enumerated() { indices[pair.key] = index }
    } else if all.count > Self.fewPairs {
      indices[pair.key] = all.count - 1
    }
    return nil
  }

  /// Adds a pair whose key already exists.
  mutating func appendRepeated(_ pair: Pair) {
    all.append(pair)
    // The linear search ends here if there are many pairs now.
    if all.count == Self.fewPairs {
      for (index, pair) in all.enumerated() where indices[pair.key] == nil {
        indices[pair.key] = index
      }
    }
  }

  private func index(of key: String) -> Int? {
    all.count < Self.fewPairs ? all.firstIndex { $0.key == key } : indices[key]
  }
}
