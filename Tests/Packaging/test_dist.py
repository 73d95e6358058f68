"""`make dist`: what it refuses, what a release has, and that the bytes are the same each time."""

import hashlib
import os
import shutil
import subprocess
import tempfile
import unittest

from scratch import STAGED, TOP, ScratchTest


class DistTests(ScratchTest):
    @classmethod
    def setUpClass(cls):
        """One commit of the files of a release as they are here, committed or not; each test has a clone of it."""
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="cvgit-dist-")
        cls.addClassCleanup(folder.cleanup)
        cls.release = folder.name + "/release"
        cls.version = subprocess.check_output([STAGED / "bin/cvgit", "--version"], text=True).strip()
        date = "2026-01-02T03:04:05Z"
        environment = os.environ | {"GIT_INDEX_FILE": folder.name + "/index", "GIT_CONFIG_GLOBAL": "/dev/null"}
        for name in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{name}_DATE": date, f"GIT_{name}_NAME": "Ada", f"GIT_{name}_EMAIL": "ada@example.org"}
        environment["GIT_DIR"] = cls.release
        environment["GIT_WORK_TREE"] = str(TOP)
        for command in (["init", "--quiet"], ["add", "--all"],
                        ["commit", "--quiet", "--message", "A release"],
                        ["tag", "--annotate", f"v{cls.version}", "--message", "x"]):
            subprocess.run(["git", *command], check=True, cwd=TOP, env=environment)

    def setUp(self):
        super().setUp()
        self.run_in(".", "git", "clone", "--quiet", "--shared", self.release, "source")

    def dist(self, folder, status=0, staged=STAGED):
        return self.run_in("source", "Packaging/dist.sh", staged, self.folder / folder, status=status)

    @unittest.skipUnless(shutil.which("dpkg-deb"), "dpkg-deb is not on PATH")
    def test_the_same_bytes_each_time(self):
        staged = self.stage_small_program(self.version, "-static")
        self.dist("one", staged=staged)
        for path in staged.rglob("*"):
            os.utime(path, (0, 1_000_000_000))
        os.umask(0o077)
        self.addCleanup(os.umask, 0o022)
        self.dist("two", staged=staged)
        names = sorted(path.name for path in (self.folder / "one").iterdir())
        machine = os.uname().machine
        expected = [f"PKGBUILD-{machine}", f"SHA256SUMS-{machine}", "cvgit.rb",
                    f"cvgit-{self.version}-linux-{machine}.tar.gz", f"cvgit-{self.version}.tar.gz"]
        for name in expected:
            self.assertIn(name, names)
        self.assertEqual([name.rsplit(".", 1)[1] for name in names if "." in name].count("deb"), 1)
        self.assertEqual(names, sorted(path.name for path in (self.folder / "two").iterdir()))
        for name in names:
            one, two = ((self.folder / folder / name).read_bytes() for folder in ("one", "two"))
            self.assertEqual(hashlib.sha256(one).digest(), hashlib.sha256(two).digest(), name)
        self.run_in("one", "sha256sum", "--check", "--quiet", f"SHA256SUMS-{machine}")
        for name in ("cvgit.rb", f"PKGBUILD-{machine}"):
            self.assertNotRegex((self.folder / "one" / name).read_text(), "@[A-Z]")
        self.run_in("one", "tar", "-xzf", f"cvgit-{self.version}-linux-{machine}.tar.gz")
        unpacked = f"one/cvgit-{self.version}-linux-{machine}"
        self.assertEqual(self.run_in(unpacked, "bin/cvgit", "--version").strip(), self.version)
        for name in ("LICENSE", "THIRD-PARTY-LICENSES", "share/man/man1/cvgit.1"):
            self.assertTrue((self.folder / unpacked / name).is_file(), name)

    def test_changes_that_are_not_committed_are_refused(self):
        self.write("source/README.md", "words\n")
        self.assertIn("not committed", self.dist("one", status=1))

    def test_another_commit_than_the_tag_is_refused(self):
        self.git("commit", "--quiet", "--allow-empty", "--message", "x", folder="source")
        self.assertIn(f"expected HEAD at the tag v{self.version}, found", self.dist("one", status=1))

    def test_a_program_of_another_version_is_refused(self):
        self.write("stage/bin/cvgit", "#!/bin/sh\necho 9.9.9\n").chmod(0o755)
        self.assertIn("the program is version 9.9.9", self.dist("one", status=1, staged=self.folder / "stage"))

    def test_every_file_that_names_a_version_names_the_same(self):
        self.assertEqual(self.run_in("source", "Packaging/check-versions.sh").strip(), self.version)
        for name, old, new in (
                ("action.yml", f'CVGIT_VERSION: "{self.version}"', 'CVGIT_VERSION: "9.9.9"'),
                ("pyproject.toml", f"cvgit=={self.version}", "cvgit==9.9.9"),
                ("docs/hooks.md", f"rev: v{self.version}", "rev: v9.9.9"),
                ("README.md", "", "rev: v9.9.9\n")):
            path = self.folder / "source" / name
            text = path.read_text()
            path.write_text(text.replace(old, new, 1))
            self.assertIn("9.9.9", self.run_in("source", "Packaging/check-versions.sh", status=1))
            path.write_text(text)
