package import ArgumentParser

/// The value of an option that is one of a few words: its cases' raw values.
///
/// argument-parser's own way to list them goes through key paths, which every process would make anew.
package protocol ChoiceArgument: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension ChoiceArgument {
  package init?(argument: String) { self.init(rawValue: argument) }

  package static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  package static var allValueDescriptions: [String: String] { [:] }
}
