"""Files through a real LibreOffice, in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

#: LibreOffice is no part of the setup: where the machine has it, its files are tried too.
OFFICE = shutil.which("soffice")
XLSX = "xlsx:Calc MS Excel 2007 XML"
PDF = "pdf"
#: text of the first sheet, cells as they are formatted: in UTF-8, and in the encoding that the Chinese Excel calls its own
CSV_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
CSV_GB18030 = "csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false"


def convert(folder: Path, kind: str, *names: str) -> Path:
    """Opens these files of the folder and writes them anew into the folder that it gives; tables in text are UTF-8."""
    out = folder / "out"
    subprocess.run(
        [
            OFFICE or "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            *("--convert-to", kind),
            *(["--infilter=CSV:44,34,76,1"] if names[0].endswith(".csv") else []),
            *("--outdir", str(out), *(str(folder / name) for name in names)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out


def converted(data: bytes, name: str, kind: str, folder: Path) -> bytes:
    """What LibreOffice writes after opening this file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return (convert(folder, kind, name) / name).with_suffix(f".{kind.split(':')[0]}").read_bytes()
