import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing
import YAML

/// Compares the JSON Schemas with a real validator, from PyPI, and with `validate`.
@Suite(.enabled(if: OraclePython.programs != nil, "no JSON Schema validator could be installed"))
struct SchemaAgreementTests {
  /// Reads schemas and records as an editor does, with the types of YAML 1.2, and prints a line for
  /// each record.
  private static let program = """
    import json, sys, yaml, jsonschema, re
    class Core(yaml.SafeLoader): pass
    Core.yaml_implicit_resolvers = {}
    for tag, pattern, first in [
        ("tag:yaml.org,2002:bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
        ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", "-+0123456789"),
        ("tag:yaml.org,2002:float", r"^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+0123456789."),
        ("tag:yaml.org,2002:null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""])]:
        Core.add_implicit_resolver(tag, re.compile(pattern), list(first))
    Core.add_constructor("tag:yaml.org,2002:int", lambda l, n: int(l.construct_scalar(n)))
    def keyed(value):
        if isinstance(value, dict): return {str(k): keyed(v) for k, v in value.items()}
        return [keyed(v) for v in value] if isinstance(value, list) else value
    jobs = json.load(sys.stdin)
    checkers = {}
    for name, text in jobs["schemas"].items():
        schema = json.loads(text)
        checker = jsonschema.validators.validator_for(schema, default=None)
        assert checker is jsonschema.Draft7Validator, name
        checker.check_schema(schema)
        checkers[name] = checker(schema)
    for job in jobs["records"]:
        errors = [e.message for e in checkers[job["kind"]].iter_errors(keyed(yaml.load(job["text"], Core)))]
        print(json.dumps(errors[:1]))
    """

  struct Job: Encodable {
    var kind: String
    var text: String
  }

  private struct Jobs: Encodable {
    var schemas: [String: String]
    var records: [Job]
  }

  /// The validator's message for each record; nil if it is valid.
  static func faults(_ jobs: [Job], _ schema: Schema) throws -> [String?] {
    let programs = try #require(OraclePython.programs)
    let schemas = Dictionary(
      uniqueKeysWithValues: schema.kinds.map { ($0.name, KindSchemaRenderer().render($0)) })
    let input = try JSONEncoder().encode(Jobs(schemas: schemas, records: jobs))
    let run = try ProcessRun.run(
      programs + "/python", ["-c", program], in: "/", environment: ["PATH": "/usr/bin:/bin"],
      input: input)
    #expect(run.errors == "")
    return try run.output.split(separator: "\n").map {
      try JSONDecoder().decode([String].self, from: Data($0.utf8)).first
    }
  }

  @Test func `every complete example record is accepted`() throws {
    let reading = try ExampleRecords.reading()
    let jobs = reading.records.map {
      Job(kind: $0.entry.key.kind, text: String(decoding: $0.bytes, as: UTF8.self))
    }
    for (job, fault) in zip(jobs, try Self.faults(jobs, reading.cv.schema)) {
      #expect(fault == nil, "\(job.kind): \(job.text)")
    }
  }

  /// Errors in a field that a schema cannot detect: relations between two numbers, and check
  /// digits.
  private static let beyondSchemas = [
    "a score above its scale", "an arXiv ID with an invalid month",
  ]

  @Test func `a record with a fault in one field is rejected`() throws {
    var jobs: [(title: String, job: Job)] = []
    for table in try BrokenTable.all() {
      for one in try table.cases() {
        guard let job = Self.job(one), !Self.beyondSchemas.contains(one.title) else { continue }
        jobs.append((one.title, job))
      }
    }
    #expect(jobs.count > 50)
    let faults = try Self.faults(jobs.map(\.job), .builtIn)
    let missed = zip(jobs, faults).filter { $1 == nil }.map { "\($0.0.title):\n\($0.0.job.text)" }
    #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
  }

  /// The record of a case that has one error, in one field.
  private static func job(_ one: BrokenCase) -> Job? {
    let errors = one.findings.filter { $0.severity == .error }
    guard errors.count == 1, let finding = errors.first, !finding.message.contains("check digit"),
      !one.files.contains(where: { $0.path.hasPrefix("kinds/") }),
      let file = one.files.first(where: { $0.path == finding.path }),
      case .bytes(let bytes) = file.content, Document(reading: bytes).faults.isEmpty,
      case .record(let key) = CVReader(root: "").placement(of: file.path),
      let kind = Schema.builtIn[key.kind],
      case .success(let record) = RecordReader(schema: .builtIn).read(file, as: key)
    else { return nil }
    let isMisread = kind.fields.contains { field in
      record.entry[field.name].map { !field.type.misreads(in: $0).isEmpty } ?? false
    }
    guard isMisread || ["required", "unknown-key", "empty", "private"].contains(finding.rule) else {
      return nil
    }
    return Job(kind: key.kind, text: String(decoding: bytes, as: UTF8.self))
  }

  @Test func `a valid generated record is accepted`() throws {
    var jobs: [Job] = []
    for generated in GeneratedCase.all.prefix(Cases.count(100)) {
      var emitter = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed)))
      let files = emitter.files(of: generated.new.asRead)
      let reading = CVReader(root: "cv").read(files)
      let faulty = Set(reading.findings.filter { $0.severity == .error }.map(\.path))
      for record in reading.records
      where !faulty.contains(record.path) && Schema.builtIn[record.entry.key.kind] != nil {
        jobs.append(
          Job(kind: record.entry.key.kind, text: String(decoding: record.bytes, as: UTF8.self)))
      }
    }
    #expect(jobs.count > 50)
    let faults = try Self.faults(jobs, .builtIn)
    // "null" is a text to cvgit, but empty to an editor.
    let refused = zip(jobs, faults).compactMap { job, fault in
      fault.flatMap { $0.contains("None") ? nil : "\($0)\n\(job.text)" }
    }
    #expect(refused.isEmpty, "\(refused.count): \(refused.first ?? "")")
  }
}
