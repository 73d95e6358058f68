"""What the tests of packages share: a scratch folder, a small CV in Git, and runs of programs."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
STAGED = pathlib.Path(os.environ["CVGIT_STAGED"])
WHEEL = pathlib.Path(os.environ["CVGIT_WHEEL"])
TOOLS = pathlib.Path(os.environ["CVGIT_TOOLS"])
PAPER = "title: Notes\ntype: journal\nstatus: {}\nauthors: [Ada Lovelace]\ndate: 1843\n"


class ScratchTest(unittest.TestCase):
    """A test in a folder of its own, with its own home, and nothing of the user's settings."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="cvgit-packaging-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {
            "PATH": f"{TOOLS}:/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "LC_ALL": "C.UTF-8",
            "PIP_FIND_LINKS": str(WHEEL.parent),
            "UV_FIND_LINKS": str(WHEEL.parent),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_CACHE_DIR": os.path.expanduser("~/.cache/pip"),
            "UV_CACHE_DIR": str(TOOLS.parent / "uv-cache"),
        }
        # How this machine reaches PyPI.
        self.environment.update(
            {name: value for name, value in os.environ.items()
             if name.startswith(("PIP_INDEX", "UV_INDEX", "UV_DEFAULT_INDEX", "SSL_CERT")) or name.lower().endswith("_proxy")})
        (self.folder / "home").mkdir()
        self.write("home/.gitconfig", "[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n"
                   "[init]\n\tdefaultBranch = main\n[protocol \"file\"]\n\tallow = always\n")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_in(self, folder, *command, status=0, **variables):
        """Runs a program in a folder below the scratch folder, and returns what it printed."""
        run = subprocess.run(
            [str(word) for word in command], cwd=self.folder / folder, text=True,
            env=self.environment | variables, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if status is not None:
            self.assertEqual(run.returncode, status, run.stdout)
        return run.stdout

    def git(self, *arguments, folder="cv-repository", status=0, **variables):
        return self.run_in(folder, "git", *arguments, status=status, **variables)

    def stage_small_program(self, version, *flags):
        """A staged folder with a program that only prints its version: what is packed takes no time to pack."""
        source = self.write("version.c", f'#include <stdio.h>\nint main(void) {{ return puts("{version}") < 0; }}\n')
        shutil.copytree(STAGED, self.folder / "stage", dirs_exist_ok=True)
        program = self.folder / "stage/bin/cvgit"
        subprocess.run(["clang", *flags, source, "-o", program], check=True)
        return self.folder / "stage"

    def make_cv(self):
        """A repository with one paper, committed."""
        self.write("cv-repository/cv/cv.yaml", "sections:\n  - kind: publications\n")
        self.write("cv-repository/cv/profile.yaml", "name: Ada Lovelace\n")
        self.write("cv-repository/cv/publications/notes.yaml", PAPER.format("Under Review"))
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "A small CV")
