import Fixtures
import Foundation
import Testing

/// A kind of repository for comparing git and cvgit.
struct RepositoryRow: Sendable, CustomTestStringConvertible {
  let name: String
  /// Builds it in an empty repository, and returns where to run the comparison.
  let build: @Sendable (inout ScratchRepository) throws -> Stand

  var testDescription: String { name }

  /// A folder, relative to the scratch repository, and additional environment variables for git.
  struct Stand {
    var folder = ""
    var variables: [String: String] = [:]
  }

  init(_ name: String, _ build: @escaping @Sendable (inout ScratchRepository) throws -> Stand) {
    self.name = name
    self.build = build
  }

  /// A row that is compared at the top of the repository.
  init(plain name: String, _ build: @escaping @Sendable (inout ScratchRepository) throws -> Void) {
    self.init(name) { scratch in
      try build(&scratch)
      return Stand()
    }
  }

  static let all = places + indexes + histories + objects + settings + files + refusals
}

extension ScratchRepository {
  /// Three commits, a tag on each, and a branch beside the newest.
  mutating func fill() throws {
    for number in 1...3 {
      try write("cv/publications/p\(number).yaml", "title: Paper \(number)\n")
      try write("other/\(number).txt", "\(number)\n")
      try commit("commit \(number)")
      try git("tag", "v\(number)")
    }
    try git("branch", "side", "HEAD~1")
  }
}

extension RepositoryRow {
  private static let places: [RepositoryRow] = [
    RepositoryRow(plain: "a plain repository") { try $0.fill() },
    RepositoryRow(plain: "no commit") { try $0.write("cv/a.yaml", "a\n") },
    RepositoryRow(plain: "no commit, and a staged file") {
      try $0.write("cv/a.yaml", "a\n")
      try $0.git("add", ".")
    },
    RepositoryRow(plain: "a detached head") {
      try $0.fill()
      try $0.git("checkout", "--quiet", "HEAD~1")
    },
    RepositoryRow("a folder inside") {
      try $0.fill()
      return Stand(folder: "cv/publications")
    },
    RepositoryRow("a linked work tree") {
      try $0.fill()
      try $0.git("worktree", "add", "--quiet", "../linked", "side")
      try $0.write("../linked/cv/new.yaml", "new\n")
      return Stand(folder: "../linked")
    },
    RepositoryRow("a linked work tree with settings of its own") {
      try $0.fill()
      try $0.git("worktree", "add", "--quiet", "../linked", "side")
      try $0.git("config", "extensions.worktreeConfig", "true")
      try $0.git("-C", "../linked", "config", "--worktree", "cvgit.root", "other")
      return Stand(folder: "../linked")
    },
    RepositoryRow("a bare repository") {
      try $0.fill()
      try $0.git("clone", "--quiet", "--bare", ".", "../bare.git")
      return Stand(folder: "../bare.git")
    },
    RepositoryRow("a bare repository that GIT_DIR names") {
      try $0.fill()
      try $0.git("clone", "--quiet", "--bare", ".", "../bare.git")
      return Stand(folder: "../bare.git", variables: ["GIT_DIR": "."])
    },
    RepositoryRow("a bare repository, and a work tree that is named") {
      try $0.fill()
      try $0.git("clone", "--quiet", "--bare", ".", "../bare.git")
      return Stand(variables: ["GIT_DIR": "../bare.git", "GIT_WORK_TREE": "."])
    },
    RepositoryRow(plain: "a .git file") {
      try $0.fill()
      try $0.git("init", "--quiet", "--separate-git-dir=../elsewhere")
    },
    RepositoryRow("GIT_DIR alone") {
      try $0.fill()
      return Stand(folder: "cv", variables: ["GIT_DIR": "../.git"])
    },
    RepositoryRow("GIT_DIR and GIT_WORK_TREE") {
      try $0.fill()
      try $0.write("../place/cv/publications/p1.yaml", "title: Paper 1\n")
      return Stand(
        folder: "../place", variables: ["GIT_DIR": "../repository/.git", "GIT_WORK_TREE": "."])
    },
    RepositoryRow("GIT_WORK_TREE alone") {
      try $0.fill()
      return Stand(variables: ["GIT_WORK_TREE": "cv"])
    },
    RepositoryRow(plain: "core.worktree") {
      try $0.fill()
      try $0.git("config", "core.worktree", "../cv")
    },
    RepositoryRow(plain: "a submodule") {
      try $0.fill()
      try $0.addSubmodule("module")
      try $0.commit("module")
    },
    RepositoryRow("inside of a submodule") {
      try $0.fill()
      try $0.addSubmodule("module")
      try $0.commit("module")
      return Stand(folder: "module")
    },
    RepositoryRow(plain: "another repository among the files") {
      try $0.fill()
      try $0.git("init", "--quiet", "cv/nested")
      try $0.git(
        "-C", "cv/nested", "commit", "--quiet", "--allow-empty", "--message", "inside")
      try $0.write("cv/nested/inside.yaml", "a\n")
    },
    RepositoryRow(plain: "a folder for hooks") {
      try $0.fill()
      try $0.git("config", "core.hooksPath", ".husky")
    },
    RepositoryRow("a folder for hooks, from a folder inside") {
      try $0.fill()
      try $0.git("config", "core.hooksPath", "../husky")
      return Stand(folder: "cv")
    },
  ]

