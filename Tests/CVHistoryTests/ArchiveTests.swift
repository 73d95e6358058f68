import CVHistory
import Fixtures
import Foundation
import Git
import Testing

@Suite struct ArchiveTests {
  private static let moment = Moment(seconds: 1_763_640_127, offsetMinutes: 330)
  private static let longName = "attached/" + String(repeating: "folder/", count: 20) + "end.txt"
  private static let longestName = String(repeating: "n", count: 140) + ".txt"

  private static let files = [
    ArchiveFile(path: "rendered/cv.md", content: Array("# Ada\n".utf8)),
    ArchiveFile(path: "rendered/Übersicht – 履歴.txt", content: Array("ü".utf8)),
    ArchiveFile(path: longName, content: [UInt8](repeating: 7, count: 1024)),
    ArchiveFile(path: longestName, content: [UInt8](repeating: 255, count: 513)),
    ArchiveFile(path: "empty", content: []),
    ArchiveFile(path: "run.sh", content: Array("#!/bin/sh\n".utf8), isExecutable: true),
    ArchiveFile(path: "big.bin", content: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * 7) }),
  ]

  @Test(arguments: ArchiveFormat.allCases)
  func `the order of files makes no difference`(_ format: ArchiveFormat) {
    let archive = format.archive(Self.files, at: Self.moment)
    #expect(archive == format.archive(Self.files.reversed(), at: Self.moment))
    #expect(archive == format.archive(Self.files + Self.files, at: Self.moment))
    let elsewhere = Moment(seconds: Self.moment.seconds, offsetMinutes: 0)
    #expect(archive == format.archive(Self.files, at: elsewhere))
  }

  @Test func `the bytes are the same on every machine`() {
    let small = [ArchiveFile(path: "a.txt", content: Array("a".utf8))]
    let digests = ArchiveFormat.allCases.map {
      SHA256Digest(of: $0.archive(small, at: Self.moment)).description
    }
    #expect(
      digests == [
        "a9641e7d22b62c95478a95db885538a9801e6810151c96637e9f2e3454b60e11",
        "591cf528b98f1963cd0be3bdd3797bfa931304c5e69a88907c72190523fe11e0",
      ])
  }

  @Test(arguments: ["unzip", "tar"])
  func `other programs extract the archives`(_ program: String) throws {
    let folder = try TemporaryFolder()
    let format: ArchiveFormat = program == "tar" ? .tar : .zip
    try Data(format.archive(Self.files, at: Self.moment)).write(to: folder.url("archive"))
    try FileManager.default.createDirectory(
      at: folder.url("out"), withIntermediateDirectories: false)
    let arguments =
      program == "tar" ? ["xf", "archive", "-C", "out"] : ["-q", "archive", "-d", "out"]
    let run = try ProcessRun.run(
      program, arguments, in: folder.path,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    for file in Self.files {
      let path = folder.path + "/out/" + file.path
      #expect(FileManager.default.contents(atPath: path) == Data(file.content), "\(file.path)")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let mode = (attributes[.posixPermissions] as? Int) ?? 0
      #expect(mode & 0o755 == (file.isExecutable ? 0o755 : 0o644) & mode)
      let seconds = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970
      // zip only has even seconds.
      #expect(seconds == Double(format == .zip ? Self.moment.seconds - 1 : Self.moment.seconds))
    }
  }

  @Test func `Python reads names, modes, owners and times`() throws {
    let folder = try TemporaryFolder()
    for format in ArchiveFormat.allCases {
      try Data(format.archive(Self.files, at: Self.moment))
        .write(to: folder.url("archive." + format.rawValue))
    }
    let script = """
      import tarfile, zipfile
      with zipfile.ZipFile('archive.zip') as zip:
          assert zip.testzip() is None
          for i in zip.infolist():
              assert i.compress_type == 0 and i.flag_bits == 0x800 and i.create_system == 3
              print('zip', i.filename, oct(i.external_attr >> 16), i.file_size, i.date_time)
      with tarfile.open('archive.tar') as tar:
          for i in tar.getmembers():
              assert (i.uid, i.gid, i.uname, i.gname) == (0, 0, '', '') and i.isfile()
              print('tar', i.name, oct(i.mode), i.size, i.mtime)
      """
    let run = try ProcessRun.run(
      "/usr/bin/env", ["python3", "-c", script], in: folder.path,
      environment: ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 })
    #expect(run.status == 0, "\(run.errors)")
    let sorted = Self.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let lines =
      sorted.map {
        let mode = $0.isExecutable ? "755" : "644"
        return "zip \($0.path) 0o100\(mode) \($0.content.count) (2025, 11, 20, 12, 2, 6)\n"
      }
      + sorted.map {
        let mode = $0.isExecutable ? "755" : "644"
        return "tar \($0.path) 0o\(mode) \($0.content.count) \(Self.moment.seconds)\n"
      }
    #expect(run.output == lines.joined())
  }

  @Test(arguments: [
    ("/etc/passwd", "etc/passwd"), ("../../x", "x"), ("a/../b", "a/b"), ("./a//b/", "a/b"),
    ("C:\\Windows\\x", "C__Windows_x"), ("a\u{1B}[31m\n", "a_[31m_"), ("..", "_"), ("", "_"),
    ("...", "..."), ("a/…/ü", "a/…/ü"),
  ])
  func `a name cannot lead elsewhere`(_ path: String, _ safe: String) {
    #expect(ArchiveFile(path: path, content: []).path == safe)
  }

  @Test func `a file's extension sets its format`() {
    #expect(
      ArchiveFormat(fileName: "a/sent.ZIP") == .zip && ArchiveFormat(fileName: "x.tar") == .tar)
    #expect(ArchiveFormat(fileName: "x.tar.gz") == nil && ArchiveFormat(fileName: "zip") == nil)
  }

  @Test func `times outside zip's range are clamped`() throws {
    for seconds in [0, -1, 1 << 40] as [Int64] {
      let moment = Moment(seconds: seconds, offsetMinutes: 0)
      #expect(!ArchiveFormat.zip.archive(Self.files, at: moment).isEmpty)
      #expect(!ArchiveFormat.tar.archive(Self.files, at: moment).isEmpty)
    }
  }
}
