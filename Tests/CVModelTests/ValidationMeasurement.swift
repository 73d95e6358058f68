import CVModel
import Foundation
import Testing
import YAML

/// The time to read and validate: at most 30 µs per record in a release build, with all checks.
///
/// `CVGIT_MEASURE=1 swift test -c release --filter ValidationMeasurement`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CVGIT_MEASURE"] != nil))
struct ValidationMeasurement {
  @Test func `three thousand records are read and checked in time`() {
    let files = Self.files(count: 3000)
    let bytes = files.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
    let findings = CVReader(root: "cv").read(files).findings
    #expect(findings.isEmpty, "\(findings.prefix(5).map(\.described))")
    let rounds = 20
    var reading: CVReading?
    let parsed = cpuTime {
      for _ in 0..<rounds { for file in files { _ = Document(reading: file.bytes ?? []).root } }
    }
    let read = cpuTime { for _ in 0..<rounds { reading = CVReader(root: "cv").read(files) } }
    let checked = cpuTime { for _ in 0..<rounds { _ = reading?.findings.count } }
    let records = Double(files.count * rounds)
    print(
      "\(files.count) records of \(bytes / files.count) bytes, CPU time a record: YAML alone",
      "\(parsed / records) µs, read \(read / records) µs, checked \(checked / records) µs")
    #expect((read + checked) / records <= 30)
  }

  /// Microseconds of CPU time, which other programs do not affect.
  private func cpuTime(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e6
  }

  /// A CV with many records: half of them papers with six authors each out of three hundred people.
  static func files(count: Int) -> [SourceFile] {
    let document =
      "sections:\n"
      + ["experience", "presentations", "service", "software"]
      .map { "  - kind: \($0)\n" }.joined() + groups
    let own = [
      SourceFile(path: "cv/cv.yaml", text: document),
      SourceFile(path: "cv/profile.yaml", text: "name: Avik Pal\nmetrics: {citations: 550+}\n"),
    ]
    return (own + (2..<count).map(file)).sorted { $0.path < $1.path }
  }

  private static let groups = """
      - kind: publications
        intro: "{citations} citations."
        groups:
          - {heading: Papers, where: {type: [journal, conference]}}
          - {heading: Pre-prints, where: {type: [preprint, workshop]}}

    """

  private static func file(_ number: Int) -> SourceFile {
    let (kind, text) =
      switch number % 8 {
      case 0...3: ("publications", paper(number))
      case 4: ("experience", position(number))
      case 5: ("presentations", talk(number))
      case 6: ("service", service(number))
      default: ("software", program(number))
      }
    return SourceFile(path: "cv/\(kind)/entry-\(number).yaml", text: text)
  }

  private static func name(_ number: Int) -> String {
    let given = ["Ada", "Bo", "Chris", "Dana", "Eli", "Flemming", "Grace", "Hedy", "Ida", "Jun"]
    let number = number % 300
    let family = ["Pal", "Holtorf", "Larsson", "Loman", "Edelman", "Rackauckas"][number / 10 % 6]
    return "\(given[number % 10]) \(family)\(String(repeating: "son", count: number / 60))"
  }

  private static func paper(_ number: Int) -> String {
    let authors = (0..<5).map { name(number * 7 + $0 * 31) }.joined(separator: ", ")
    return """
      title: "NonlinearSolve.jl: High-Performance and Robust Solvers, Part \(number)"
      type: \(["journal", "conference", "preprint", "workshop"][number % 4])
      status: Published
      authors: [Avik Pal, \(authors)]
      date: \(1990 + number % 35)-0\(1 + number % 9)
      venue: ACM Transactions on Mathematical Software
      volume: \(number)
      pages: 1–\(number)
      doi: 10.1145/3377811.\(number)
      arxiv: 2303.\(String(number + 10000))
      repository: https://github.com/SciML/NonlinearSolve.jl
      abstract: |
        Solvers for systems of nonlinear equations, with **sparse** Jacobians and $O(n)$ memory.

        They switch the method when one fails.
      tags: [numerics, julia]

      """
  }

  private static func position(_ number: Int) -> String {
    """
    organization: Institute \(number)
    unit: Cloud TPU
    position: Student Researcher
    location: Mountain View, CA
    start: 2025-06
    end: 2025-08
    supervisors: [\(name(number)), \(name(number + 50))]
    summary: Compilers for machine learning.
    highlights:
      - "**1700 TPUs** in one run"
      - Open-sourced the compiler behind it, with its tests and its documentation
      - "Publication: A Paper about it"

    """
  }

  private static func talk(_ number: Int) -> String {
    """
    title: Accelerating Machine Learning in Julia, Part \(number)
    event: [JuliaCon Global, Enzyme Conference]
    type: invited
    date: 2025-07-24
    location: Pittsburgh, PA
    presenters: [Avik Pal, \(name(number))]
    publication: entry-\(max(8, number / 8 * 8))

    """
  }

  private static func service(_ number: Int) -> String {
    """
    organization: Conference \(number)
    role: Reviewer
    start: 2020
    end: present
    counts: {2020: 2, 2021: 4, 2022: 5, 2023: 5, 2024: 6, 2025: 3}

    """
  }

  private static func program(_ number: Int) -> String {
    """
    name: Program \(number)
    summary: Explicitly parameterized neural networks in Julia.
    technologies: [Julia, Enzyme, XLA]
    start: 2022-04
    repository: https://github.com/LuxDL/Lux.jl
    license: MIT
    stars: 1,700+
    links: {Docs: https://lux.csail.mit.edu}

    """
  }
}
