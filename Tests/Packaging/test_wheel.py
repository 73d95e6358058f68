"""The wheel: its bytes, its names, and what a fresh environment makes of it."""

import base64
import hashlib
import os
import shutil
import zipfile

from scratch import STAGED, TOP, WHEEL, ScratchTest


class WheelTests(ScratchTest):
    def test_the_same_files_give_the_same_bytes(self):
        staged = self.folder / "stage"
        shutil.copytree(STAGED, staged)
        for path in staged.rglob("*"):
            os.utime(path, (0, 1_000_000_000))
        again = self.run_in(".", TOP / "Packaging/wheel.py", staged, "again",
                            SOURCE_DATE_EPOCH=os.environ["SOURCE_DATE_EPOCH"]).strip()
        self.assertEqual((self.folder / again).read_bytes(), WHEEL.read_bytes())

    def test_the_record_lists_every_file(self):
        with zipfile.ZipFile(WHEEL) as archive:
            names = archive.namelist()
            record = next(name for name in names if name.endswith(".dist-info/RECORD"))
            lines = archive.read(record).decode().splitlines()
            self.assertEqual(sorted(line.split(",")[0] for line in lines), sorted(names))
            for line in lines:
                name, digest, size = line.split(",")
                if name == record:
                    continue
                content = archive.read(name)
                expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
                self.assertEqual((digest, size), (f"sha256={expected.decode()}", str(len(content))))

    def test_a_static_program_is_for_every_linux_and_another_for_this_machine(self):
        machine = os.uname().machine
        static = f"manylinux_2_17_{machine}.manylinux2014_{machine}.musllinux_1_1_{machine}"
        for flags, platforms in (["-static"], static), ([], f"linux_{machine}"):
            staged = self.stage_small_program("9.8.7", *flags)
            name = self.run_in(".", TOP / "Packaging/wheel.py", staged, "dist", SOURCE_DATE_EPOCH="0").strip()
            self.assertEqual(name, f"dist/cvgit-9.8.7-py3-none-{platforms}.whl")

    def test_a_fresh_environment_checks_a_commit_and_renders_a_pdf(self):
        self.run_in(".", "python3", "-m", "venv", "environment")
        self.run_in(".", "environment/bin/pip", "install", "--quiet", f"cvgit[pdf] @ {WHEEL.as_uri()}")
        cvgit = self.folder / "environment/bin/cvgit"
        # The environment is not activated: Typst is found because it is beside the program.
        self.environment["PATH"] = "/usr/bin:/bin"
        self.make_cv()
        self.run_in("cv-repository", cvgit, "hooks", "install")
        self.assertIn(f"{cvgit}\n", self.git("config", "cvgit.program"))
        self.write("cv-repository/cv/publications/notes.yaml", "title: Notes\nstatus: Acepted\n")
        self.assertIn('unknown status "Acepted"', self.git("commit", "--all", "--message", "x", status=1))
        self.git("checkout", "--", ".")
        self.run_in("cv-repository", cvgit, "render", "-o", "cv.pdf")
        pdf = (self.folder / "cv-repository/cv.pdf").read_bytes()
        self.assertEqual(pdf[:5], b"%PDF-")
        shared = self.folder / "environment/share"
        for name in ("man/man1/cvgit-diff.1", "bash-completion/completions/cvgit",
                     "zsh/site-functions/_cvgit", "fish/vendor_completions.d/cvgit.fish"):
            self.assertGreater((shared / name).stat().st_size, 0)