  private static let indexes: [RepositoryRow] = [
    RepositoryRow(plain: "a sparse checkout") {
      try $0.fill()
      try $0.git("sparse-checkout", "set", "--no-cone", "/*", "!/cv/publications/p1.yaml")
    },
    RepositoryRow(plain: "a sparse checkout of whole folders") {
      try $0.fill()
      try $0.git("sparse-checkout", "set", "--cone", "other")
    },
    RepositoryRow(plain: "a sparse index") {
      try $0.fill()
      try $0.git("sparse-checkout", "set", "--cone", "--sparse-index", "cv")
    },
    RepositoryRow(plain: "a split index") {
      try $0.fill()
      try $0.git("update-index", "--split-index")
      try $0.write("cv/new.yaml", "new\n")
      try $0.git("add", ".")
    },
    RepositoryRow(plain: "an index without a hash") {
      try $0.fill()
      let file = URL(fileURLWithPath: $0.path + "/.git/index")
      let bytes = try Data(contentsOf: file)
      try (bytes.dropLast(20) + Data(count: 20)).write(to: file)
    },
    RepositoryRow(plain: "an index of version 4") {
      try $0.fill()
      try $0.git("update-index", "--index-version", "4")
    },
    RepositoryRow(plain: "an announced file") {
      try $0.fill()
      try $0.write("cv/new.yaml", "new\n")
      try $0.git("add", "--intent-to-add", "cv/new.yaml")
      try $0.write("cv/empty.yaml", "")
      try $0.git("add", "cv/empty.yaml")
    },
    RepositoryRow(plain: "a conflict") {
      try $0.fill()
      try $0.write("cv/publications/p1.yaml", "title: Ours\n")
      try $0.commit("ours")
      try $0.git("checkout", "--quiet", "side")
      try $0.write("cv/publications/p1.yaml", "title: Theirs\n")
      try $0.commit("theirs")
      let merge = try ProcessRun.run(
        "git", ["merge", "--quiet", "main"], in: $0.path, environment: $0.environment)
      if merge.status == 0 { throw GitFailure(arguments: ["merge"], run: merge) }
    },
    RepositoryRow("another index") {
      try $0.fill()
      let variables = ["GIT_INDEX_FILE": "other-index"]
      try $0.git("read-tree", "HEAD~1", with: variables)
      return Stand(variables: variables)
    },
    RepositoryRow(plain: "a file whose changes are not looked for") {
      try $0.fill()
      try $0.git("update-index", "--assume-unchanged", "cv/publications/p1.yaml")
      try $0.write("cv/publications/p1.yaml", "title: Not looked for\n")
    },
    RepositoryRow(plain: "removed, renamed, changed and new files") {
      try $0.fill()
      try $0.git("mv", "cv/publications/p1.yaml", "cv/publications/moved.yaml")
      try $0.git("rm", "--quiet", "--cached", "cv/publications/p2.yaml")
      try $0.remove("cv/publications/p3.yaml")
      try $0.write("other/1.txt", "staged\n")
      try $0.git("add", "other/1.txt")
      try $0.write("other/1.txt", "not staged\n")
      try $0.write("cv/new.yaml", "new\n")
    },
  ]

