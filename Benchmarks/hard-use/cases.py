"""Hostile and broken repositories: one function per case.

A case sets up its repository and yields, whenever it is ready, the commands to run, or None for all.
"""

import os
import subprocess
import zlib
from pathlib import Path

ESCAPES = "\x1b]0;owned\x07\x1b[31mred\x1b[0m \u202egpj.exe\u202c \x9b2J"
CASES = []
SHORT = [["diff", "HEAD~1..HEAD"], ["log"], ["validate", "--at", "HEAD"]]


def case(function):
    CASES.append((function.__name__.replace("_", " "), function))
    return function


def paper(title="Notes", more=""):
    return f"title: {title}\ntype: journal\nauthors: [Ada]\ndate: 2020\n{more}"


class Repository:
    """A CV with two commits, which a case then damages."""

    def __init__(self, folder, variables, begins=True):
        self.folder, self.variables = Path(folder), variables
        self.git("init", "--quiet", "--initial-branch", "main")
        if begins:
            self.write("cv/cv.yaml", "sections: [{kind: publications}]\n")
            self.write("cv/profile.yaml", "name: Ada\nurl: https://example.org\n")
            self.write("cv/publications/a.yaml", paper())
            self.commit("Begin")
            self.write("cv/publications/a.yaml", paper("Other notes"))
            self.commit("Go on")

    def git(self, *arguments, stdin=None, more=None):
        run = subprocess.run(
            ["git", "-C", str(self.folder), *arguments], input=stdin, capture_output=True, check=True,
            env={**self.variables, **(more or {})})
        return run.stdout.decode("utf-8", "replace").strip()

    def write(self, path, content):
        target = os.path.join(os.fsencode(self.folder), os.fsencode(path))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def commit(self, message="Change", **more):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", message, **more)

    def blob(self, content):
        return self.git("hash-object", "-w", "--stdin", stdin=content.encode())

    def tree(self, entries):
        """Writes a tree of exactly these (mode, name, id), valid or not."""
        raw = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(id) for mode, name, id in entries)
        return self.git("hash-object", "-t", "tree", "--literally", "-w", "--stdin", stdin=raw)

    def take(self, publications):
        """Commits a tree whose publications are exactly these entries."""
        folder = self.tree(publications)
        cv = self.tree([
            (b"100644", b"cv.yaml", self.git("rev-parse", "HEAD:cv/cv.yaml")),
            (b"100644", b"profile.yaml", self.git("rev-parse", "HEAD:cv/profile.yaml")),
            (b"40000", b"publications", folder)])
        top = self.tree([(b"40000", b"cv", cv)])
        commit = self.git("commit-tree", top, "-p", "HEAD", "-m", "Crafted")
        self.git("update-ref", "refs/heads/main", commit)

    def loose(self, id):
        return self.folder / ".git/objects" / id[:2] / id[2:]


@case
def names_with_line_breaks_escapes_and_bytes_that_are_no_text(folder, variables):
    here = Repository(folder, variables)
    for name in ["new\nline.yaml", f"{ESCAPES}.yaml".replace("/", ""), "tab\there.yaml", "quo\"te.yaml", "back\\slash.yaml",
                 "$(touch owned).yaml", "`touch owned`.yaml", "; touch owned.yaml", "-rf.yaml", "--help.yaml", " .yaml",
                 "a" * 200 + ".yaml", "\u202ereversed.yaml"]:
        here.write(f"cv/publications/{name}", paper("One"))
    here.write(b"cv/publications/\xff\xfe.yaml", paper("Two"))
    here.write(b"cv/\xff\x1b[2J/a.yaml", paper("Three"))
    here.commit()
    yield None


@case
def names_that_differ_in_case_alone(folder, variables):
    here = Repository(folder, variables)
    here.write("cv/publications/A.yaml", paper("Upper"))
    here.write("cv/Publications/b.yaml", paper("Folder"))
    here.write("CV/publications/c.yaml", paper("Root"))
    here.commit()
    yield None


@case
def paths_that_lead_out_of_the_tree(folder, variables):
    here = Repository(folder, variables)
    blob = here.blob(paper("Out"))
    here.take([(b"100644", name, blob) for name in [
        b"..", b".", b".git", b"../../secret.yaml", b"/etc/passwd", b"a/../../b.yaml", b"a.yaml"]])
    yield None


@case
def trees_with_entries_twice_unsorted_and_of_strange_modes(folder, variables):
    here = Repository(folder, variables)
    blob, other = here.blob(paper("One")), here.blob(paper("Two"))
    here.take([(b"100644", b"a.yaml", blob), (b"100644", b"a.yaml", other), (b"40000", b"a.yaml", blob)])
    yield None
    here.take([(b"100644", b"z.yaml", blob), (b"100644", b"a.yaml", other), (b"777", b"m.yaml", blob), (b"0", b"n.yaml", other)])
    yield None


