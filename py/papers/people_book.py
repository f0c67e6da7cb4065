"""Workbooks around a list of people: the template made from the facts, and the results with a summary."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import BinaryIO, Final

from guantong.facts import Fact
from guantong.policy import DOCUMENT
from guantong.targets import NAMES, SKILLS, TITLES

from .people import GROUPS, Question, Summary, Verdict
from .people_columns import FIELDS, NAME, UNIT, Field
from .writing import (
    BOLD,
    LONGEST_LIST,
    TITLE,
    WRAPPED,
    Sheet,
    drop_down,
    head_cell,
    new_book,
    styled,
    text_cell,
    widths,
)

#: what most lists need, first; everything else stands behind it and may be deleted
_FIRST: Final = (
    NAME, "form.证件号", UNIT, "titles.0.name", "titles.0.series", "titles.0.obtained", "skills.0.level",
    "skills.0.obtained", "birth_date", "sex", "person_type", "employer_affiliation", "works_in_wuhan",
    "form.职业名称", "form.手机号码",
)  # fmt: skip
TEMPLATE_ROWS: Final = 500
_LEVELS: Final = (*SKILLS, *TITLES)
RESULT_HEADER: Final = (
    "行号", "姓名", "结论", "说明", *(NAMES[key] for key in _LEVELS), "其他等级", "交到哪里", "退休前最后一天",
    "年限满时已到退休年龄", "要问的事", "还差什么", "依据", "要核对的内容",
)  # fmt: skip
_RESULT_WIDTHS: Final = (6, 10, 12, 36, *[20] * len(_LEVELS), 16, 30, 14, 12, 40, 36, 28, 36)
_MOST_CLOSING: Final = 1000


def template() -> bytes:
    """The list to fill: a column for every fact, the usual ones first, drop-downs, and a sheet that says what goes where."""
    fields = [FIELDS[name] for name in _FIRST] + [
        field for name, field in FIELDS.items() if name not in _FIRST
    ]
    book = new_book()
    sheet = book.create_sheet("名单")
    widths(sheet, [max(12.0, 2.2 * len(field.label)) for field in fields])
    sheet.freeze_panes = "B2"
    sheet.append([head_cell(sheet, field.label) for field in fields])
    for column, field in enumerate(fields, start=1):
        words = _words(field.fact) if field.fact else ()
        if words and len(",".join(words)) <= LONGEST_LIST:
            drop_down(sheet, column, 2, TEMPLATE_ROWS + 1, words)
    _explain(book.create_sheet("填写说明"), fields)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _words(fact: Fact) -> tuple[str, ...]:
    if fact.kind == "bool":
        return ("是", "否", "不确定")
    return tuple(choice.label for choice in fact.choices) if fact.kind == "choice" else ()


def _explain(sheet: Sheet, fields: Iterable[Field]) -> None:
    widths(sheet, (26, 44, 60, 16))
    sheet.append(
        [styled(sheet, "一行一人。不需要的列可以删掉，列的次序可以变；不知道就空着。", BOLD, WRAPPED)]
    )
    sheet.append([head_cell(sheet, name) for name in ("列", "问的是", "怎么填", "条款")])
    for field in fields:
        fact = field.fact
        if fact is None:
            says = ("只用来填附件1、附件2。", "", "")
        else:
            how = {
                "date": "日期，如 2023-05-20；没有日就写 2023-05",
                "bool": "是、否、不确定",
                "number": "数",
                "integer": "数",
            }
            accepted = "、".join(_words(fact)) or how.get(fact.kind, fact.help or "照证书写")
            says = (fact.ask or fact.label, accepted, fact.clause)
        sheet.append([styled(sheet, text, None, WRAPPED) for text in (field.label, *says)])


class ResultBook:
    """The results, written while the list streams by; :meth:`save` adds the summary in front."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.book = new_book()
        self.summary_sheet = self.book.create_sheet("汇总")
        self.sheet = self.book.create_sheet("逐人结果")
        widths(self.sheet, _RESULT_WIDTHS)
        self.sheet.freeze_panes = "C2"
        self.sheet.append([head_cell(self.sheet, name) for name in RESULT_HEADER])

    def add(self, verdict: Verdict, questions: Mapping[str, Question]) -> None:
        """One line for one person; every cell is text."""
        self.sheet.append([text_cell(self.sheet, text) for text in self._line(verdict, questions)])

    def _line(self, verdict: Verdict, questions: Mapping[str, Question]) -> list[str]:
        today = self.as_of.isoformat()
        by_key = {chance.key: chance for chance in verdict.chances}
        levels = [
            by_key[key].words(today) if key in by_key else ("已有同级或更高的证书" if verdict.chances else "")
            for key in _LEVELS
        ]
        others = "；".join(
            f"{chance.name}：{chance.words(today)}" for key, chance in by_key.items() if key not in _LEVELS
        )
        open_to = [chance for chance in verdict.chances if chance.status != "not_eligible" or chance.earliest]
        return [
            str(verdict.row),
            verdict.name,
            GROUPS[verdict.group],
            verdict.headline,
            *levels,
            others,
            "\n".join(verdict.channel),
            verdict.last_day,
            "是" if verdict.lost else "",
            "；".join(questions[key].short for key in verdict.asks),
            "\n".join(
                f"{chance.name}：{'；'.join(chance.missing)}" for chance in verdict.chances if chance.missing
            ),
            "、".join(
                dict.fromkeys(clause for chance in open_to or verdict.chances for clause in chance.cites)
            ),
            "\n".join(verdict.doubts),
        ]

    def save(self, target: BinaryIO, summary: Summary, questions: Mapping[str, Question]) -> None:
        """Write the summary and close the book."""
        sheet = self.summary_sheet
        widths(sheet, (44, 18, 18, 30))
        sheet.append([styled(sheet, "名单核对结果", TITLE, WRAPPED)])
        sheet.append(
            [
                text_cell(
                    sheet,
                    f"依据{DOCUMENT}，算到 {self.as_of}，共 {summary.total} 人。自查结果，不是受理结论。",
                )
            ]
        )
        self._table(sheet, ("结论", "人数"), [(GROUPS[key], str(summary.groups[key])) for key in GROUPS])
        self._table(
            sheet,
            ("等级", "现在可申报", "以后可申报", "需确认"),
            [
                (NAMES[key], *(str(summary.chances[key, when]) for when in ("now", "later", "ask")))
                for key in _LEVELS
            ],
        )
        self._table(
            sheet,
            ("先问这些事", "影响几人", "问到这里，定下几人", "哪一项，或问谁"),
            [
                (q.says, str(touched), str(settled), q.office or q.short)
                for q, touched, settled in summary.ranked(questions)
            ],
        )
        self._table(
            sheet,
            ("一年内到退休年龄，机会会失去", "最后一天", "行号"),
            [(name, day, str(row)) for day, row, name in sorted(summary.closing)[:_MOST_CLOSING]],
        )
        sheet.append(
            [
                text_cell(
                    sheet,
                    f"年限满时已到退休年龄的：{summary.lost} 人。有内容要核对的：{summary.doubtful} 人。",
                )
            ]
        )
        self.book.save(target)

    @staticmethod
    def _table(sheet: Sheet, header: Iterable[str], lines: Iterable[Iterable[str]]) -> None:
        sheet.append([])
        sheet.append([head_cell(sheet, name) for name in header])
        for line in lines:
            sheet.append([text_cell(sheet, text) for text in line])
