"""Files through a real LibreOffice, in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

#: LibreOffice is no part of the setup: where the machine has it, its files are tried too.
OFFICE = shutil.which("soffice")
XLSX = "xlsx:Calc MS Excel 2007 XML"
PDF = "pdf"
#: text of the first sheet, cells as they are formatted, in the encoding that the Chinese Excel calls its own
CSV_GB18030 = "csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false"


def converted(data: bytes, name: str, kind: str, folder: Path) -> bytes:
    """What LibreOffice writes after opening this file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    out = folder / "out"
    subprocess.run(
        [
            OFFICE or "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            *("--convert-to", kind, "--outdir", str(out), str(folder / name)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (out / name).with_suffix(f".{kind.split(':')[0]}").read_bytes()