  private static let histories: [RepositoryRow] = [
    RepositoryRow(plain: "criss-cross merges") {
      try $0.fill()
      try $0.git("checkout", "--quiet", "side")
      try $0.write("side.txt", "side\n")
      let side = try $0.commit("side")
      try $0.git("checkout", "--quiet", "main")
      let main = try $0.git("rev-parse", "HEAD")
      try $0.git("merge", "--quiet", "--no-ff", "--no-edit", side)
      try $0.git("checkout", "--quiet", "side")
      try $0.git("merge", "--quiet", "--no-ff", "--no-edit", main)
      try $0.git("checkout", "--quiet", "main")
    },
    RepositoryRow(plain: "a history without a common ancestor") {
      try $0.fill()
      let tree = try $0.git("rev-parse", "HEAD^{tree}")
      let orphan = try $0.git("commit-tree", tree, "-m", "orphan")
      try $0.git("update-ref", "refs/heads/side", orphan)
    },
    RepositoryRow(plain: "an octopus") {
      try $0.fill()
      let tree = try $0.git("rev-parse", "HEAD^{tree}")
      let merge = try $0.git(
        "commit-tree", tree, "-p", "HEAD", "-p", "side", "-p", "HEAD~2", "-m", "three")
      try $0.git("reset", "--quiet", "--hard", merge)
    },
    RepositoryRow("a shallow clone") {
      try $0.fill()
      try $0.git("clone", "--quiet", "--depth=2", "file://\($0.path)", "../clone")
      return Stand(folder: "../clone")
    },
    RepositoryRow("a clone without tags") {
      try $0.fill()
      try $0.git("clone", "--quiet", "--no-tags", "file://\($0.path)", "../clone")
      return Stand(folder: "../clone")
    },
    RepositoryRow(plain: "reflogs") {
      try $0.fill()
      try $0.git("checkout", "--quiet", "side")
      try $0.git("checkout", "--quiet", "main")
      try $0.git("reset", "--quiet", "--hard", "HEAD~1")
    },
    RepositoryRow("an upstream branch") {
      try $0.fill()
      try $0.git("clone", "--quiet", "file://\($0.path)", "../clone")
      try $0.write("../clone/cv/new.yaml", "new\n")
      try $0.git("-C", "../clone", "add", ".")
      try $0.git("-C", "../clone", "commit", "--quiet", "--message", "ahead")
      return Stand(folder: "../clone")
    },
    RepositoryRow(plain: "annotated and nested tags") {
      try $0.fill()
      try $0.git("tag", "--annotate", "annotated", "--message", "one\n\nmore")
      try $0.git("tag", "--annotate", "nested", "--message", "two", "annotated")
      try $0.git("tag", "of-a-tree", "HEAD^{tree}")
    },
    RepositoryRow(plain: "packed references and objects") {
      try $0.fill()
      try $0.git("gc", "--quiet")
    },
    RepositoryRow(plain: "a commit graph and an index of many packs") {
      try $0.fill()
      try $0.git("repack", "--quiet", "-d")
      try $0.git("commit-graph", "write", "--reachable")
      try $0.git("multi-pack-index", "write")
    },
    RepositoryRow(plain: "a branch and a tag of one name") {
      try $0.fill()
      try $0.git("branch", "v1", "HEAD")
    },
  ]

