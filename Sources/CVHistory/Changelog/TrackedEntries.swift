internal import CVModel
internal import Git

/// The changes being followed, by the current key of their entry in the walk.
struct TrackedEntries {
  private var tracks: [EntryTrack] = []
  private var placesByKey: [EntryKey: Set<Int>] = [:]
  private var liveCount = 0

  subscript(place: Int) -> EntryTrack { tracks[place] }

  /// Whether older commits can add anything.
  var areLive: Bool { liveCount > 0 }

  /// Starts to follow a change, and returns its index.
  mutating func add(_ track: EntryTrack) -> Int {
    tracks.append(track)
    placesByKey[track.key, default: []].insert(tracks.count - 1)
    liveCount += 1
    return tracks.count - 1
  }

  /// The tracks of an entry to which a change of its file may add something.
  mutating func asking(
    for key: EntryKey, _ change: TreeChange, _ occasion: Occasion
  ) -> [Int] {
    placesByKey[key]?.filter { tracks[$0].wants(change, occasion) } ?? []
  }

  /// Sets the commit that made an entry public whose file was unreadable or private before.
  mutating func show(_ place: Int, _ occasion: Occasion) { tracks[place].began(occasion) }

  mutating func follow(_ step: StepDiff, _ places: [Int]) {
    let changes = StepChanges(step)
    for place in places where tracks[place].isLive { update(place) { $0.follow(changes) } }
  }

  mutating func endRelease(_ places: [Int], _ last: Occasion) {
    for place in places { update(place) { $0.endRelease(last) } }
  }

  private mutating func update(_ place: Int, _ change: (inout EntryTrack) -> Void) {
    let before = tracks[place].key
    let wasLive = tracks[place].isLive
    change(&tracks[place])
    let track = tracks[place]
    guard track.key != before || track.isLive != wasLive else { return }
    placesByKey[before]?.remove(place)
    if track.isLive { placesByKey[track.key, default: []].insert(place) }
    if wasLive, !track.isLive { liveCount -= 1 }
  }
}
