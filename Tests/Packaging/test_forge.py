"""action.yml and cvgit-forge: what a job on GitHub, Forgejo and GitLab prints, writes and comments."""

import json
import shutil
import sys

from fake_forge import FakeForge
from scratch import PAPER, STAGED, TOOLS, TOP, ScratchTest

MARK = "<!-- cvgit . -->\n"


class ForgeTest(ScratchTest):
    def setUp(self):
        super().setUp()
        self.environment["PATH"] = f"{STAGED / 'bin'}:{self.environment['PATH']}"
        self.make_cv()
        self.git("checkout", "--quiet", "-b", "change")

    def forge(self, **options):
        forge = FakeForge(**options)
        self.addCleanup(forge.close)
        return forge

    def change(self, status="Accepted"):
        self.write("cv-repository/cv/publications/notes.yaml", PAPER.format(status))
        self.git("commit", "--all", "--quiet", "--message", "A change")

    def commit(self, revision, folder="cv-repository"):
        return self.git("rev-parse", revision, folder=folder).strip()

    def checkout(self, name="job", is_merged=True):
        """What the forge checks out: one commit, which GitHub has merged. The base has moved on meanwhile."""
        head = self.commit("change")
        self.git("checkout", "--quiet", "main")
        self.write("cv-repository/cv/publications/other.yaml", PAPER.format("Rejected").replace("Notes", "Other"))
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "Meanwhile")
        base = self.commit("main")
        self.git("checkout", "--quiet", "--detach")
        if is_merged:
            self.git("merge", "--quiet", "--no-ff", "--message", "Merge", "change")
        else:
            self.git("checkout", "--quiet", "change")
        self.git("branch", "--force", "checked-out", "HEAD")
        self.git("config", "uploadpack.allowAnySHA1InWant", "true")
        self.run_in(".", "git", "clone", "--quiet", "--depth=1", "--branch=checked-out",
                    (self.folder / "cv-repository").as_uri(), name)
        self.write("event.json", json.dumps({"pull_request": {
            "number": 7, "base": {"sha": base}, "head": {"sha": head}}}))

    def run_forge(self, forge, status=0, **variables):
        """Runs cvgit-forge as a job of GitHub does, and returns what it printed and its summary."""
        self.write("summary.md", "")
        output = self.run_in("job", sys.executable, STAGED / "bin/cvgit-forge", status=status, **{
            "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(self.folder / "event.json"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"), "GITHUB_REPOSITORY": "ada/cv",
            "GITHUB_SERVER_URL": "https://forge.example", "GITHUB_RUN_ID": "42",
            "GITHUB_API_URL": forge.address, "CVGIT_TOKEN": "secret", **variables})
        return output, (self.folder / "summary.md").read_text()


