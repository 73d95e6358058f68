internal import ArgumentParser
internal import Git

/// The program: parses its arguments, runs a command, and prints the output.
public enum CVGitProgram {
  /// Runs the process's own arguments and exits.
  public static func main() -> Never {
    let process = ProcessSurroundings()
    let output = StandardOutput()
    let run = run(process.arguments, process.surroundings, to: output)
    do {
      _ = try output.write(run.output)
      try output.finish()
      process.writeMessages(run.messages)
      process.exit(run.status)
    } catch {
      process.writeMessages(run.messages + ErrorText(error).text + "\n")
      process.exit(.failure)
    }
  }

  /// The names of the commands, in the order of the help.
  package static var commandNames: [String] { SessionArguments.commandNames }

  /// The output and exit status of a run.
  package struct Run {
    package let output: String
    package let messages: String
    package let status: ExitStatus

    init(output: String = "", messages: String = "", status: ExitStatus) {
      self.output = output
      self.messages = messages
      self.status = status
    }
  }

  /// Runs a command in this process; `arguments` excludes the program's name.
  package static func run(_ arguments: [String], _ surroundings: Surroundings) -> Run {
    run(arguments, surroundings, to: nil)
  }

  /// - Parameter standardOutput: receives long output while the command is running; nil to return
  ///   all of it.
  private static func run(
    _ arguments: [String], _ surroundings: Surroundings, to standardOutput: StandardOutput?
  ) -> Run {
    let arguments = SessionArguments(arguments)
    if let unknown = arguments.unknownCommand {
      return Run(messages: ErrorText(unknownCommand: unknown).text + "\n", status: .failure)
    }
    let command: any SessionCommand
    do {
      let parsed = try CVGitCommand.parseAsRoot(arguments.ordered)
      guard let parsed = parsed as? any SessionCommand else { return plainRun(parsed) }
      command = parsed
    } catch {
      return usageRun(error, arguments)
    }
    var session = Session(surroundings, global: command.global)
    if let standardOutput {
      let wantsPager = type(of: command).usesPager && !command.global.hasNoPager
      if wantsPager, surroundings.isTerminal {
        standardOutput.use { [session] in Pager(for: session, surroundings: surroundings) }
      }
      session.outlet = standardOutput.write
    }
    let status: ExitStatus
    do {
      status = try command.run(in: &session)
    } catch {
      session.warn(ErrorText(error).text)
      return Run(output: session.output, messages: session.messages, status: .failure)
    }
    return Run(output: session.output, messages: session.messages, status: status)
  }

  /// Runs the commands that argument-parser handles itself: help, and the program without a
  /// command.
  private static func plainRun(_ command: any ParsableCommand) -> Run {
    var command = command
    do {
      try command.run()
      return Run(status: .done)
    } catch {
      let text = CVGitCommand.fullMessage(for: error)
      let isAsked = CVGitCommand.exitCode(for: error).isSuccess
      return Run(
        output: isAsked ? text + "\n" : "", messages: isAsked ? "" : text + "\n",
        status: isAsked ? .done : .failure)
    }
  }

  /// The output for help or the version; for any other error, our own usage message.
  private static func usageRun(_ error: any Error, _ arguments: SessionArguments) -> Run {
    if CVGitCommand.exitCode(for: error).isSuccess {
      return Run(output: CVGitCommand.fullMessage(for: error) + "\n", status: .done)
    }
    return Run(
      messages: ErrorText(
        usage: CVGitCommand.message(for: error), command: arguments.calledName
      ).text + "\n", status: .failure)
  }
}
