/// A commit's place in the graph.
struct CommitLinks {
  let id: ObjectID
  let parents: [ObjectID]
  /// The commit date, in seconds since 1970.
  let seconds: Int64
}
