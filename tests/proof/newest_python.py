"""Fetches the newest CPython that Debian has, for the comparison of Pythons: unpacked beside the project, never installed.

    python -m tests.proof.newest_python

It comes from the package archive that this machine's apt is set up with, in Debian's newest suite, checked by the same
signatures, with a C library of its own. What it needs stands in ``build/pythons``; ``make clean`` removes it. Where there is no
apt, it says so and the comparison goes on with the Pythons at hand.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from site_build.paths import ROOT

PLACE = ROOT / "build" / "pythons"
SUITE = "sid"
LIBRARIES = ("libc6", "libexpat1", "zlib1g")
_NAME = re.compile(r"^python3\.(\d+)-minimal$", re.MULTILINE)


class NoDebianError(Exception):
    """This machine has no apt, or no Debian archive."""


def archive() -> str:
    """The address of the Debian archive that apt is set up with."""
    if not shutil.which("apt-get"):
        raise NoDebianError("there is no apt here")
    targets = _run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN) $(SITE) $(REPO_URI)", "Created-By: Packages"]
    )
    for line in targets.splitlines():
        origin, _, rest = line.partition(" ")
        if origin == "Debian" and "security" not in rest:
            return rest.split()[-1]
    raise NoDebianError("apt has no Debian archive here")


def options(scratch: Path) -> list[str]:
    """apt with a list of sources and a state of its own."""
    (scratch / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    (scratch / "cache" / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    sources = scratch / "sources.list"
    sources.write_text(f"deb {archive()} {SUITE} main\n", "utf-8")
    chosen = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": scratch / "lists",
        "Dir::Cache": scratch / "cache",
        "APT::Sandbox::User": "root",
    }
    return ["-qq", *(part for key, value in chosen.items() for part in ("-o", f"{key}={value}"))]


def fetch() -> Path:
    """The interpreter, as a small script that starts it with its own libraries."""
    scratch, debs, root = (PLACE / name for name in ("apt", "debs", "root"))
    for folder in (debs, root):
        folder.mkdir(parents=True, exist_ok=True)
    apt = options(scratch)
    _run(["apt-get", *apt, "update"])
    minors = _NAME.findall(_run(["apt-cache", *apt, "pkgnames", "python3"]))
    name = f"python3.{max(map(int, minors))}"
    packages = [f"{name}-minimal", f"lib{name}-minimal", f"lib{name}-stdlib", *LIBRARIES]
    _run(["apt-get", *apt, "download", *packages], debs)
    for deb in sorted(debs.glob("*.deb")):
        _run(["dpkg-deb", "-x", str(deb), str(root)])
    return _script(root, name)


def _script(root: Path, name: str) -> Path:
    loader = next(root.rglob("ld-linux*.so*"))
    libraries = ":".join(sorted({str(path.parent) for path in root.rglob("libc.so.6")}))
    python = root / "usr" / "bin" / name
    home, loader_, libraries, python_ = map(
        shlex.quote, (str(root / "usr"), str(loader), libraries, str(python))
    )
    script = PLACE / "bin" / name
    script.parent.mkdir(exist_ok=True)
    command = f"PYTHONHOME={home} exec {loader_} --library-path {libraries} {python_}"
    script.write_text(f'#!/bin/sh\n{command} "$@"\n', "utf-8")
    script.chmod(0o755)
    return script


def _run(command: list[str], folder: Path | None = None) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=300).stdout


def main() -> int:
    """Fetch it and say which it is; or why not."""
    try:
        script = fetch()
    except (NoDebianError, OSError, subprocess.SubprocessError) as why:
        print(f"no newer CPython fetched: {why}")
        return 0
    print(_run([str(script), "-c", "import sys; print('fetched CPython', sys.version.split()[0])"]).strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
