"""The commands of ``python -m papers``: lists of people, annex 1, annex 2, for offices that prefer files to a page."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from guantong import annex_2
from guantong.facts import BY_KEY
from guantong.intake import BadInput

from . import annex_1_book, annex_1_fill, people_book
from .annex_1_check import Finding, check
from .annex_2_document import document
from .annexes_of_person import annex_1_row, annex_2_fields
from .archive import OFFICE
from .people import GROUPS, Assessor, Summary
from .people_book import ResultBook
from .people_list import open_list, people, verdicts
from .people_values import parse
from .refusal import Refused
from .tables import is_workbook, sheet_names


def main(arguments: Sequence[str]) -> int:
    """Exit status 0; 1 where a checked annex 1 has errors; 2, with a sentence on standard error, where a file can't be used."""
    given = _parser().parse_args(arguments)
    try:
        status: int = given.run(given)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except BadInput as bad:
        print("\n".join(error.says for error in bad.errors), file=sys.stderr)
        return 2
    except OSError as wrong:
        print(f"读写不了文件 {wrong.filename}：{wrong.strerror}。", file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m papers", description="名单、附件1、附件2")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, run: Any, says: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=says, description=says)
        made.set_defaults(run=run)
        return made

    made = command("people", _people, "名单逐人计算：谁现在可申报什么、从哪天起、要问什么")
    made.add_argument("source", type=Path, metavar="名单.xlsx")
    made.add_argument("target", type=Path, metavar="结果.xlsx")
    _list_options(made)
    made = command("people-template", _people_template, "写出空白名单")
    made.add_argument("target", type=Path, metavar="空白名单.xlsx")
    made = command("annex1-check", _annex1_check, "检查填好的附件1，逐行列出错误和建议")
    made.add_argument("source", type=Path, metavar="附件1.xlsx")
    made.add_argument("--sheet", default="", help="工作表名")
    made.add_argument("--json", action="store_true", help="每个问题一行 JSON")
    made.add_argument("--corrected", type=Path, metavar="改好的.xlsx", help="把全部建议写进去，另存")
    made = command("annex1-template", _annex1_template, "写出空白的附件1")
    made.add_argument("target", type=Path, metavar="附件1.xlsx")
    made = command("annex1-fill", _annex1_fill, "用名单填附件1")
    made.add_argument("source", type=Path, metavar="名单.xlsx")
    made.add_argument("target", type=Path, metavar="附件1.xlsx")
    made.add_argument("--form", type=Path, metavar="空白表.xlsx", help="填进经办机构自己的空白表")
    made.add_argument("--unit", default="", help="申报单位")
    _list_options(made)
    made = command("annex2", _annex2, "用名单填附件2，一人三份")
    made.add_argument("source", type=Path, metavar="名单.xlsx 或 表.json")
    made.add_argument("target", type=Path, metavar="附件2.docx")
    made.add_argument("--copies", type=int, default=annex_2.COPIES, help="每人几份")
    _list_options(made)
    return parser


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", default=None, help="工作表名，不写就自己找")
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        default=None,
        metavar="YYYY-MM-DD",
        help="年限算到哪一天，默认今天",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="列名=项目",
        help="说明一列是什么，如 证书时间=skills.0.obtained",
    )
    parser.add_argument(
        "--all", action="append", default=[], metavar="项目=值", help="全体都一样的情况，如 works_in_wuhan=是"
    )
    parser.add_argument("--blank-is-none", action="store_true", help="职称、技能等级一栏空着，就是没有")


