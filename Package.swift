// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with.
let houseSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The same with strict memory safety as an error: all but the two targets that touch C.
let safeSettings: [SwiftSetting] =
  houseSettings + [
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
  ]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "cvgit",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cvgit", targets: ["cvgit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "Clibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "Clibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "Cquickstart"),
    .target(name: "Git", dependencies: ["Clibgit2"], swiftSettings: houseSettings),
    .target(name: "YAML", dependencies: ["Clibyaml"], swiftSettings: houseSettings),
    .target(name: "CVModel", dependencies: ["YAML"], swiftSettings: safeSettings),
    .target(name: "CVHistory", dependencies: ["Git", "CVModel"], swiftSettings: safeSettings),
    .target(
      name: "CVRendering", dependencies: ["CVModel", "CVHistory"], swiftSettings: safeSettings),
    .target(
      name: "CVGitCLI",
      dependencies: ["Git", "YAML", "CVModel", "CVHistory", "CVRendering", argumentParser],
      swiftSettings: safeSettings),
    .executableTarget(
      name: "cvgit", dependencies: ["CVGitCLI", "Cquickstart", argumentParser],
      swiftSettings: safeSettings),
    .target(name: "Fixtures", path: "Tests/Fixtures", swiftSettings: safeSettings),
    .testTarget(
      name: "GitTests", dependencies: ["Git", "Cquickstart", "Fixtures"], exclude: ["Golden"],
      swiftSettings: safeSettings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: safeSettings),
    .testTarget(
      name: "CVModelTests", dependencies: ["CVModel", "CVRendering", "YAML", "Fixtures"],
      exclude: ["Records", "Broken"], swiftSettings: safeSettings),
    .testTarget(
      name: "CVRenderingTests", dependencies: ["CVRendering", "CVModel", "Fixtures"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "CVGitCLITests",
      dependencies: ["CVGitCLI", "CVModel", "CVHistory", "Git", "Fixtures"],
      swiftSettings: safeSettings),
  ],
  swiftLanguageModes: [.v6]
)