@case
def a_tree_that_ends_in_the_middle(folder, variables):
    here = Repository(folder, variables)
    blob = here.blob(paper("One"))
    for raw in [b"100644 a.yaml\0" + bytes.fromhex(blob)[:7], b"100644", b"\0\0\0", b"100644 a.yaml", b"999999999999999999999 a\0" + bytes(20)]:
        tree = here.git("hash-object", "-t", "tree", "--literally", "-w", "--stdin", stdin=raw)
        top = here.tree([(b"40000", b"cv", tree)])
        here.git("update-ref", "refs/heads/main", here.git("commit-tree", top, "-p", "HEAD", "-m", "Crafted"))
        yield None


@case
def symbolic_links_out_of_the_tree(folder, variables):
    here = Repository(folder, variables)
    os.symlink("../../../secret.yaml", here.folder / "cv/publications/link.yaml")
    os.symlink("/etc", here.folder / "cv/awards")
    os.symlink("loop.yaml", here.folder / "cv/publications/loop.yaml")
    here.commit()
    yield None
    (here.folder / "cv/profile.yaml").unlink()
    os.symlink("../../secret.yaml", here.folder / "cv/profile.yaml")
    here.commit()
    yield None


@case
def the_folder_of_the_cv_is_a_link_or_a_file(folder, variables):
    here = Repository(folder, variables)
    here.git("rm", "-r", "--quiet", "cv")
    os.symlink("/etc", here.folder / "cv")
    here.commit()
    yield None
    (here.folder / "cv").unlink()
    here.write("cv", "no folder\n")
    here.commit()
    yield None


@case
def submodules_in_the_place_of_records_and_kinds(folder, variables):
    here = Repository(folder, variables)
    commit = here.git("rev-parse", "HEAD")
    here.take([(b"100644", b"a.yaml", here.blob(paper("One"))), (b"160000", b"b.yaml", commit)])
    yield None
    here.git("update-index", "--add", "--cacheinfo", f"160000,{commit},cv/awards")
    here.git("commit", "--quiet", "--message", "A submodule")
    yield None


@case
def pipes_and_devices_in_the_work_tree(folder, variables):
    here = Repository(folder, variables)
    os.mkfifo(here.folder / "cv/publications/pipe.yaml")
    yield None
    (here.folder / "cv/publications/pipe.yaml").unlink()
    here.write("cv/publications/unreadable.yaml", paper())
    os.mkdir(here.folder / "cv/publications/folder.yaml")
    yield None


@case
def ten_thousand_entries_in_a_folder(folder, variables):
    here = Repository(folder, variables)
    for number in range(10_000):
        here.write(f"cv/publications/p-{number}.yaml", paper(f"Notes {number}"))
    here.commit()
    yield [["validate"], ["diff", "HEAD~1..HEAD"], ["log"], ["changelog"], ["render", "--format", "html"]]


@case
def a_record_of_100_MB(folder, variables):
    here = Repository(folder, variables)
    here.write("cv/publications/big.yaml", b"title: x\nnote: " + b"a" * 100_000_000)
    here.commit()
    yield None


@case
def folders_a_thousand_deep(folder, variables):
    here = Repository(folder, variables)
    blob = here.blob(paper("Deep"))
    tree = here.tree([(b"100644", b"deep.yaml", blob)])
    for _ in range(1_000):
        tree = here.tree([(b"40000", b"d", tree)])
    here.take([(b"100644", b"a.yaml", blob), (b"40000", b"d", tree)])
    yield None


@case
def alternates_that_loop(folder, variables):
    here = Repository(folder, variables)
    info = here.folder / ".git/objects/info/alternates"
    info.parent.mkdir(exist_ok=True)
    info.write_text(f"{here.folder}/.git/objects\n")
    yield None
    info.write_text("/nowhere\n../../../../../../etc\n\x1b[2J\n" * 50)
    yield None


@case
def missing_objects(folder, variables):
    here = Repository(folder, variables)
    for name in ["HEAD:cv/publications/a.yaml", "HEAD:cv/publications", "HEAD:cv", "HEAD^{tree}", "HEAD~1"]:
        object = here.loose(here.git("rev-parse", name))
        bytes = object.read_bytes()
        object.unlink()
        yield None
        object.write_bytes(bytes)