def _staff(given: argparse.Namespace) -> Iterator[Any]:
    """The people of the list with their verdicts; the summary stands in ``given.summary``."""
    staff = open_list(given.source, OFFICE, given.sheet)
    fields = list(staff.fields)
    for item in given.column:
        header, _, field = item.partition("=")
        if header not in staff.headers:
            raise Refused(f"表头里没有“{header}”这一列。表头是：{'、'.join(filter(None, staff.headers))}。")
        fields[staff.headers.index(header)] = field
    common: dict[str, Any] = {}
    for item in given.all:
        key, _, text = item.partition("=")
        value = parse(BY_KEY[key], text).value if key in BY_KEY else None
        if value is None:
            raise Refused(f"--all {item} 看不懂。写法：项目=值，如 works_in_wuhan=是。")
        common[key] = value
    given.assessor, given.summary = Assessor(given.as_of), Summary()
    unknown = [header for header, field in zip(staff.headers, fields, strict=True) if header and not field]
    if unknown:
        print(f"这些列没有用到：{'、'.join(unknown)}。用 --column 可以说明是什么。", file=sys.stderr)
    found = people(staff, fields, common, blank_is_none=given.blank_is_none)
    yield from verdicts(found, given.assessor, given.summary)


def _people(given: argparse.Namespace) -> int:
    pairs = _staff(given)
    book: ResultBook | None = None
    for _, verdict in pairs:
        book = book or ResultBook(given.assessor.as_of)
        book.add(verdict, given.assessor.questions)
    if book is None:
        raise Refused("名单里没有人。")
    with given.target.open("wb") as target:
        book.save(target, given.summary, given.assessor.questions)
    counts = "，".join(f"{GROUPS[key]} {count} 人" for key, count in given.summary.groups.items())
    print(f"共 {given.summary.total} 人：{counts}。结果写在 {given.target}。")
    return 0


def _people_template(given: argparse.Namespace) -> int:
    given.target.write_bytes(people_book.template())
    return 0


def _annex1_template(given: argparse.Namespace) -> int:
    given.target.write_bytes(annex_1_book.template())
    return 0


def _annex1_fill(given: argparse.Namespace) -> int:
    lines = (annex_1_row(person, verdict) for person, verdict in _staff(given))
    if given.form:
        given.target.write_bytes(annex_1_fill.fill(given.form.read_bytes(), list(lines), OFFICE))
        return 0
    with given.target.open("wb") as target:
        annex_1_book.write(target, lines, given.unit)
    return 0


def _annex2(given: argparse.Namespace) -> int:
    if given.source.suffix == ".json":
        loaded = json.loads(given.source.read_text("utf-8-sig"))
        forms = loaded if isinstance(loaded, list) else [loaded]
        for form in forms:
            annex_2.check(form)
    else:
        forms = [annex_2_fields(person, verdict) for person, verdict in _staff(given)]
    given.target.write_bytes(document(forms, given.copies))
    return 0


def _annex1_check(given: argparse.Namespace) -> int:
    sheet = given.sheet
    if not sheet and is_workbook(given.source) and len(sheet_names(given.source, OFFICE)) > 1:
        sheet = annex_1_fill.sheet_with_header(given.source, OFFICE)
    checked, lines = check(given.source, OFFICE, sheet)
    found = list(checked.header)
    count = 0
    for finding in found:
        _print(finding, as_json=given.json)
    for _, findings in lines:
        count += 1
        for finding in findings:
            _print(finding, as_json=given.json)
        found += findings
    errors = sum(finding.severity == "error" for finding in found)
    print(f"共 {count} 行，{errors} 处错误，{len(found) - errors} 处提醒。", file=sys.stderr)
    if given.corrected:
        fixes = {(finding.row, finding.column): finding.suggestion for finding in found if finding.suggestion}
        given.corrected.write_bytes(annex_1_fill.correct(given.source.read_bytes(), fixes, sheet, OFFICE))
    return 1 if errors else 0


def _print(finding: Finding, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(vars(finding), ensure_ascii=False))
        return
    kind = "错误" if finding.severity == "error" else "提醒"
    near = f" 建议改成“{finding.suggestion}”。" if finding.suggestion else ""
    print(f"第 {finding.row} 行 {finding.column} {kind}（{finding.note}）：{finding.says}{near}")
