#!/usr/bin/env python3
"""Builds the wheel of a program that stage.sh laid out: Packaging/wheel.py STAGED FOLDER

The same files give the same bytes: names are sorted, and every file gets the date in SOURCE_DATE_EPOCH.
"""
import base64, hashlib, os, pathlib, re, struct, subprocess, sys, time, zipfile

top = pathlib.Path(__file__).resolve().parent.parent
staged, folder = (pathlib.Path(argument) for argument in sys.argv[1:])
program = (staged / "bin/cvgit").read_bytes()
version = subprocess.check_output([staged / "bin/cvgit", "--version"], text=True).strip()
typst = re.search(r"^version=(\S+)", (top / "Scripts/setup-pdf.sh").read_text(), re.M)[1]


def tags() -> list:
    """The platforms of an ELF program: every Linux if it is static, this machine's if it needs shared libraries."""
    machine = {62: "x86_64", 183: "aarch64"}[struct.unpack_from("<H", program, 18)[0]]
    start, size, count = struct.unpack_from("<Q", program, 32) + struct.unpack_from("<HH", program, 54)
    kinds = [struct.unpack_from("<I", program, start + size * index)[0] for index in range(count)]
    if 3 in kinds:  # PT_INTERP: a dynamic linker starts it.
        return [f"linux_{machine}"]
    return [f"{name}_{machine}" for name in ("manylinux_2_17", "manylinux2014", "musllinux_1_1")]


data, info = f"cvgit-{version}.data", f"cvgit-{version}.dist-info"
# Installers replace "#!python" with the environment's Python.
forge = (staged / "bin/cvgit-forge").read_bytes().replace(b"#!/usr/bin/env python3", b"#!python", 1)
files = {f"{data}/scripts/cvgit": program, f"{data}/scripts/cvgit-forge": forge}
for path in staged.glob("share/**/*"):
    if path.is_file():
        files[f"{data}/data/{path.relative_to(staged)}"] = path.read_bytes()
for name in ("LICENSE", "THIRD-PARTY-LICENSES"):
    files[f"{info}/licenses/{name}"] = (top / name).read_bytes()
files[f"{info}/METADATA"] = f"""\
Metadata-Version: 2.4
Name: cvgit
Version: {version}
Summary: Version your CV in Git, and see what changed in it
Keywords: cv,resume,git,bibliography
Requires-Python: >=3.8
License-File: LICENSE
License-File: THIRD-PARTY-LICENSES
Provides-Extra: pdf
Requires-Dist: typst~={typst}; extra == "pdf"
Description-Content-Type: text/markdown

{(top / "README.md").read_text()}""".encode()
platforms = tags()
files[f"{info}/WHEEL"] = "\n".join(
    ["Wheel-Version: 1.0", "Generator: cvgit", "Root-Is-Purelib: false"]
    + [f"Tag: py3-none-{platform}" for platform in platforms] + [""]).encode()
record = ""
for name, content in sorted(files.items()):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    record += f"{name},sha256={digest},{len(content)}\n"
files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()

folder.mkdir(parents=True, exist_ok=True)
wheel = folder / f"cvgit-{version}-py3-none-{'.'.join(platforms)}.whl"
date = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))  # ZIP begins in 1980.
with zipfile.ZipFile(wheel, "w") as archive:
    for name, content in sorted(files.items()):
        entry = zipfile.ZipInfo(name, date[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if "/scripts/" in name else 0o100644) << 16
        archive.writestr(entry, content, compresslevel=9)
print(wheel)
