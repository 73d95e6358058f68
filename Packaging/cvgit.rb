# The formula for Homebrew. "make dist" fills in the version and the checksum of the source.
class Cvgit < Formula
  desc "Version your CV in Git, and see what changed in it"
  homepage "https://github.com/OWNER/cvgit"
  url "https://github.com/OWNER/cvgit/releases/download/v@VERSION@/cvgit-@VERSION@.tar.gz"
  sha256 "@SHA256@"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "libgit2"
  depends_on "libyaml"
  uses_from_macos "swift" => :build

  def install
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "cvgit"
    bin.install ".build/release/cvgit", "Packaging/cvgit-forge"
    generate_completions_from_executable(bin/"cvgit", "completions")
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/cvgit --version")
    system "git", "init"
    system bin/"cvgit", "init", "--name", "Ada Lovelace", "--kinds", "publications"
    system bin/"cvgit", "validate"
  end
end
