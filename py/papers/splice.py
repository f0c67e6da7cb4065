"""Putting texts into cells of an existing workbook, and leaving every other byte of it as it is.

A library that reads a workbook and writes it again loses what it doesn't know: drop-downs that look at another sheet, notes,
controls. So only the rows of one sheet are rewritten, between what stands there; everything else is copied.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from xml.etree import ElementTree
from xml.parsers import expat

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from .archive import PAGE, Limits, open_archive
from .cells import printable
from .refusal import Refused
from .tables import BROKEN

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: the order of calculation, which a program makes anew, and macros, which no file of ours carries on
_LEFT_OUT = ("calcChain.xml", "vbaProject.bin", "vbaProjectSignature.bin", "vbaProject.bin.rels")
_NAMED = re.compile(rb"<(?:Override|Relationship)\b[^>]*(?:calcChain|vbaProject)[^>]*/>")
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_WITHOUT = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*/>")
_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_SPANS = re.compile(rb'\sspans="[^"]*"')
_STAMP = (1980, 1, 1, 0, 0, 0)

Place = tuple[int, int]  #: row and column, from 1


@dataclass
class _Cell:
    column: int
    start: int
    end: int = 0
    style: str = ""


@dataclass
class _Row:
    number: int
    start: int
    inner: int = 0  #: where the cells begin
    close: int = 0  #: where the closing tag stands; equal to ``inner`` for a row without one
    end: int = 0
    is_empty_tag: bool = False
    cells: list[_Cell] = field(default_factory=list)


@dataclass
class _Sheet:
    prefix: str = ""
    rows: list[_Row] = field(default_factory=list)
    data_start: int = 0
    data_end: int = 0
    data_is_empty_tag: bool = False
    column_styles: dict[int, str] = field(default_factory=dict)
    has_formulas: bool = False


def put(
    book: bytes, sheet: str, texts: Mapping[Place, str], model_row: int = 0, limits: Limits = PAGE
) -> bytes:
    """The workbook with these texts in these cells, as text cells.

    A new cell takes its style from the cell of ``model_row`` in the same column, else from the column.
    Raises :class:`Refused` where the workbook can't be read.
    """
    with open_archive(book, limits) as archive:
        try:
            part = _part_of(archive, sheet)
            data = archive.read(part)
            new = _Splicer(data, _scan(data), texts, model_row).result()
            return _copied(archive, part, new)
        except (*BROKEN, expat.ExpatError) as wrong:
            raise Refused("这个工作簿的写法读不懂，没有改动。请用 Excel 或 WPS 另存一份再试。") from wrong


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet, by way of the workbook's relations."""
    base = "xl/workbook.xml"
    roots = ElementTree.fromstring(archive.read("_rels/.rels"))
    for relation in roots:
        if relation.get("Type", "").endswith("/officeDocument"):
            base = relation.get("Target", base).lstrip("/")
    book = ElementTree.fromstring(archive.read(base))
    sheets = list(book.iter(f"{_MAIN}sheet"))
    found = next((item for item in sheets if item.get("name") == sheet), sheets[0])
    folder, name = posixpath.split(base)
    relations = ElementTree.fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
    target = next(
        item.get("Target", "") for item in relations if item.get("Id") == found.get(f"{_RELATION}id")
    )
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


