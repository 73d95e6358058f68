internal import CVGitCLI

@main
enum CVGitMain {
  static func main() { CVGitProgram.main() }
}