@case
def each_byte_of_an_object_flipped(folder, variables):
    here = Repository(folder, variables)
    for name in ["HEAD:cv/publications/a.yaml", "HEAD:cv/publications", "HEAD"]:
        object = here.loose(here.git("rev-parse", name))
        os.chmod(object, 0o644)
        bytes = object.read_bytes()
        for place in range(len(bytes)):
            object.write_bytes(bytes[:place] + bytes[place:place + 1].translate(FLIPPED) + bytes[place + 1:])
            yield SHORT[:1]
        object.write_bytes(bytes)


FLIPPED = bytes(255 - byte for byte in range(256))


@case
def each_byte_of_packs_and_their_indexes_flipped(folder, variables):
    here = Repository(folder, variables)
    here.git("gc", "--quiet", "--aggressive")
    here.write("cv/publications/b.yaml", paper("More notes"))
    here.commit("More")
    here.git("repack", "--quiet")
    packs = here.folder / ".git/objects/pack"
    for last in (False, True):
        if last:
            here.git("multi-pack-index", "write")
        for file in sorted(packs.glob("multi-pack-index" if last else "*.*")):
            os.chmod(file, 0o644)
            whole = file.read_bytes()
            for place in range(len(whole)):
                for bits in (1, 128, 255):
                    file.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1:])
                    yield [["log"], ["validate", "--at", "HEAD"]]
            file.write_bytes(whole)


@case
def damaged_objects_of_another_repository(folder, variables):
    here = Repository(folder, variables)
    other = here.folder.parent / "other"
    (here.folder / ".git/objects").rename(other)
    (here.folder / ".git/objects/info").mkdir(parents=True)
    (here.folder / ".git/objects/info/alternates").write_text(f"{other}\n")
    file = other / here.git("rev-parse", "HEAD:cv/publications/a.yaml")[:2]
    file = next(file.iterdir())
    os.chmod(file, 0o644)
    bytes = file.read_bytes()
    for content in [bytes[:length] for length in range(len(bytes))] + [bytes + bytes]:
        file.write_bytes(content)
        yield [["validate", "--at", "HEAD"]]


@case
def lists_of_other_repositories_that_go_astray(folder, variables):
    here = Repository(folder, variables)
    alternates = here.folder / ".git/objects/info/alternates"
    alternates.parent.mkdir(exist_ok=True)
    for content in [
        b"\n".join(b"." + b"/" * count for count in range(1, 60)), b"./\0\n/etc\n", b"/nowhere\xff\n", b"/nowhere\n" * 50000,
        b"#" + b"x" * (1 << 21), b"/dev\n/proc\n", b"/" + b"x" * 10000,
    ]:
        alternates.write_bytes(content)
        yield SHORT


@case
def indexes_of_packs_that_are_large_or_odd(folder, variables):
    here = Repository(folder, variables)
    here.git("gc", "--quiet")
    packs = here.folder / ".git/objects/pack"
    index = next(packs.glob("*.idx"))
    for name in (b"pack-\xff", b"pack-\x1b[2J", b".", b""):
        for ending in (b".pack", b".idx"):
            with open(os.path.join(os.fsencode(packs), name + ending), "wb") as file:
                file.write(index.read_bytes() if ending == b".idx" else b"PACK")
        yield SHORT
        for ending in (b".pack", b".idx"):
            os.unlink(os.path.join(os.fsencode(packs), name + ending))
    os.chmod(index, 0o644)
    whole = index.read_bytes()
    for size in (0, 8, 1032, len(whole) - 1, len(whole) + 1, 1 << 40):
        with open(index, "r+b") as file:
            file.write(whole)
            file.truncate(size)
        yield SHORT
    index.unlink()
    os.mkfifo(index)
    yield SHORT


@case
def each_byte_of_the_index_flipped(folder, variables):
    here = Repository(folder, variables)
    index = here.folder / ".git/index"
    bytes = index.read_bytes()
    for place in range(len(bytes)):
        index.write_bytes(bytes[:place] + bytes[place:place + 1].translate(FLIPPED) + bytes[place + 1:])
        yield [["validate", "--staged"]]
    for length in range(0, len(bytes), 16):
        index.write_bytes(bytes[:length])
        yield [["validate", "--staged"]]


@case
def an_object_that_unpacks_to_another(folder, variables):
    here = Repository(folder, variables)
    object = here.loose(here.git("rev-parse", "HEAD:cv/publications/a.yaml"))
    os.chmod(object, 0o644)
    for content in [b"blob 5\0hello", b"blob 99999999999\0x", b"tree 0\0", b"", b"blob 3\0" + paper("Other").encode()]:
        object.write_bytes(zlib.compress(content))
        yield None