def _copied(archive: zipfile.ZipFile, part: str, new: bytes) -> bytes:
    """The archive with one part replaced; it comes out as .xlsx, whatever it was."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in archive.infolist():
            if entry.filename.endswith(_LEFT_OUT):
                continue
            data = new if entry.filename == part else archive.read(entry)
            if entry.filename == "[Content_Types].xml" or entry.filename.endswith("workbook.xml.rels"):
                data = _NAMED.sub(b"", data).replace(_WITH_MACROS, _WITHOUT)
            made.writestr(zipfile.ZipInfo(entry.filename, _STAMP), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _scan(data: bytes) -> _Sheet:
    """Where rows and cells of a sheet stand, in bytes."""
    found = _Sheet()
    parser = expat.ParserCreate()
    depth: list[str] = []
    opened: list[bool] = []  #: whether each open tag is an empty one, which ends where it begins

    def local(name: str) -> str:
        return name.rsplit(":", 1)[-1]

    def open_tag(name: str, given: dict[str, str]) -> None:
        at, tag = parser.CurrentByteIndex, local(name)
        if tag == "sheetData":
            found.prefix = name[: -len(tag)]
            found.data_start = _tag_end(data, at)
        elif tag == "col" and given.get("style"):
            for column in range(int(given["min"]), min(int(given["max"]), 16_384) + 1):
                found.column_styles[column] = given["style"]
        elif tag == "row" and depth[-1:] == ["sheetData"]:
            number = int(given.get("r") or (found.rows[-1].number + 1 if found.rows else 1))
            found.rows.append(_Row(number, at, inner=_tag_end(data, at)))
        elif tag == "c" and depth[-1:] == ["row"]:
            row = found.rows[-1]
            letters = coordinate_from_string(given["r"])[0] if "r" in given else ""
            column = (
                column_index_from_string(letters)
                if letters
                else (row.cells[-1].column + 1 if row.cells else 1)
            )
            row.cells.append(_Cell(column, at, style=given.get("s", "")))
        depth.append(tag)
        opened.append(tag in ("c", "row", "sheetData") and data[_tag_end(data, at) - 2] == ord("/"))

    def close_tag(name: str) -> None:
        at, tag = parser.CurrentByteIndex, local(name)
        depth.pop()
        has_close = not opened.pop()
        end = data.index(b">", at) + 1 if has_close else at
        if tag == "sheetData":
            found.data_end, found.data_is_empty_tag = at, not has_close
        elif tag == "row" and depth[-1:] == ["sheetData"]:
            row = found.rows[-1]
            row.close, row.end, row.is_empty_tag = at, end, not has_close
        elif tag == "c" and depth[-1:] == ["row"]:
            found.rows[-1].cells[-1].end = end

    parser.StartElementHandler, parser.EndElementHandler = open_tag, close_tag
    parser.Parse(data, True)
    if not found.data_start:
        raise ValueError("no sheetData")
    return found


def _tag_end(data: bytes, start: int) -> int:
    """Behind the “>” of a tag; an attribute may hold one between quotes."""
    tag = _TAG.match(data, start)
    if tag is None:
        raise ValueError("a tag without end")
    return tag.end()


class _Splicer:
    """Builds the new bytes of the sheet from pieces of the old ones and from new cells."""

    def __init__(self, data: bytes, sheet: _Sheet, texts: Mapping[Place, str], model_row: int) -> None:
        self.data, self.sheet = data, sheet
        self.wanted: dict[int, dict[int, str]] = {}
        for (row, column), text in texts.items():
            self.wanted.setdefault(row, {})[column] = text
        model = next((row for row in sheet.rows if row.number == model_row), None)
        self.styles = {cell.column: cell.style for cell in model.cells} if model else {}

    def result(self) -> bytes:
        data, sheet = self.data, self.sheet
        out: list[bytes] = []
        at = sheet.data_start
        waiting = sorted(self.wanted)
        for row in sheet.rows:
            while waiting and waiting[0] < row.number:
                out += [data[at : row.start], self._new_row(waiting.pop(0))]
                at = row.start
            out.append(data[at : row.start])
            at = row.end
            if waiting and waiting[0] == row.number:
                out.append(self._changed_row(row, self.wanted[waiting.pop(0)]))
            else:
                out.append(data[row.start : row.end])
        rest = b"".join(map(self._new_row, waiting))
        if sheet.data_is_empty_tag:
            return self._opened(rest)
        out += [data[at : sheet.data_end], rest]
        return self._dimension(data[: sheet.data_start]) + b"".join(out) + data[sheet.data_end :]

    def _opened(self, rows: bytes) -> bytes:
        """``<sheetData/>`` becomes a pair of tags."""
        name = f"{self.sheet.prefix}sheetData".encode()
        before = self.data[: self.sheet.data_start].rstrip()[:-2].rstrip()
        return (
            self._dimension(before + b">") + rows + b"</" + name + b">" + self.data[self.sheet.data_start :]
        )

    @staticmethod
    def _dimension(head: bytes) -> bytes:
        """What the sheet says of its size is optional, and no longer true."""
        return _DIMENSION.sub(b"", head)

    def _new_row(self, number: int) -> bytes:
        cells = b"".join(
            self._cell(number, column, text, "") for column, text in sorted(self.wanted[number].items())
        )
        name = f"{self.sheet.prefix}row".encode()
        return b"<" + name + f' r="{number}">'.encode() + cells + b"</" + name + b">"

    def _changed_row(self, row: _Row, texts: dict[int, str]) -> bytes:
        data = self.data
        head = _SPANS.sub(b"", data[row.start : row.inner])
        if row.is_empty_tag:
            head = head.rstrip()[:-2].rstrip() + b">"
        out, waiting = [head], sorted(texts)
        for cell in row.cells:
            while waiting and waiting[0] < cell.column:
                column = waiting.pop(0)
                out.append(self._cell(row.number, column, texts[column], ""))
            if waiting and waiting[0] == cell.column:
                out.append(self._cell(row.number, cell.column, texts[waiting.pop(0)], cell.style))
            else:
                out.append(data[cell.start : cell.end])
        out += [self._cell(row.number, column, texts[column], "") for column in waiting]
        return b"".join(out) + f"</{self.sheet.prefix}row>".encode()

    def _cell(self, row: int, column: int, text: str, style: str) -> bytes:
        p = self.sheet.prefix
        style = style or self.styles.get(column, "") or self.sheet.column_styles.get(column, "")
        place = f'r="{get_column_letter(column)}{row}"' + (f' s="{style}"' if style else "")
        if not text:
            return f"<{p}c {place}/>".encode()
        words = escape(printable(text), quote=False)
        return f'<{p}c {place} t="inlineStr"><{p}is><{p}t xml:space="preserve">{words}</{p}t></{p}is></{p}c>'.encode()
