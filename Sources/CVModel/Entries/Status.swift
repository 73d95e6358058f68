/// A status as written, with the step of the lifecycle that it names.
package struct Status: Hashable, Sendable {
  package let written: String
  package let step: Lifecycle.Step
}
