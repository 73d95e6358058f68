import Fixtures
import Foundation
import Git
import Testing

@Suite struct ConfigurationTests {
  @Test func `settings come from all files, the strongest last`() throws {
    let scratch = try ScratchRepository()
    let system = scratch.outside("system")
    try Data("[cvgit]\n\troot = system\n\tx = 1\n[include]\n\tpath = more\n".utf8)
      .write(to: URL(fileURLWithPath: system))
    try Data("[cvgit]\n\tincluded = yes\n".utf8)
      .write(to: URL(fileURLWithPath: scratch.outside("more")))
    let variables = [
      "GIT_CONFIG_NOSYSTEM": "0", "GIT_CONFIG_SYSTEM": system, "GIT_CONFIG_COUNT": "2",
      "GIT_CONFIG_KEY_0": "CVGIT.Root", "GIT_CONFIG_VALUE_0": "counted",
      "GIT_CONFIG_KEY_1": "user.sub.Case.NAME", "GIT_CONFIG_VALUE_1": "",
      "GIT_CONFIG_PARAMETERS":
        "'cvgit.root'='it'\\''s' 'cvgit.old=1 2' 'cvgit.flag' 'cvgit.flag2'=",
    ]
    try scratch.git("config", "--global", "cvgit.root", "user")
    try scratch.git("config", "cvgit.root", "repository")
    #expect(try scratch.open().configuration.string("cvgit.root") == "repository")
    let settings = try scratch.open(in: "", variables).configuration
    let expected = try scratch.git("config", "--get-all", "cvgit.root", with: variables)
    #expect(settings.all("cvgit.ROOT").joined(separator: "\n") == expected)
    #expect(settings.string("cvgit.root") == "it's")
    #expect(settings.string("cvgit.old") == "1 2")
    #expect(settings.string("user.sub.Case.name") == "")
    #expect(settings.string("user.sub.case.name") == nil)
    #expect(try settings.bool("cvgit.flag") == true)
    #expect(try settings.bool("cvgit.included") == true)
    #expect(settings.string("cvgit.nothing") == nil)
    #expect(try settings.bool("cvgit.nothing") == nil)
    let names = try scratch.git("config", "--list", "--name-only", with: variables)
    #expect(Set(settings.names).isSuperset(of: names.split(separator: "\n").map(String.init)))
  }

  @Test func `a conditional include applies if its condition holds`() throws {
    let scratch = try ScratchRepository()
    let home = scratch.outside("home/.gitconfig")
    for (condition, name) in [
      ("gitdir:\(scratch.path)/", "gitdir"), ("gitdir:/elsewhere/", "elsewhere"),
      ("onbranch:main", "branch"), ("gitdir/i:**/REPOSITORY/", "glob"),
    ] {
      try scratch.git("config", "--global", "includeIf.\(condition).path", "\(name).inc")
      try Data("[cvgit]\n\t\(name) = yes\n".utf8)
        .write(to: URL(fileURLWithPath: scratch.outside("home/\(name).inc")))
    }
    #expect(FileManager.default.fileExists(atPath: home))
    let settings = try scratch.open().configuration
    for name in ["gitdir", "elsewhere", "branch", "glob"] {
      let run = try ProcessRun.run(
        "git", ["config", "cvgit.\(name)"], in: scratch.path, environment: scratch.environment)
      #expect((settings.string("cvgit.\(name)") != nil) == (run.status == 0), "\(name)")
    }
  }

  @Test func `GIT_CONFIG_NOSYSTEM ignores the system's settings`() throws {
    let scratch = try ScratchRepository()
    let system = scratch.outside("system")
    try Data("[cvgit]\n\troot = system\n".utf8).write(to: URL(fileURLWithPath: system))
    let on = ["GIT_CONFIG_SYSTEM": system, "GIT_CONFIG_NOSYSTEM": "false"]
    #expect(try scratch.open(in: "", on).configuration.string("cvgit.root") == "system")
    let off = ["GIT_CONFIG_SYSTEM": system, "GIT_CONFIG_NOSYSTEM": "1"]
    #expect(try scratch.open(in: "", off).configuration.string("cvgit.root") == nil)
  }

  @Test func `the user's two files are both read, ~/.gitconfig as the stronger`() throws {
    let scratch = try ScratchRepository()
    let home = scratch.outside("home")
    try FileManager.default.createDirectory(
      atPath: home + "/.config/git", withIntermediateDirectories: true)
    try Data("[cvgit]\n\troot = xdg\n\tx = xdg\n".utf8)
      .write(to: URL(fileURLWithPath: home + "/.config/git/config"))
    try Data("[cvgit]\n\troot = home\n".utf8).write(to: URL(fileURLWithPath: home + "/.gitconfig"))
    var variables = scratch.environment
    variables["GIT_CONFIG_GLOBAL"] = nil
    let settings = try Repository.open(at: scratch.path, environment: Environment(variables))
      .configuration
    #expect(settings.all("cvgit.root") == ["xdg", "home"])
    #expect(settings.string("cvgit.x") == "xdg")
  }

  @Test func `a Boolean is parsed as in git`() throws {
    let scratch = try ScratchRepository()
    for value in [
      "true", "Yes", "on", "1", "2", "-1", "false", "NO", "off", "0", "", "1k", "maybe", "truex",
    ] {
      try scratch.git("config", "cvgit.flag", value)
      let run = try ProcessRun.run(
        "git", ["config", "--type=bool", "cvgit.flag"], in: scratch.path,
        environment: scratch.environment)
      let settings = try scratch.open().configuration
      if run.status == 0 {
        #expect(try settings.bool("cvgit.flag") == (run.output == "true\n"))
      } else {
        let error = #expect(throws: GitError.self) { try settings.bool("cvgit.flag") }
        #expect(error?.description == "bad boolean config value '\(value)' for 'cvgit.flag'")
      }
    }
  }

  @Test(arguments: [
    (["GIT_CONFIG_COUNT": "x"], "bogus count in GIT_CONFIG_COUNT"),
    (["GIT_CONFIG_COUNT": "1"], "missing config key GIT_CONFIG_KEY_0"),
    (
      ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "a.b"],
      "missing config value GIT_CONFIG_VALUE_0"
    ),
    (["GIT_CONFIG_PARAMETERS": "a.b=c"], "bogus format in GIT_CONFIG_PARAMETERS"),
    (["GIT_CONFIG_PARAMETERS": "'a.b"], "bogus format in GIT_CONFIG_PARAMETERS"),
  ])
  func `malformed settings in the environment are rejected with git's message`(
    variables: [String: String], message: String
  ) throws {
    let scratch = try ScratchRepository()
    let error = #expect(throws: GitError.self) {
      try scratch.open(in: "", variables).configuration
    }
    #expect(error?.description == message)
    let failure = #expect(throws: GitFailure.self) {
      try scratch.git("config", "--list", with: variables)
    }
    #expect(failure?.run.errors.contains(message) == true)
  }

  @Test func `a configuration file that cannot be parsed is an error that names it`() throws {
    let scratch = try ScratchRepository()
    try Data("[broken\n".utf8).write(to: URL(fileURLWithPath: scratch.outside("home/.gitconfig")))
    let error = #expect(throws: GitError.self) { try scratch.open().configuration }
    #expect(error?.description.contains("home/.gitconfig") == true)
  }
}
