internal import Mustache

/// What a template sees of one thing: values by name.
///
/// A name that it does not have is empty: unlike the engine's own rule, nothing is looked up in what stands around, so
/// that an entry without an address never takes its neighbour's.
struct TemplateView: MustacheParent {
  private var values: [String: Any] = [:]
  /// Nil for the built-in theme.
  private var budget: RenderingBudget?

  func child(named name: String) -> Any? {
    let value = values[name]
    guard let budget else { return value ?? Missing() }
    return budget.answer(name, value) ?? value ?? Missing()
  }

  /// The same view, and all that are in it, counted by a budget.
  func counted(by budget: RenderingBudget) -> TemplateView {
    var view = self
    view.budget = budget
    view.values = values.mapValues { value in
      switch value {
      case let view as TemplateView: view.counted(by: budget)
      case let views as [TemplateView]: views.map { $0.counted(by: budget) }
      default: value
      }
    }
    return view
  }

  mutating func set(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { values[name] = value }
  }

  mutating func set(_ name: String, _ value: [TemplateView]) {
    if !value.isEmpty { values[name] = value }
  }

  mutating func set(_ name: String, _ value: Bool) {
    if value { values[name] = true }
  }

  private struct Missing: MustacheCustomRepresentation {
    var representation: Any? { nil }
  }
}

extension [TemplateView] {
  /// With `isFirst` and `isLast`, for what stands between.
  var marked: [TemplateView] {
    enumerated().map { index, view in
      var view = view
      view.set("isFirst", index == 0)
      view.set("isLast", index == count - 1)
      return view
    }
  }
}
