/// A status as written, with its step in the lifecycle.
package struct Status: Hashable, Sendable {
  package let written: String
  package let step: Lifecycle.Step
}
