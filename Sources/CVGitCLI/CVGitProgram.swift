internal import ArgumentParser
internal import Git

/// The program: reads its arguments, runs a command, prints what it said.
public enum CVGitProgram {
  /// Runs the process's own arguments and ends the process.
  public static func main() -> Never {
    let process = ProcessSurroundings()
    var run = run(process.arguments, process.surroundings)
    let pager = run.usesPager ? Pager(for: run.session, surroundings: process.surroundings) : nil
    do {
      try process.write(run.takeOutput(), through: pager)
      process.writeMessages(run.messages)
      process.exit(run.status)
    } catch {
      process.writeMessages(run.messages + ErrorText(error).text + "\n")
      process.exit(.failure)
    }
  }

  /// The names of the commands, in the order of the help.
  package static var commandNames: [String] { SessionArguments.commandNames }

  /// What a run said, and how it ended.
  package struct Run {
    package var output: String
    package let messages: String
    package let status: ExitStatus
    let session: Session?
    let usesPager: Bool

    init(
      output: String = "", messages: String = "", status: ExitStatus, session: Session? = nil,
      usesPager: Bool = false
    ) {
      self.output = output
      self.messages = messages
      self.status = status
      self.session = session
      self.usesPager = usesPager
    }

    mutating func takeOutput() -> String {
      defer { output = "" }
      return output
    }
  }

  /// Runs a command in this process: its arguments without the program's name.
  package static func run(_ arguments: [String], _ surroundings: Surroundings) -> Run {
    let arguments = SessionArguments(arguments)
    if let unknown = arguments.unknownCommand {
      return Run(messages: ErrorText(unknownCommand: unknown).text + "\n", status: .failure)
    }
    let command: any ParsableCommand
    do {
      command = try parsed(arguments)
    } catch {
      return usageRun(error, surroundings)
    }
    guard let command = command as? any SessionCommand else {
      return plainRun(command)
    }
    var session = Session(surroundings, global: command.global)
    let status: ExitStatus
    do {
      status = try command.run(in: &session)
    } catch {
      session.warn(ErrorText(error).text)
      return Run(output: session.output, messages: session.messages, status: .failure)
    }
    return Run(
      output: session.output, messages: session.messages, status: status, session: session,
      usesPager: type(of: command).usesPager && !command.global.hasNoPager
        && surroundings.isTerminal)
  }

  /// The command that the arguments call.
  ///
  /// argument-parser finds the options of a command by reflection, which takes most of the start, so only those of the
  /// command that is called are looked at. What is not read that way is read from the top, where help and errors are told.
  private static func parsed(_ arguments: SessionArguments) throws -> any ParsableCommand {
    if let (called, rest) = arguments.called, let command = try? called.parseAsRoot(rest),
      type(of: command) == called
    {
      return command
    }
    return try CVGitCommand.parseAsRoot(arguments.ordered)
  }

  /// The commands that argument-parser runs itself: help, and the program without any command.
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

  /// Help and the version are asked for; all else is wrong usage, told in our own way.
  private static func usageRun(_ error: any Error, _ surroundings: Surroundings) -> Run {
    if CVGitCommand.exitCode(for: error).isSuccess {
      return Run(output: CVGitCommand.fullMessage(for: error) + "\n", status: .done)
    }
    return Run(
      messages: ErrorText(usage: CVGitCommand.message(for: error)).text + "\n", status: .failure)
  }
}
