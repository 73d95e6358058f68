package import CVModel

/// The `.vscode/` files that make Visual Studio Code check records while they are edited.
package struct VSCodeFiles {
  private let kinds: [Kind]
  /// The CV's folder relative to the top of the work tree, with its slash; empty if it is the top
  /// itself.
  private let prefix: String

  package init(kinds: [Kind], prefix: String) {
    self.kinds = kinds
    self.prefix = prefix
  }

  /// The files by path from the top of the work tree.
  package var texts: [(path: String, text: String)] {
    [
      (".vscode/settings.json", settings), (".vscode/tasks.json", tasks),
      (".vscode/extensions.json", extensions),
    ].map { ($0.0, $0.1.text() + "\n") }
  }

  /// Maps schemas to files; read by the YAML extension.
  private var settings: JSONText {
    let schemas = kinds.map { kind in
      JSONText.Member(
        key: "./\(prefix).schema/\(kind.name).json", value: .string(prefix + files(of: kind)))
    }
    return ["yaml.schemas": .object(schemas)]
  }

  private func files(of kind: Kind) -> String {
    if case .file(let file) = kind.role { file } else { "\(kind.name)/*.yaml" }
  }

  /// A task that runs `validate` and lists its findings. The pattern is that of `$gcc`, which only
  /// the C++ extension defines.
  private var tasks: JSONText {
    let pattern: JSONText = [
      "regexp": "^(.*?):(\\d+):(\\d*):?\\s+(?:fatal\\s+)?(warning|error):\\s+(.*)$",
      "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5,
    ]
    return [
      "version": "2.0.0",
      "tasks": [
        [
          "label": "cvgit: validate", "type": "process", "command": "cvgit", "args": ["validate"],
          "group": ["kind": "build", "isDefault": true],
          "problemMatcher": [
            "owner": "cvgit", "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": pattern,
          ],
        ]
      ],
    ]
  }

  private var extensions: JSONText { ["recommendations": ["redhat.vscode-yaml"]] }
}
