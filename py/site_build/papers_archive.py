"""The archive of the pages for lists and forms: ``papers``, the libraries it stands on, and what those need of Python's own.

The whole rest of the standard library is four times as large, so the few parts in use are named here; a test in the
browser does everything that the pages can do with just these.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from site_build import node
from site_build.archive import package, unpack

#: of python-stdnum only what knows Chinese identity numbers
NUMBERS = (
    "__init__.py",
    "util.py",
    "exceptions.py",
    "numdb.py",
    "cn/__init__.py",
    "cn/ric.py",
    "cn/uscc.py",
    "cn/loc.dat",
)
#: what only a command line has a use for
NOT_IN_PAGE = ("papers/cli.py", "papers/__main__.py")
#: modules and packages of the standard library, by the beginning of their names
STANDARD = (
    "base64.py", "bisect.py", "bz2.py", "compression/", "csv.py", "decimal.py", "encodings/cp437.py", "encodings/gb18030.py",
    "encodings/utf_16.py", "encodings/utf_16_be.py", "encodings/utf_16_le.py", "encodings/utf_8_sig.py", "hashlib.py",
    "heapq.py", "html/__init__.py", "html/entities.py", "importlib/readers.py", "importlib/resources/", "lzma.py",
    "mimetypes.py", "numbers.py", "pkgutil.py", "random.py", "shutil.py", "string/__init__.py", "struct.py", "tempfile.py", "threading.py",
    "urllib/__init__.py", "urllib/parse.py", "ipaddress.py", "xml/__init__.py", "xml/etree/", "xml/parsers/", "zipfile/",
)  # fmt: skip


def papers_archive() -> dict[str, bytes]:
    """The files of the archive."""
    standard = unpack((node.PYODIDE / "python_stdlib.zip").read_bytes())
    files = {
        name: data for name, data in standard.items() if name.startswith(STANDARD) and name.endswith(".py")
    }
    files |= {path.name: path.read_bytes() for path in (node.CALCULATOR / "python" / "papers").glob("*.py")}
    for name in ("papers", "openpyxl", "et_xmlfile"):
        files |= package(_folder(name))
    numbers = _folder("stdnum")
    files |= {f"stdnum/{name}": (numbers / name).read_bytes() for name in NUMBERS}
    return {
        name: data
        for name, data in files.items()
        if name not in NOT_IN_PAGE and name.endswith((".py", ".dat"))
    }


def _folder(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"The package {name} is missing. `make setup` installs it.")
    return Path(spec.origin).parent
