"""Opening a workbook as the zip that it is, without trusting it: every limit is checked before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .refusal import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOK = 4096
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is still read: bytes of the file, bytes unpacked, entries, rows, columns, characters of a cell."""

    packed: int = 30 * MEGABYTE
    unpacked: int = 200 * MEGABYTE
    ratio: int = 200  #: of one entry of more than a megabyte
    entries: int = 2000
    rows: int = 20_000
    columns: int = 400
    cell: int = 2000


#: for a browser, whose memory is the visitor's
PAGE = Limits()
#: for the command line, which streams
OFFICE = Limits(packed=2000 * MEGABYTE, unpacked=8000 * MEGABYTE, rows=1_048_576)

Source = bytes | Path


def stream(source: Source) -> BinaryIO:
    """The bytes of a file, from memory or from disk."""
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def size(source: Source) -> int:
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def open_archive(source: Source, limits: Limits = PAGE) -> zipfile.ZipFile:
    """The zip behind a workbook. Raises :class:`Refused` for whatever is none, or would grow out of hand."""
    if size(source) > limits.packed:
        raise Refused(
            f"文件有 {size(source) / MEGABYTE:.0f} MB，这里最多读 {limits.packed // MEGABYTE} MB。请分成几个文件。"
        )
    with stream(source) as file:
        head = file.read(_LOOK)
    _refuse_other_formats(source, head)
    try:
        archive = zipfile.ZipFile(stream(source))
        _refuse_bombs(archive, limits)
        _refuse_entities(archive)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as wrong:
        raise Refused(
            "文件读不出来，可能没有传完或已经损坏。请用 Excel 或 WPS 打开，另存一份再试。"
        ) from wrong
    return archive


def _refuse_other_formats(source: Source, head: bytes) -> None:
    if not head:
        raise Refused("文件是空的。")
    if head.startswith(_OLE):
        with stream(source) as file:
            encrypted = _ENCRYPTED in file.read(4 * MEGABYTE)
        raise Refused(
            "文件加了密码，这里打不开。请在 Excel 或 WPS 里去掉密码，另存一份再试。"
            if encrypted
            else "这是旧的 .xls 格式，这里读不了。请在 Excel 或 WPS 里另存为 .xlsx 再试。"
        )
    if head.lstrip()[:1] == b"<":
        raise Refused("这个文件其实是网页，不是工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。")
    if head.startswith(b"%PDF"):
        raise Refused("这是 PDF 文件，不是工作簿。请用 .xlsx 或 .csv。")


def _refuse_bombs(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Sizes are those that the directory declares; reading never gives more than is declared."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > MEGABYTE and entry.file_size > limits.ratio * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > limits.entries or unpacked > limits.unpacked or swollen:
        raise Refused(
            f"文件解开以后有 {unpacked / MEGABYTE:.0f} MB，大得不正常，没有打开。请只留要用的一张表，另存一份再试。"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("文件加了密码，这里打不开。请去掉密码再试。")


def _refuse_entities(archive: zipfile.ZipFile) -> None:
    """A workbook has no document type of its own; one that has is made to blow up a reader."""
    for entry in archive.infolist():
        if not entry.filename.endswith((".xml", ".rels", ".vml")):
            continue
        with archive.open(entry) as part:
            head = part.read(_LOOK).replace(b"\0", b"").upper()
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise Refused("文件里有不该有的内容（文档类型定义），没有打开。请用 Excel 或 WPS 另存一份再试。")
