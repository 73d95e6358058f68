internal import Mustache

/// The values that a template can use for one thing, by name.
///
/// An unknown name is empty: unlike the engine's default, it is not looked up in the enclosing
/// views, so that an entry without an address never shows another one's.
struct TemplateView: MustacheParent {
  private var values: [String: Any] = [:]
  /// Nil for the built-in theme.
  private var budget: RenderingBudget?

  func child(named name: String) -> Any? {
    let value = values[name]
    guard let budget else { return value ?? Missing() }
    return budget.answer(name, value) ?? value ?? Missing()
  }

  /// The view, and all views inside it, with their lookups counted by a budget.
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
  /// The views with `isFirst` and `isLast`, for separators.
  var marked: [TemplateView] {
    enumerated().map { index, view in
      var view = view
      view.set("isFirst", index == 0)
      view.set("isLast", index == count - 1)
      return view
    }
  }
}
