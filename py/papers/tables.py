"""Rows of a table, whatever it comes in: .xlsx, .xlsm (its macros are never looked at), .csv, pasted text."""

from __future__ import annotations

import codecs
import csv
import io
import warnings
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple, TextIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from .archive import PAGE, Limits, Source, open_archive, size, stream
from .cells import clean, lost_digits, text_of
from .refusal import Refused

#: what openpyxl and the zip give up with on a broken workbook
BROKEN = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, ParseError, BadZipFile, EOFError, OSError, zlib.error,
)  # fmt: skip
_ENCODINGS = ("utf-8-sig", "gb18030")
_CHUNK = 1 << 20
_DELIMITERS = "\t,;，"


class Row(NamedTuple):
    """One row: its number in the file (from 1), its cells as text, and the columns whose number has lost digits."""

    number: int
    cells: list[str]
    lost: frozenset[int] = frozenset()

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


def is_workbook(source: Source) -> bool:
    """Whether the file is a zip, as .xlsx is, by its first bytes and not by its name."""
    with stream(source) as file:
        return file.read(2) == b"PK"


def sheet_names(source: Source, limits: Limits = PAGE) -> list[str]:
    """The names of the visible sheets of a workbook; none for other files. Raises :class:`Refused`."""
    if not is_workbook(source):
        return []
    try:
        book = _load(source, limits)
        names = _visible(book)
        book.close()
    except BROKEN as wrong:
        raise _broken() from wrong
    return names


def rows(source: Source, limits: Limits = PAGE, sheet: str = "") -> Iterator[Row]:
    """The rows of one sheet (the first visible one if none is named) or of a text file, blank ones left out.

    Raises :class:`Refused` where the file can't be read, and as soon as it has more rows or columns than ``limits`` allows.
    """
    found = _workbook_rows(source, limits, sheet) if is_workbook(source) else _text_rows(source, limits)
    for count, row in enumerate((row for row in found if not row.is_blank), start=1):
        if count > limits.rows:
            raise Refused(f"表里超过 {limits.rows} 行，这里最多读 {limits.rows} 行。请分成几个文件。")
        if len(row.cells) > limits.columns:
            raise Refused(
                f"第 {row.number} 行有 {len(row.cells)} 列，这里最多读 {limits.columns} 列。请只留要用的列。"
            )
        yield row


def _load(source: Source, limits: Limits) -> Any:
    from openpyxl import load_workbook

    with open_archive(source, limits) as archive:
        names = set(archive.namelist())
    if "[Content_Types].xml" not in names:
        raise Refused("这不是 .xlsx 工作簿。请在 Excel 或 WPS 里另存为 .xlsx 再试。")
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # about parts that openpyxl doesn't keep; nothing is written back here
        return load_workbook(stream(source), read_only=True, data_only=True, keep_links=False)


def _visible(book: Any) -> list[str]:
    names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not names:
        raise Refused("工作簿里没有表。")
    return names


def _workbook_rows(source: Source, limits: Limits, sheet: str) -> Iterator[Row]:
    try:
        book = _load(source, limits)
        names = _visible(book)
        chosen = book[sheet if sheet in names else names[0]]
        chosen.reset_dimensions()  # what a file says of its own size is not to be trusted
        for number, values in enumerate(chosen.iter_rows(values_only=True), start=1):
            cells = [text_of(value) for value in values]
            while cells and not cells[-1]:
                cells.pop()
            lost = frozenset(i for i, value in enumerate(values) if lost_digits(value))
            yield Row(number, cells, lost)
        book.close()
    except BROKEN as wrong:
        raise _broken() from wrong


def _broken() -> Refused:
    return Refused("工作簿读不出来，可能已经损坏。请用 Excel 或 WPS 打开，另存一份再试。")


def _text_rows(source: Source, limits: Limits) -> Iterator[Row]:
    if size(source) > limits.packed:
        raise Refused(f"文件超过 {limits.packed // 1_000_000} MB。请分成几个文件。")
    with stream(source) as binary:
        head = binary.read(4096)
    if not head or head.lstrip()[:1] == b"<" or head.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        open_archive(source, limits)  # says what it is
    if head[:1] not in (b"\xff", b"\xfe") and b"\0" in head:
        raise Refused("这个文件不是 .xlsx，也不是 .csv 文本。")
    encoding = encoding_of(source)
    with stream(source) as binary, io.TextIOWrapper(binary, encoding, newline="") as text:
        yield from _separated(text, limits)


def encoding_of(source: Source) -> str:
    """The encoding of a text file: UTF-16 by its mark, UTF-8 if every byte fits, else GB18030. Raises :class:`Refused`."""
    with stream(source) as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
    for encoding in _ENCODINGS:
        if _decodes(source, encoding):
            return encoding
    raise Refused("文件的编码认不出来。请另存为 UTF-8 或 GB18030 编码的 .csv，或 .xlsx。")


def _decodes(source: Source, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with stream(source) as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _separated(text: TextIO, limits: Limits) -> Iterator[Row]:
    csv.field_size_limit(max(limits.cell * 8, 131_072))
    reader = csv.reader(text, delimiter=_delimiter(text))
    try:
        for cells in reader:
            yield Row(reader.line_num, [_unguarded(clean(cell)) for cell in cells])
    except (csv.Error, UnicodeError) as wrong:
        raise Refused(f"第 {reader.line_num} 行读不下去。请另存为 .xlsx 再试。") from wrong


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a text from being taken for a formula, or a number for a number."""
    return cell[1:] if cell.startswith("'") else cell


def _delimiter(text: TextIO) -> str:
    head = text.read(4096)
    text.seek(0)
    found = max(_DELIMITERS, key=head.count)
    return found if head.count(found) else ","
