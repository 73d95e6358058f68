"""The hooks that .pre-commit-hooks.yaml offers, run by pre-commit and by prek from a clone, with the local wheel."""

import re

from scratch import PAPER, STAGED, TOP, ScratchTest


class FrameworkTests(ScratchTest):
    def setUp(self):
        super().setUp()
        self.environment["PRE_COMMIT_HOME"] = str(self.folder / "pre-commit")
        self.environment["PREK_HOME"] = str(self.folder / "prek")
        # A clone of what a release holds: these files are all that the frameworks use.
        for name in (".pre-commit-hooks.yaml", "pyproject.toml"):
            self.write(f"hooks/{name}", (TOP / name).read_text())
        for folder in ("Sources", "hooks", "cv", "docs"):
            self.write(f"hooks/{folder}/README.md", "A folder that is not a Python package.\n")
        self.git("init", "--quiet", folder="hooks")
        self.git("add", ".", folder="hooks")
        self.git("commit", "--quiet", "--message", "A release", folder="hooks")
        self.git("tag", "v0.1.0", folder="hooks")
        self.make_cv()

    def install(self, framework, *hooks):
        lines = "".join(f"      - id: {hook}\n" for hook in hooks)
        self.write("cv-repository/.pre-commit-config.yaml",
                   f"repos:\n  - repo: {(self.folder / 'hooks').as_uri()}\n    rev: v0.1.0\n    hooks:\n{lines}")
        self.git("add", ".pre-commit-config.yaml")
        self.run_in("cv-repository", framework, "install")

    def check(self, framework):
        self.install(framework, "cvgit-validate")
        paper = "cv-repository/cv/publications/notes.yaml"
        self.write(paper, PAPER.format("Acepted"))
        self.git("add", ".")
        # What is staged counts, not the work tree.
        self.write(paper, PAPER.format("Accepted"))
        self.assertIn('unknown status "Acepted"', self.git("commit", "--message", "x", status=1))
        self.git("add", ".")
        self.git("commit", "--message", "Accepted")
        # A commit that only deletes is checked as well.
        self.write("cv-repository/cv/awards/medal.yaml", "title: Medal\ndate: 1844\npublication: publications/notes\n")
        self.write("cv-repository/cv/cv.yaml", "sections:\n  - kind: publications\n  - kind: awards\n")
        self.git("add", ".")
        self.git("commit", "--message", "An award")
        self.git("rm", "--quiet", "cv/publications/notes.yaml")
        self.assertIn("publications/notes", self.git("commit", "--message", "x", status=1))
        # The framework's hook is recognized and left alone.
        advice = self.run_in("cv-repository", STAGED / "bin/cvgit", "hooks", "install", status=1)
        self.assertIn('add under "repos" in .pre-commit-config.yaml', advice)

    def test_pre_commit_checks_what_is_staged(self):
        self.check("pre-commit")

    def test_prek_checks_what_is_staged(self):
        self.check("prek")

    def test_the_changelog_is_rewritten_and_then_current(self):
        self.install("pre-commit", "cvgit-validate", "cvgit-changelog")
        self.git("tag", "v1")
        self.run_in("cv-repository", STAGED / "bin/cvgit", "changelog", "--write")
        self.git("add", ".")
        self.git("commit", "--message", "A changelog")
        self.write("cv-repository/cv/publications/notes.yaml", PAPER.format("Accepted"))
        self.git("add", ".")
        self.assertIn("files were modified by this hook", self.git("commit", "--message", "Accepted", status=1))
        self.git("add", ".")
        self.git("commit", "--message", "Accepted")
        self.assertIn("**Accepted**", self.git("show", "HEAD:CHANGELOG.md"))
        self.run_in("cv-repository", STAGED / "bin/cvgit", "changelog", "--check")

    def test_files_match_records_and_sources(self):
        hooks = (TOP / ".pre-commit-hooks.yaml").read_text()
        pattern = re.compile(re.search(r"files: &files (.*)", hooks)[1])
        for path in ("cv/cv.yaml", "cv/publications/a.yaml", ".cvgit.yaml", "me/papers.bib", "resume.json", "Ada_CV.yaml"):
            self.assertTrue(pattern.search(path), path)
        for path in ("README.md", "src/cv/a.py", "package.json", "settings.yaml"):
            self.assertFalse(pattern.search(path), path)
