package import Git

extension Repository {
  /// The side of a range on which a revision is: a date means a different commit on the left than
  /// on the right.
  package enum Side: Sendable {
    case left
    case right
  }

  /// The version that a text names: a git revision, a snapshot's name, a date, or a part of one
  /// snapshot's name, tried in this order. A year or a month is a date rather than a short ID.
  ///
  /// On the right of `..`, or alone, a date is the last commit up to its end; on the left, the last
  /// commit before it. `HEAD` of a repository without commits, and a date before the first one, are
  /// the empty CV.
  package func version(named text: String, _ side: Side = .right) throws(RevisionError)
    -> NamedVersion
  {
    let days = DayRange(text)
    if let days, days.isWide, try !isNamed(text) { return try version(days, side, named: text) }
    do throws(RevisionError) {
      return NamedVersion(try commitVersion(try resolve(text), named: text), name: text)
    } catch {
      switch error {
      case .unborn: return NamedVersion(.empty, name: text)
      case .unknown: break
      default: throw error
      }
      if let snapshot = try snapshot(named: text) {
        let name = SnapshotName.prefix + text
        return NamedVersion(try commitVersion(snapshot, named: name), name: name)
      }
      if let days { return try version(days, side, named: text) }
      guard let name = try snapshotName(containing: text), let id = try snapshot(named: name)
      else { throw error }
      let tag = SnapshotName.prefix + name
      return NamedVersion(try commitVersion(id, named: tag), name: tag)
    }
  }

  private func version(
    _ days: DayRange, _ side: Side, named text: String
  ) throws(RevisionError) -> NamedVersion {
    let commit =
      side == .left ? try self.commit(before: days.first) : try self.commit(upTo: days.last)
    return NamedVersion(commit.map(CVVersion.commit) ?? .empty, name: text)
  }

  private func isNamed(_ text: String) throws(RevisionError) -> Bool {
    do throws(GitError) {
      return try isReference(named: text)
    } catch {
      throw .git(error)
    }
  }

  /// The only snapshot whose name contains a text, spelled as in names of snapshots; nil if there
  /// is none.
  private func snapshotName(containing text: String) throws(RevisionError) -> String? {
    let part = SnapshotName.slug(of: text)
    guard part.count >= 3, !text.contains("/") else { return nil }
    let names: [String]
    do throws(GitError) {
      names = try tagNames().filter { $0.hasPrefix(SnapshotName.prefix) }
        .map { String($0.dropFirst(SnapshotName.prefix.count)) }.filter { $0.contains(part) }
    } catch {
      throw .git(error)
    }
    guard names.count < 2 else { throw .ambiguousName(text, candidates: names) }
    return names.first
  }

  /// The commit of the snapshot with a name; nil if there is none.
  private func snapshot(named text: String) throws(RevisionError) -> ObjectID? {
    do throws(RevisionError) {
      return try resolve("refs/tags/snapshot/\(text)")
    } catch {
      switch error {
      case .unknown: return nil
      default: throw error
      }
    }
  }

  private func commitVersion(
    _ id: ObjectID, named text: String
  ) throws(RevisionError) -> CVVersion {
    do throws(GitError) {
      let commit = try commit(id)
      return .commit(try cvCommit(ofSnapshot: commit, named: text) ?? commit)
    } catch {
      throw .git(error)
    }
  }

  /// The commit from which a snapshot was made, if the name is a snapshot's: the commit on top of
  /// it only wraps it. Nil for other names, and if a shallow clone does not contain it.
  private func cvCommit(
    ofSnapshot commit: Commit, named text: String
  ) throws(GitError) -> Commit? {
    let prefixes = ["", "tags/", "refs/tags/"].map { $0 + SnapshotName.prefix }
    guard prefixes.contains(where: text.hasPrefix), commit.parents.count == 1,
      try entry(at: SnapshotLayout.manifest, in: commit.tree) != nil
    else { return nil }
    do throws(GitError) {
      return try self.commit(commit.parents[0])
    } catch  where error.isMissing {
      return nil
    }
  }

  /// The two versions of `A..B` and `A...B`; an empty side is `HEAD`.
  ///
  /// Throws if the text is not a range, or if the sides of `A...B` have no common ancestor.
  package func versions(
    of range: RevisionExpression
  ) throws(RevisionError) -> (from: NamedVersion, to: NamedVersion) {
    switch range {
    case .single(let text):
      let version = try version(named: text)
      return (version, version)
    case .range(let from, let to):
      return (try version(named: from ?? "HEAD", .left), try version(named: to ?? "HEAD"))
    case .symmetric(let from, let to):
      let left = try version(named: from ?? "HEAD", .left)
      let right = try version(named: to ?? "HEAD")
      return (try mergeBase(left, right), right)
    }
  }

  private func mergeBase(
    _ left: NamedVersion, _ right: NamedVersion
  ) throws(RevisionError) -> NamedVersion {
    guard let one = left.version.commit, let other = right.version.commit else {
      return NamedVersion(.empty, name: left.name)
    }
    do throws(GitError) {
      if let base = try mergeBase(one.id, other.id) {
        let name = "merge base of \(left.name) and \(right.name)"
        return NamedVersion(.commit(try commit(base)), name: name)
      }
    } catch {
      throw .git(error)
    }
    throw .noMergeBase(left.name, right.name)
  }
}
