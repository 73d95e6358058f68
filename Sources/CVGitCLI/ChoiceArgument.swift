package import ArgumentParser

/// The value of an option with a fixed set of values: the raw values of its cases.
///
/// argument-parser's own listing uses key paths, which are slow to set up in every process.
package protocol ChoiceArgument: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension ChoiceArgument {
  package init?(argument: String) { self.init(rawValue: argument) }

  package static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  package static var allValueDescriptions: [String: String] { [:] }
}
