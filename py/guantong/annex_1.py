"""附件1 — checking the summary workbook: its header and every rule of its notes, every error of every row at once."""

from __future__ import annotations

from typing import Any

from .days import today
from .forms import (
    EDUCATION,
    ID_TYPES,
    REACHED_WORDS,
    SKILL_WORDS,
    Findings,
    identity_number,
    real_date,
    source_of_candidate,
    word_list,
)
from .intake import BadInput, InputError, clean, pointer, show
from .policy import statement

#: C087, in this order and no other
COLUMNS = tuple(statement("C087").text.split(" · "))
#: blanks that are worth a warning although the asterisks of note 2 are lost (A42)
EXPECTED = ("姓名", "证件类型", "证件号", "职业名称", "级别", "所在单位")
COLLECTION = ("自取", "快递到付")  # C096
HEADER = "表头"
MAX_CELL = 2000
MAX_ROWS = 100_000


def check(book: object) -> dict[str, Any]:
    """``{"header": [...], "rows": [{column: text}]}`` → header errors, and a report for every row.

    Raises :class:`BadInput` where the input doesn't have that form.
    """
    header, rows = _read(book)
    findings = Findings()
    _check_header(findings, header)
    return {"errors": findings.errors, "rows": [check_row(row) for row in rows]}


def _read(book: object) -> tuple[list[str], list[dict[str, str]]]:
    errors: list[InputError] = []
    if not isinstance(book, dict):
        raise BadInput([InputError("", show(book), '一个对象 {"header": […], "rows": […]}')])
    errors += [
        InputError(pointer(key), show(value), "只有这些键：header、rows")
        for key, value in book.items()
        if key not in ("header", "rows")
    ]
    header, rows = book.get("header"), book.get("rows", [])
    if not isinstance(header, list):
        errors.append(InputError("/header", show(header), "列表：表头的列名"))
        header = []
    for index, name in enumerate(header):
        if not isinstance(name, str) or not clean(name) or len(name) > MAX_CELL:
            errors.append(InputError(pointer("header", index), show(name), "列名文字"))
    if not isinstance(rows, list) or len(rows) > MAX_ROWS:
        errors.append(InputError("/rows", show(rows), f"列表，至多 {MAX_ROWS} 行"))
        rows = []
    for index, row in enumerate(rows):
        errors += _row_errors(row, index)
    if errors:
        raise BadInput(errors)
    return header, [{key: (value or "").strip() for key, value in row.items()} for row in rows]


def _row_errors(row: object, index: int) -> list[InputError]:
    if not isinstance(row, dict):
        return [InputError(pointer("rows", index), show(row), "一个对象：列名和文字")]
    errors = [
        InputError(pointer("rows", index, key), f"列名{show(key)}", f"印得出的列名，至多 {MAX_CELL} 个字")
        for key in row
        if not (clean(key) and len(key) <= MAX_CELL)
    ]
    return errors + [
        InputError(pointer("rows", index, key), show(value), f"文字，至多 {MAX_CELL} 个字")
        for key, value in row.items()
        if value is not None and not (isinstance(value, str) and len(value) <= MAX_CELL and _cell(value))
    ]


def _cell(text: str) -> bool:
    return clean(text.replace("\n", "").replace("\r", "").replace("\t", ""))


def _check_header(findings: Findings, header: list[str]) -> None:
    """Names, number and order of the columns (附件1·说明1); an asterisk on a name is as in the original (A42)."""
    names = [name.strip("*＊") for name in header]
    note = "附件1·说明1"
    for name in COLUMNS:
        if name not in names:
            findings.error(HEADER, name, note, f"表头缺少“{name}”一列。")
    for index, name in enumerate(names):
        if name not in COLUMNS:
            spaced = "名称前后多了空格" if name.strip() in COLUMNS else "不是模板里的列名"
            findings.error(HEADER, name, note, f"表头第{index + 1}列“{name}”{spaced}。")
        elif name in names[:index]:
            findings.error(HEADER, name, note, f"表头第{index + 1}列“{name}”重复。")
    if sorted(names) == sorted(COLUMNS) and names != list(COLUMNS):
        wrong = next(i for i, (a, b) in enumerate(zip(names, COLUMNS, strict=True)) if a != b)
        findings.error(HEADER, names[wrong], note, f"表头次序被改动：第{wrong + 1}列应为“{COLUMNS[wrong]}”。")


def check_row(row: dict[str, str]) -> dict[str, Any]:
    """Every error and warning of one row; a missing column counts as blank."""
    findings = Findings()
    for column in row:
        if column.strip("*＊") not in COLUMNS:
            findings.error(column, row[column], "附件1·说明1", f"“{column}”不是模板里的列名。")
    cells = {column.strip("*＊"): value for column, value in row.items()}
    for column in EXPECTED:
        if not cells.get(column):
            findings.warn(
                column,
                "",
                "附件1·说明2",
                f"{column}是空的。本站所用文本没有星号，看不出必填列，请核对。",
                confirm=column == "证件类型",
            )
    _check_identity(findings, cells)
    _check_words(findings, cells)
    _check_level(findings, cells.get("级别", ""))
    return findings.report()


def _check_identity(findings: Findings, cells: dict[str, str]) -> None:
    """附件1·说明3, 4, 5: type of document, sex and birth date where it is no identity card, form of the date."""
    kind, sex, birth = cells.get("证件类型", ""), cells.get("性别", ""), cells.get("出生日期", "")
    listed = not kind or word_list(findings, "证件类型", kind, ID_TYPES, "附件1·说明3")
    if kind and listed and kind != "身份证":
        for column, value in (("性别", sex), ("出生日期", birth)):
            if not value:
                findings.error(column, "", "附件1·说明4", f"证件类型是“{kind}”，{column}为必填项。")
    if sex and sex not in ("男", "女"):
        findings.warn("性别", sex, "附件1·说明4", f"性别填的是“{sex}”，通常填“男”或“女”。")
    day = real_date(birth) if birth else None
    if birth and day is None:
        findings.error(
            "出生日期", birth, "附件1·说明5", f"出生日期填的是“{birth}”，应写成 2019-10-01 这样的真实日期。"
        )
    elif day and day > today():
        findings.warn("出生日期", birth, "附件1·说明5", f"出生日期 {birth} 还没有到，请核对。")
    if kind == "身份证" and cells.get("证件号"):
        identity_number(findings, "证件号", cells["证件号"], birth if day else "", sex)


def _check_words(findings: Findings, cells: dict[str, str]) -> None:
    """附件1·说明6 to 9: education, source, collection, and the address that delivery needs."""
    if education := cells.get("文化程度"):
        word_list(findings, "文化程度", education, EDUCATION, "附件1·说明6")
    if source := cells.get("考生来源"):
        source_of_candidate(findings, "考生来源", source, "附件1·说明7")
    if collection := cells.get("证书领取"):
        word_list(findings, "证书领取", collection, COLLECTION, "附件1·说明8")
    if cells.get("证书领取") == COLLECTION[1] and not cells.get("邮寄地址"):
        findings.error("邮寄地址", "", "附件1·说明9", "证书领取选了“快递到付”，邮寄地址为必填项。")


def _check_level(findings: Findings, level: str) -> None:
    """附件1·说明10; a level below 三级 is on the form but not within the policy (A44)."""
    if (
        level
        and word_list(findings, "级别", level, SKILL_WORDS, "附件1·说明10")
        and level not in REACHED_WORDS
    ):
        findings.warn("级别", level, "三（二）", f"“{level}”在下拉名单里，但贯通申报不低于三级/高级工。")


__all__ = ["COLUMNS", "check", "check_row"]