  private static let objects: [RepositoryRow] = [
    RepositoryRow("borrowed objects") {
      try $0.fill()
      try $0.git("clone", "--quiet", "--shared", ".", "../clone")
      return Stand(folder: "../clone")
    },
    RepositoryRow("objects in quarantine") {
      try $0.fill()
      try $0.write("cv/new.yaml", "new\n")
      try $0.write("../quarantine/info/alternates", "\($0.path)/.git/objects\n")
      let variables = [
        "GIT_OBJECT_DIRECTORY": $0.outside("quarantine"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "\($0.path)/.git/objects",
      ]
      try $0.git("add", ".", with: variables)
      try $0.git("commit", "--quiet", "--message", "pushed", with: variables)
      return Stand(variables: variables)
    },
    RepositoryRow("objects of another repository") {
      try $0.fill()
      try $0.git("init", "--quiet", "../e:mpty")
      try $0.git("-C", "../e:mpty", "commit", "--quiet", "--allow-empty", "--message", "one")
      return Stand(
        variables: [
          "GIT_ALTERNATE_OBJECT_DIRECTORIES": "\"\($0.outside("e:mpty"))/.git/objects\""
        ])
    },
    RepositoryRow("a partial clone") {
      try $0.fill()
      try $0.git("config", "uploadpack.allowFilter", "true")
      try $0.git("clone", "--quiet", "--filter=blob:none", "file://\($0.path)", "../clone")
      return Stand(folder: "../clone")
    },
    RepositoryRow(plain: "a replaced commit") {
      try $0.fill()
      let text = try $0.git("cat-file", "commit", "HEAD~1")
      let other = try $0.git(
        "hash-object", "-t", "commit", "-w", "--stdin",
        input: Data((text.replacingOccurrences(of: "commit 2", with: "better") + "\n").utf8))
      try $0.git("replace", "HEAD~1", other)
    },
    RepositoryRow("a replaced commit, where nothing is replaced") {
      try $0.fill()
      try $0.git("replace", "HEAD~1", "HEAD")
      return Stand(variables: ["GIT_NO_REPLACE_OBJECTS": "1"])
    },
    RepositoryRow(plain: "a replaced commit, where a setting says not to") {
      try $0.fill()
      try $0.git("replace", "HEAD~1", "HEAD~2")
      try $0.git("config", "core.useReplaceRefs", "false")
    },
    RepositoryRow(plain: "a replaced tree") {
      try $0.fill()
      try $0.git("replace", "HEAD^{tree}", "HEAD~1^{tree}")
    },
    RepositoryRow(plain: "a graft") {
      try $0.fill()
      try $0.git("replace", "--graft", "HEAD")
    },
    RepositoryRow(plain: "a file of grafts") {
      try $0.fill()
      let ids = try $0.git("rev-list", "HEAD").split(separator: "\n")
      try $0.write(".git/info/grafts", "# a comment\n\(ids[0]) \(ids[2])\n")
    },
  ]

  private static let settings: [RepositoryRow] = [
    RepositoryRow(plain: "an included file") {
      try $0.fill()
      try $0.git("config", "include.path", "../more.inc")
      try $0.write("more.inc", "[cvgit]\n\troot = included\n")
    },
    RepositoryRow(plain: "an included file of the user's") {
      try $0.fill()
      try $0.git("config", "include.path", "~/more.inc")
      try $0.write("../home/more.inc", "[cvgit]\n\troot = included\n")
    },
    RepositoryRow(plain: "a file that is included by place") {
      try $0.fill()
      try $0.git("config", "--global", "includeIf.gitdir:\($0.path)/.path", "~/more.inc")
      try $0.write(
        "../home/more.inc", "[cvgit]\n\troot = here\n[user]\n\temail = here@example.org\n")
    },
    RepositoryRow(plain: "a file that is included by branch") {
      try $0.fill()
      try $0.git("config", "includeIf.onbranch:ma*.path", "../more.inc")
      try $0.git("config", "includeIf.onbranch:side.path", "../less.inc")
      try $0.write("more.inc", "[cvgit]\n\troot = main\n")
      try $0.write("less.inc", "[cvgit]\n\troot = side\n")
    },
    RepositoryRow("settings of the environment") {
      try $0.fill()
      return Stand(variables: [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "CVGIT.Root", "GIT_CONFIG_VALUE_0": "a\nb",
        "GIT_CONFIG_PARAMETERS": "'cvgit.x'='y'",
      ])
    },
    RepositoryRow(plain: "a mailmap") {
      try $0.write(".mailmap", "Ada King <ada@king.example> <ada@example.org>\n")
      try $0.fill()
    },
    RepositoryRow(plain: "a mailmap that a setting names") {
      try $0.fill()
      try $0.write("../home/mailmap", "Countess <c@example.org> Ada Lovelace <ada@example.org>\n")
      try $0.git("config", "mailmap.file", "~/mailmap")
    },
    RepositoryRow("a mailmap in a bare repository") {
      try $0.write(".mailmap", "Ada King <ada@king.example> <ada@example.org>\n")
      try $0.fill()
      try $0.git("clone", "--quiet", "--bare", ".", "../bare.git")
      return Stand(folder: "../bare.git")
    },
    RepositoryRow(plain: "messages in other encodings") {
      try $0.fill()
      for (encoding, bytes) in [
        ("KOI8-R", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4] as [UInt8]),
        ("SHIFT_JIS", [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA]), ("ISO-8859-1", [0xE7, 0xE9]),
        ("windows-1252", [0x80, 0x20, 0x35]),
      ] {
        try $0.git(
          "-c", "i18n.commitEncoding=\(encoding)", "commit", "--quiet", "--allow-empty", "--file=-",
          input: Data(bytes + [10]))
      }
    },
    RepositoryRow(plain: "a message in no encoding") {
      try $0.fill()
      try $0.git(
        "commit", "--quiet", "--allow-empty", "--file=-", input: Data([0x66, 0xE9, 0x0A]))
    },
    RepositoryRow(plain: "a shared repository") {
      try $0.fill()
      try $0.git("config", "core.sharedRepository", "group")
    },
  ]

