"""The blank forms as files of the site: the same for everybody, made anew only when the rules change."""

from __future__ import annotations

import re
from pathlib import Path

from papers import annex_1_book, annex_2_document, people_book
from site_build.archive import pack, unpack

FORMS = "assets/forms"
_DATED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def write_forms(stage: Path) -> None:
    """Write the blank list, annex 1 and annex 2."""
    folder = stage / FORMS
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (
        ("list.xlsx", people_book.template()),
        ("annex1.xlsx", annex_1_book.template()),
        ("annex2.docx", annex_2_document.document([{}], copies=1)),
    ):
        (folder / name).write_bytes(undated(data))


def undated(book: bytes) -> bytes:
    """The same file without the moment at which it was made, so that the same sources give the same bytes."""
    return pack({name: _DATED.sub(b"", part) for name, part in unpack(book).items()})
