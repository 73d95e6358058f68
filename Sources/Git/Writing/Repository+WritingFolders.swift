extension Repository {
  /// Writes the folders that contain these files, links and trees, innermost first.
  ///
  /// - Parameter entries: with their full paths; an entry of mode ``EntryMode/tree`` is a folder
  ///   that already exists.
  /// - Returns: the ID of the top.
  package func write(treeOf entries: [FileEntry]) throws(GitError) -> ObjectID {
    try write(folder: entries.map { ($0.path.names[...], $0) })
  }

  private func write(
    folder entries: [(names: ArraySlice<[UInt8]>, entry: FileEntry)]
  ) throws(GitError) -> ObjectID {
    var children: [TreeEntry] = []
    for (name, inside) in Dictionary(grouping: entries, by: { $0.names.first ?? [] }) {
      if inside.count == 1, inside[0].names.count == 1 {
        let entry = inside[0].entry
        children.append(TreeEntry(name: name, mode: entry.mode, id: entry.id))
      } else {
        let id = try write(folder: inside.map { ($0.names.dropFirst(), $0.entry) })
        children.append(TreeEntry(name: name, mode: .tree, id: id))
      }
    }
    return try write(tree: children)
  }
}