  private static let files: [RepositoryRow] = [
    RepositoryRow(plain: "line endings by a setting") {
      try $0.fill()
      try $0.git("config", "core.autocrlf", "true")
      try $0.write("cv/publications/p1.yaml", "title: Paper 1\r\n")
      try $0.write("cv/publications/p2.yaml", "title: Other\r\n")
      try $0.write("cv/new.yaml", "new: 1\r\nmore: 2\r\n")
    },
    RepositoryRow("line endings by an attribute, from a folder inside") {
      try $0.write(".gitattributes", "*.yaml text=auto eol=crlf\n*.raw -text\n")
      try $0.fill()
      try $0.write("cv/publications/p2.yaml", "title: Other\r\n")
      try $0.write("cv/new.yaml", "new: 1\r\n")
      try $0.write("cv/new.raw", "new: 1\r\n")
      try $0.write("cv/a \"quoted\" é\n name.yaml", "new: 1\r\n")
      return Stand(folder: "cv")
    },
    RepositoryRow(plain: "a filter") {
      try $0.git("config", "filter.upper.clean", "tr a-z A-Z")
      try $0.git("config", "filter.upper.smudge", "tr A-Z a-z")
      try $0.write(".gitattributes", "*.yaml filter=upper\n")
      try $0.fill()
      try $0.write("cv/publications/p2.yaml", "title: changed\n")
      try $0.write("cv/new.yaml", "title: new\n")
    },
    RepositoryRow(plain: "another encoding in the work tree") {
      try $0.write(".gitattributes", "*.yaml working-tree-encoding=UTF-16LE\n")
      try $0.write("cv/a.yaml", Data("title: A\n".utf16.flatMap { [UInt8($0 & 255), 0] }))
      try $0.commit("one")
      try $0.write("cv/a.yaml", Data("title: B\n".utf16.flatMap { [UInt8($0 & 255), 0] }))
    },
    RepositoryRow(plain: "an id that git fills in") {
      try $0.write(".gitattributes", "*.yaml ident\n")
      try $0.write("cv/a.yaml", "# $Id$\n")
      try $0.commit("one")
      try $0.write("cv/a.yaml", "# $Id: 0123456789 $\nmore: 1\n")
    },
    RepositoryRow(plain: "ignored files") {
      try $0.write(".gitignore", "*.log\nbuild/\n!keep.log\n")
      try $0.write("cv/tracked.log", "x\n")
      try $0.git("add", "--force", ".")
      try $0.fill()
      for name in ["x.log", "keep.log", "build/new", "a.yaml"] { try $0.write("cv/\(name)", "x\n") }
      try $0.write("../home/.config/git/ignore", "a.yaml\n")
    },
    RepositoryRow(plain: "names in Unicode, and names that are not text") {
      try $0.write("cv/é.yaml", "composed\n")
      try $0.write("cv/e\u{301}x.yaml", "decomposed\n")
      try $0.write("cv/a \"b\" \\ c\n.yaml", "special\n")
      try $0.write(bytes: [0x63, 0xE9], "x")
      try $0.commit("names")
      try $0.write(bytes: [0x64, 0xE9], "y")
    },
    RepositoryRow(plain: "links and modes") {
      try $0.fill()
      try $0.link("cv/link", to: "publications")
      try $0.git("add", ".")
      try $0.git("update-index", "--chmod=+x", "cv/publications/p1.yaml")
    },
    RepositoryRow(plain: "names with the signs of patterns") {
      try $0.write("cv/[a]*.yaml", "a\n")
      try $0.write(":(top)/a.yaml", "b\n")
      try $0.fill()
      try $0.write("cv/[a]*.yaml", "changed\n")
    },
    RepositoryRow("patterns that variables turn off") {
      try $0.fill()
      return Stand(variables: ["GIT_LITERAL_PATHSPECS": "1"])
    },
  ]

