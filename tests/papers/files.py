"""Files as people really have them: by three writers, with a merged title, in two encodings. Nobody in them is real."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import openpyxl
import xlsxwriter

Line = Sequence[Any]
HEADER = ("姓名", "身份证号码", "职称", "取得时间", "技能等级", "取得时间", "出生年月")
PEOPLE: tuple[Line, ...] = (
    ("甲某", "", "工程师", datetime(2021, 7, 15), "无", None, "1985-03-07"),
    ("乙某", "", "助理工程师（初级）", "2025年3月", "", None, "1990.01.05"),
    ("丙某", "", "无", None, "钳工 高级技师", "2019.6.30", "1966年8月"),
)


def by_openpyxl(header: Line, lines: Sequence[Line], title: str = "") -> bytes:
    """As openpyxl writes it; with a title merged over the table where one is given."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if title:
        sheet.append([title])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(header))
    for line in (header, *lines):
        sheet.append(list(line))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def by_xlsxwriter(header: Line, lines: Sequence[Line], title: str = "") -> bytes:
    """As Excel writes it: shared strings, number formats, a sheet of its own for notes."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    notes = book.add_worksheet("填表须知")
    notes.write_string(0, 0, "请按要求填写。")
    sheet = book.add_worksheet("花名册")
    dates = book.add_format({"num_format": "yyyy/m/d"})
    start = 0
    if title:
        sheet.merge_range(0, 0, 0, len(header) - 1, title)
        start = 1
    for row, line in enumerate((header, *lines), start=start):
        for column, value in enumerate(line):
            if isinstance(value, datetime):
                sheet.write_datetime(row, column, value, dates)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write(row, column, value)
    book.close()
    return target.getvalue()


def by_wps(header: Line, lines: Sequence[Line]) -> bytes:
    """WPS style: a merged title, group names merged over two columns, the real header in the third row."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["二〇二六年职工花名册"])
    sheet.merge_cells("A1:G1")
    sheet.append(["基本情况", None, "职称", None, "技能证书", None, "基本情况"])
    sheet.merge_cells("C2:D2")
    sheet.merge_cells("E2:F2")
    sheet.append(["姓名", "身份证号码", "名称", "取得时间", "等级", "取得时间", "出生年月"])
    for line in lines:
        sheet.append(list(line))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_csv(header: Line, lines: Sequence[Line], encoding: str) -> bytes:
    """A table as text."""

    def text(value: Any) -> str:
        return value.strftime("%Y/%m/%d") if isinstance(value, datetime) else str(value or "")

    return "\r\n".join(",".join(map(text, line)) for line in (header, *lines)).encode(encoding)


def with_part(book: bytes, name: str, data: bytes) -> bytes:
    """A workbook with one part replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, data)
    return target.getvalue()


def part(book: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return archive.read(name)


def identity_number(first: str) -> str:
    """A number with a right check digit (GB 11643) from its first 17 digits, by its own sum."""
    weights = [pow(2, 17 - at, 11) for at in range(17)]
    rest = (12 - sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True)) % 11) % 11
    return first + "0123456789X"[rest]


#: region 999999 belongs to nobody
NUMBER = identity_number("42010119850307900")


def annex_1_row(**cells: str) -> dict[str, str]:
    """A row of annex 1 that is right, but for the cells given."""
    row: Mapping[str, str] = {
        "姓名": "甲某",
        "证件类型": "护照",
        "证件号": "X0000001",
        "性别": "男",
        "出生日期": "1985-03-07",
        "文化程度": "大学本科",
        "考生来源": "国有企业",
        "证书领取": "自取",
        "职业名称": "电工",
        "级别": "二级/技师",
        "手机号码": "00000000001",
        "所在单位": "某某厂",
    }
    return {**row, **cells}