@case
def settings_with_control_characters(folder, variables):
    here = Repository(folder, variables)
    here.git("config", "cvgit.root", f"../{ESCAPES}")
    yield None
    here.git("config", "cvgit.root", "../..")
    yield None
    here.git("config", "cvgit.root", "cv")
    for name in ["core.pager", "core.editor", "user.name", "core.hooksPath", "core.commentChar", "gpg.program", "diff.cvgit.command"]:
        here.git("config", name, f"{ESCAPES}; touch ../owned")
    yield None


@case
def settings_that_are_broken_or_loop(folder, variables):
    here = Repository(folder, variables)
    config = here.folder / ".git/config"
    text = config.read_text()
    for broken in ["[core\n", "\0\0", "[a]\n\tb = \"\n", "[include]\n\tpath = config\n", "[core]\n\tbare = maybe\n",
                   "[core]\n\trepositoryformatversion = 9\n", "[extensions]\n\tunheard = of\n", "x" * 1_000_000]:
        config.write_text(text + broken)
        yield None


@case
def references_that_are_broken_or_loop(folder, variables):
    here = Repository(folder, variables)
    git = here.folder / ".git"
    head = (git / "HEAD").read_text()
    for broken in ["", "ref: refs/heads/../../../secret.yaml\n", "ref: HEAD\n", "ref: refs/heads/loop\n", "\x1b[2J\n", "0" * 40 + "\n"]:
        (git / "HEAD").write_text(broken)
        (git / "refs/heads/loop").write_text("ref: refs/heads/loop\n")
        yield None
    (git / "refs/heads/loop").unlink()
    (git / "HEAD").write_text(head)
    (git / "packed-refs").write_text("# pack-refs with: peeled fully-peeled sorted\nnonsense\n")
    yield None


@case
def tags_that_name_no_commit_or_hold_escapes(folder, variables):
    here = Repository(folder, variables)
    here.git("tag", "v1", "HEAD:cv")
    here.git("tag", "v2", "HEAD:cv/cv.yaml")
    here.git("tag", "-a", "snapshot/2020-01-01-x", "-m", ESCAPES.replace("\x9b", ""))
    here.git("tag", "-a", "v3", "-m", "nested", "snapshot/2020-01-01-x")
    yield None
    here.git("tag", "snapshot/broken", "HEAD:cv/cv.yaml")
    yield None


@case
def messages_and_authors_with_escapes(folder, variables):
    here = Repository(folder, variables)
    here.write("cv/publications/b.yaml", paper("Another"))
    here.commit(f"{ESCAPES}\n\nChangelog: {ESCAPES} <script>alert(1)</script> [x](javascript:x)",
                more={"GIT_AUTHOR_NAME": ESCAPES, "GIT_AUTHOR_EMAIL": f"{ESCAPES}@x"})
    yield None
    raw = here.git("cat-file", "commit", "HEAD").encode()
    for change in [(b"author ", b"author \xff\xfe"), (b"+0000", b"+99999999999"), (b" 1709", b" 99999999999999999999"),
                   (b"tree ", b"eert "), (b"parent ", b"parent x")]:
        crafted = here.git("hash-object", "-t", "commit", "--literally", "-w", "--stdin", stdin=raw.replace(*change))
        (here.folder / ".git/refs/heads/main").write_text(crafted + "\n")
        yield None


@case
def records_with_escapes_and_markup(folder, variables):
    here = Repository(folder, variables)
    here.write("cv/publications/b.yaml", paper(f'"{ESCAPES}"'.replace("\x1b", "\\e").replace("\x07", "\\a").replace("\x9b", "\\x9b")))
    here.write("cv/publications/c.yaml", f"title: {ESCAPES}\n")
    here.write("cv/publications/d.yaml", paper("'<script>alert(1)</script> [x](javascript:alert(1)) #read(\"/etc/passwd\") \\input{/etc/passwd}'"))
    here.write("cv/publications/e.yaml", paper("ok", "links: {'\\u001b[31m': 'javascript:alert(1)'}\nx-\u202e: 1\n"))
    here.commit()
    yield None


@case
def yaml_that_grows(folder, variables):
    here = Repository(folder, variables)
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi"))
    for text in [bomb, "[" * 60_000, "{" * 60_000, "- " * 60_000, "a:\n" + " " * 100_000 + "b", "? " * 50_000, "title: |" + "\n" * 900_000, "\t" * 50_000]:
        here.write("cv/publications/b.yaml", text)
        here.commit()
        yield SHORT + [["validate"], ["fmt", "--check"]]


@case
def a_git_file_that_leads_elsewhere(folder, variables):
    here = Repository(folder, variables)
    os.rename(here.folder / ".git", here.folder / "real")
    for text in ["gitdir: .git\n", "gitdir: /nowhere\n", f"gitdir: {ESCAPES}\n", "nonsense", "gitdir: real\n", ""]:
        (here.folder / ".git").write_text(text)
        yield SHORT