  private static let refusals: [RepositoryRow] = [
    RepositoryRow("no repository") { _ in Stand(folder: "../home") },
    RepositoryRow("a GIT_DIR that is not there") { _ in Stand(variables: ["GIT_DIR": "nowhere"]) },
    RepositoryRow("SHA-256") {
      try $0.git("init", "--quiet", "--object-format=sha256", "../other")
      return Stand(folder: "../other")
    },
    RepositoryRow(plain: "an unknown extension") {
      try $0.git("config", "core.repositoryFormatVersion", "1")
      try $0.git("config", "extensions.fromTheFuture", "yes")
    },
    RepositoryRow(plain: "a reftable") {
      try $0.git("config", "core.repositoryFormatVersion", "1")
      try $0.git("config", "extensions.refStorage", "reftable")
    },
    RepositoryRow(plain: "a format from the future") {
      try $0.git("config", "core.repositoryFormatVersion", "99")
    },
    RepositoryRow("a bare repository that is not named") {
      try $0.git("init", "--quiet", "--bare", "../bare.git")
      try $0.git("config", "--global", "safe.bareRepository", "explicit")
      return Stand(folder: "../bare.git")
    },
    RepositoryRow("settings that cannot be parsed") {
      try $0.fill()
      try $0.write("../home/.gitconfig", "[broken\n")
      return Stand()
    },
  ]
}
