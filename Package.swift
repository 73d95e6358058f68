// swift-tools-version: 6.2
import PackageDescription

/// Only `make fuzz` builds the fuzzer: libFuzzer has its own `main`.
let isFuzzing = Context.environment["CVGIT_FUZZING"] != nil

/// The compiler settings of all our targets.
let commonSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The settings with strict memory safety as an error, for all targets except the three that use C.
let safeSettings: [SwiftSetting] =
  commonSettings + [
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
  ]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The files of the built-in theme, compiled in so that the program is a single file. Their names
/// must be unique: SwiftPM makes a constant of each.
let classicTheme = [
  "cv.css", "cv.html.mustache", "block.html.mustache", "row.html.mustache",
  "people.html.mustache", "inline.html.mustache", "math.html.mustache", "icon.html.mustache",
  "cv.md.mustache", "block.md.mustache", "row.md.mustache", "people.md.mustache",
  "inline.md.mustache", "style.typ.mustache", "cv.typ.mustache", "block.typ.mustache",
  "row.typ.mustache", "people.typ.mustache", "inline.typ.mustache", "math.typ.mustache",
  "icon.typ.mustache", "cv.tex.mustache", "style.tex.mustache", "block.tex.mustache",
  "row.tex.mustache", "people.tex.mustache", "inline.tex.mustache",
]

let fuzzer: [Target] = [
  .systemLibrary(name: "Clibfuzzer", path: "Fuzzing/Clibfuzzer"),
  .executableTarget(
    name: "cvgit-fuzz", dependencies: ["FuzzTargets", "Clibfuzzer"], path: "Fuzzing/Driver",
    swiftSettings: safeSettings),
]

let package = Package(
  name: "cvgit",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cvgit", targets: ["cvgit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "Clibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "Clibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "Cgumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    // The cryptography library of Debian's libgit2; macOS has its own SHA-256.
    .systemLibrary(name: "Cmbedtls", providers: [.apt(["libmbedtls-dev"])]),
    .target(name: "Text", swiftSettings: safeSettings),
    .target(
      name: "Git",
      dependencies: [
        "Text", "Clibgit2", .target(name: "Cmbedtls", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: commonSettings),
    .target(name: "Coffline"),
    .target(name: "Gumbo", dependencies: ["Cgumbo"], swiftSettings: commonSettings),
    .target(name: "YAML", dependencies: ["Clibyaml"], swiftSettings: commonSettings),
    .target(name: "CVModel", dependencies: ["Text", "YAML"], swiftSettings: safeSettings),
    .target(
      name: "CVFormats", dependencies: ["Text", "CVModel", "YAML"], swiftSettings: safeSettings),
    .target(
      name: "CVHistory", dependencies: ["Text", "Git", "YAML", "CVModel", "CVFormats"],
      swiftSettings: safeSettings),
    .target(
      name: "CVRendering",
      dependencies: [
        "YAML", "CVModel", "CVHistory", "Gumbo",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: classicTheme.map { .embedInCode("Templates/classic-\($0)") },
      swiftSettings: safeSettings),
    .target(
      name: "CVGitCLI",
      dependencies: [
        "Text", "Git", "YAML", "CVModel", "CVFormats", "CVHistory", "CVRendering", argumentParser,
      ],
      swiftSettings: safeSettings),
    .executableTarget(
      name: "cvgit", dependencies: ["CVGitCLI", "Coffline", argumentParser],
      swiftSettings: safeSettings),
    .target(name: "Fixtures", path: "Tests/Fixtures", swiftSettings: safeSettings),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Text", "YAML", "Git", "CVModel", "CVFormats", "CVHistory", "CVRendering", "CVGitCLI",
        "Fixtures",
      ],
      path: "Fuzzing/Targets", swiftSettings: safeSettings),
    .testTarget(
      name: "FuzzingTests", dependencies: ["FuzzTargets", "Fixtures"], path: "Tests/Fuzzing",
      exclude: ["Corpora"], swiftSettings: safeSettings),
    .testTarget(
      name: "TextTests", dependencies: ["Text", "Fixtures"], swiftSettings: safeSettings),
    .testTarget(
      name: "GitTests", dependencies: ["Git", "Text", "Fixtures"], exclude: ["Golden"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "Fixtures"], swiftSettings: safeSettings),
    .testTarget(
      name: "CVModelTests",
      dependencies: ["CVModel", "CVFormats", "CVRendering", "YAML", "Fixtures"],
      exclude: ["Records", "Broken"], swiftSettings: safeSettings),
    .testTarget(
      name: "CVFormatsTests", dependencies: ["Text", "CVFormats", "CVModel", "YAML", "Fixtures"],
      exclude: ["Faulty", "Golden", "Samples", "Statuses.tsv"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "CVRenderingTests", dependencies: ["Text", "CVRendering", "CVModel", "Fixtures"],
      exclude: [
        "Document/Golden", "Document/SeedLines.txt", "Document/JSONResume.schema.json",
        "Document/CSLData.schema.json", "Document/CSLData.LICENSE.txt",
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "CVHistoryTests",
      dependencies: ["Text", "CVHistory", "CVModel", "CVRendering", "CVGitCLI", "Git", "Fixtures"],
      exclude: ["Changelogs", "Golden"], swiftSettings: safeSettings),
    .testTarget(
      name: "CVGitCLITests",
      dependencies: [
        "CVGitCLI", "Text", "CVModel", "CVHistory", "CVRendering", "Git", "YAML", "Fixtures",
        "cvgit",
      ],
      exclude: ["Goldens", "Compatibility/0.1.0"],
      swiftSettings: safeSettings),
  ] + (isFuzzing ? fuzzer : []),
  swiftLanguageModes: [.v6]
)
