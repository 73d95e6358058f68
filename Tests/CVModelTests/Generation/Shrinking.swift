import CVModel
import Testing

/// Checks a law for every generated case; the first failure is shrunk and printed.
func expectLaw(_ name: String, _ holds: (GeneratedCase) throws -> Bool) {
  for generated in GeneratedCase.all where !fulfils(generated, holds) {
    let small = generated.shrunk { !fulfils($0, holds) }
    Issue.record("\(name) fails for seed \(generated.seed):\n\(small)")
    return
  }
}

private func fulfils(
  _ generated: GeneratedCase, _ holds: (GeneratedCase) throws -> Bool
) -> Bool {
  (try? holds(generated)) ?? false
}

extension GeneratedCase: CustomStringConvertible {
  /// The case without anything that is not needed to fail: records, then fields, then edits.
  func shrunk(_ fails: (GeneratedCase) -> Bool) -> GeneratedCase {
    var result = self
    func attempt(_ change: (inout GeneratedCase) -> Void) {
      var smaller = result
      change(&smaller)
      if fails(smaller) { result = smaller }
    }
    for key in Set(old.entries.keys).union(new.entries.keys).sorted() {
      attempt { ($0.old[key], $0.new[key]) = (nil, nil) }
      attempt { $0.old[key] = nil }
      attempt { $0.new[key] = nil }
    }
    for key in Set(result.old.entries.keys).union(result.new.entries.keys).sorted() {
      let names =
        (result.old[key]?.fields.sortedNames ?? []) + (result.new[key]?.fields.sortedNames ?? [])
      for name in Set(names).sorted() {
        attempt {
          $0.old[key]?[name] = nil
          $0.new[key]?[name] = nil
        }
        attempt { smaller in smaller.new[key]?[name] = smaller.old[key]?[name] }
      }
    }
    return result
  }

  var description: String { "old\n\(Self.text(old))new\n\(Self.text(new))" }

  private static func text(_ cv: CV) -> String {
    cv.entries.values.sorted { $0.key < $1.key }.map { entry in
      "  \(entry.key)\n" + entry.fields.map { "    \($0): \($1.flowText)\n" }.joined()
    }.joined()
  }
}

extension Plain {
  /// The value as YAML on one line.
  var flowText: String {
    switch self {
    case .scalar(let text): text.debugDescription
    case .list(let items): "[\(items.map(\.flowText).joined(separator: ", "))]"
    case .map(let pairs):
      "{\(pairs.sorted { $0.key < $1.key }.map { "\($0): \($1.flowText)" }.joined(separator: ", "))}"
    }
  }
}
