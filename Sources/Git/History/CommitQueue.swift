/// The commits queued in a walk, newest first: a binary heap.
struct CommitQueue {
  private var heap: [CommitLinks] = []

  var isEmpty: Bool { heap.isEmpty }
  /// The newest commit.
  var first: CommitLinks? { heap.first }

  mutating func insert(_ commit: CommitLinks) {
    heap.append(commit)
    var child = heap.count - 1
    while child > 0, case let parent = (child - 1) / 2, heap[child].seconds > heap[parent].seconds {
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func popFirst() -> CommitLinks? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while case let left = 2 * parent + 1, left < heap.count {
      let right = left + 1
      let child = right < heap.count && heap[right].seconds > heap[left].seconds ? right : left
      guard heap[child].seconds > heap[parent].seconds else { break }
      heap.swapAt(parent, child)
      parent = child
    }
    return first
  }
}