class ForgeTests(ForgeTest):
    def test_one_comment_is_made_and_then_updated(self):
        forge = self.forge()
        self.change()
        self.checkout()
        output, summary = self.run_forge(forge)
        self.assertEqual(output, "")
        self.assertEqual(len(forge.comments), 1)
        comment = forge.comments[0]["body"]
        self.assertTrue(comment.startswith(f"{MARK}## Changes to the CV\n\n1 accepted\n"), comment)
        # What happened on the base meanwhile is not part of it.
        self.assertNotIn("Other", comment)
        self.assertIn("The CV is valid.", summary)
        self.assertIn("1 accepted", summary)
        self.run_forge(forge)
        self.assertEqual(len(forge.comments), 1)
        self.assertEqual(forge.requests[-1], ("PATCH", "/repos/ada/cv/issues/comments/100", "token secret"))

    def test_findings_fail_the_job_and_are_annotations(self):
        self.change("Acepted")
        self.checkout()
        output, summary = self.run_forge(self.forge(), status=1)
        self.assertTrue(output.startswith("::error file=cv/publications/notes.yaml,line=3,"), output)
        self.assertIn('| `cv/publications/notes.yaml:3` | `unknown status "Acepted"', summary)

    def test_a_token_that_may_only_read_fails_nothing(self):
        forge = self.forge(is_read_only=True)
        self.change()
        self.checkout()
        output, summary = self.run_forge(forge)
        self.assertTrue(output.startswith("::notice title=cvgit::no comment, because the forge answered 403"), output)
        self.assertIn("1 accepted", summary)
        self.assertIn("there is no token", self.run_forge(forge, CVGIT_TOKEN="")[0])
        forge.close()
        self.assertIn("was not reached", self.run_forge(forge)[0])

    def test_comments_of_others_are_left_alone(self):
        forge = self.forge()
        for login in ("eve", "bob", "ada"):
            forge.add(f"{MARK}mine", {"login": login, "type": "User"})
        forge.add(f"{MARK}ours", {"login": "github-actions[bot]", "type": "Bot"})
        self.change()
        self.checkout()
        self.run_forge(forge)
        self.assertEqual([comment["body"] for comment in forge.comments[:3]], [f"{MARK}mine"] * 3)
        self.assertEqual(len(forge.comments), 4)
        self.assertIn("1 accepted", forge.comments[3]["body"])

    def test_without_changes_there_is_no_new_comment_and_an_old_one_says_so(self):
        forge = self.forge()
        self.write("cv-repository/README", "words\n")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "No change of the CV")
        self.checkout()
        self.run_forge(forge)
        self.assertEqual(forge.comments, [])
        forge.add(f"{MARK}before", {"login": "github-actions[bot]", "type": "Bot"})
        self.run_forge(forge)
        self.assertIn("no changes", forge.comments[0]["body"])

    def test_a_long_comment_ends_with_a_whole_line_and_a_pointer(self):
        forge = self.forge()
        for number in range(900):
            self.write(f"cv-repository/cv/publications/paper-{number}.yaml",
                       PAPER.format("Accepted").replace("Notes", f"Notes {number} 𝛼 " + "on engines " * 8))
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "All papers")
        self.checkout()
        self.run_forge(forge)
        comment = forge.comments[0]["body"]
        self.assertLess(len(comment.encode("utf-16-le")) // 2, 65_536)
        self.assertGreater(len(comment), 50_000)
        *lines, last = comment.rstrip("\n").split("\n")
        self.assertEqual(last, "_Not all is shown here. See [the job's summary]"
                               "(https://forge.example/ada/cv/actions/runs/42)._")
        self.assertIn("| Publications | 900 added |", comment)
        self.assertTrue(lines[-2].endswith("1843 · Accepted"), lines[-2])

    def test_forgejo_checks_out_the_head(self):
        forge = self.forge(user={"login": "forgejo-actions"})
        self.change("In Press")
        self.change("Accepted")
        self.checkout(is_merged=False)
        self.run_forge(forge)
        self.assertIn("Under Review → Accepted", forge.comments[0]["body"])
        self.assertNotIn("Other", forge.comments[0]["body"])
        # Newer versions say what the merge base is.
        event = json.loads((self.folder / "event.json").read_text())
        event["pull_request"]["merge_base"] = self.commit("main~1")
        self.write("event.json", json.dumps(event))
        shutil.rmtree(self.folder / "job")
        self.git("clone", "--quiet", "--depth=1", "--branch=checked-out",
                 (self.folder / "cv-repository").as_uri(), "job", folder=".")
        self.run_forge(forge)
        self.assertEqual(len(forge.comments), 1)
        self.assertIn("Under Review → Accepted", forge.comments[0]["body"])
        self.assertNotIn("Other", forge.comments[0]["body"])

    def test_gitlab_has_a_note_and_a_report(self):
        forge = self.forge(user={"username": "project_7_bot"})
        self.change("Acepted")
        base = self.commit("main")
        self.checkout(is_merged=False)
        variables = {
            "GITLAB_CI": "true", "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_JOB_URL": "https://gitlab.example/j/1",
            "CI_API_V4_URL": forge.address}
        output = self.run_forge(forge, status=1, **variables)[0]
        self.assertIn("unknown status", output)
        self.assertNotIn("::", output)
        report = json.loads((self.folder / "job/gl-code-quality-report.json").read_text())
        self.assertEqual(report[0]["location"], {"path": "cv/publications/notes.yaml", "lines": {"begin": 3}})
        self.assertEqual(report[0]["check_name"], "status")
        self.assertEqual(forge.requests[-1], ("POST", "/projects/5/merge_requests/7/notes", "secret"))
        self.assertIn("no token", self.run_forge(forge, status=1, **variables, CVGIT_TOKEN="")[0])

    def test_a_push_is_checked_without_a_comment(self):
        forge = self.forge()
        self.change()
        self.checkout()
        self.assertIn("The CV is valid.", self.run_forge(forge, GITHUB_EVENT_NAME="push")[1])
        self.assertEqual(forge.requests, [])
        self.assertIn("pull_request_target checks out the base",
                      self.run_forge(forge, status=1, GITHUB_EVENT_NAME="pull_request_target")[0])


class ActionTests(ForgeTest):
    def test_act_runs_the_action_from_start_to_end(self):
        forge = self.forge()
        for name in ("action.yml", "Packaging/cvgit-forge"):
            target = self.folder / "cv-repository/cvgit" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TOP / name, target)
        self.write("cv-repository/.github/workflows/cv.yml", f"""\
on: pull_request
permissions:
  contents: read
  pull-requests: write
jobs:
  cv:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
      - uses: ./cvgit
        with:
          api-url: {forge.address}
          token: secret
""")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "A workflow")
        self.change()
        self.checkout()
        variables = [word for name in ("PIP_FIND_LINKS", "PIP_DISABLE_PIP_VERSION_CHECK")
                     for word in ("--env", f"{name}={self.environment[name]}")]
        output = self.run_in("job", TOOLS / "act", "pull_request", "--platform", "ubuntu-latest=-self-hosted",
                             "--eventpath", "../event.json", "--env", "GITHUB_REPOSITORY=ada/cv", *variables)
        self.assertIn("Job succeeded", output)
        self.assertEqual(len(forge.comments), 1, output)
        self.assertIn("1 accepted", forge.comments[0]["body"])

    def test_the_linters_of_actions_report_nothing(self):
        workflows = sorted((TOP / ".github/workflows").glob("*.yml"))
        if workflows:
            self.run_in(".", TOOLS / "actionlint", *workflows)
        self.run_in(".", TOOLS / "zizmor", "--offline", "--no-progress", TOP / "action.yml", *workflows)
