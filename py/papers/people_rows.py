"""One row of a staff list → the facts of one person, the fields of the annexes, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guantong.facts import BY_KEY
from guantong.forms import Findings, identity_number, real_date

from . import dates, people_values
from .people_columns import FIELDS, FORM, NAME
from .tables import Row

Facts = dict[str, Any]
_NONE = "none"  #: marks an entry that the row says doesn't exist, whatever else stands in its columns


@dataclass
class PersonRow:
    """What a row says: ``facts`` in the contract's form, ``form`` with the fields of the annexes, ``doubts`` as sentences."""

    number: int
    facts: Facts = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.form.get(NAME.removeprefix(FORM), "")


def read_row(
    row: Row, fields: Sequence[str], headers: Sequence[str], common: Mapping[str, Any], *, blank_is_none: bool
) -> PersonRow:
    """Read one row. ``common`` holds for everybody whose row doesn't say otherwise.

    ``blank_is_none``: the user said that an empty cell in the column of a title, skill or honour means that there is none.
    """
    person = PersonRow(row.number)
    lists: dict[str, dict[int, Facts]] = {}
    for index, (name, header) in enumerate(zip(fields, headers, strict=True)):
        text = row.cells[index] if index < len(row.cells) else ""
        if not name:
            continue
        if index in row.lost:
            person.doubts.append(f"“{header}”存成了数字，后面几位已经丢了。请把这一列设成文本，重新填。")
            continue
        key, _, kind = name.partition("@")
        if key.startswith(FORM):
            if text:
                person.form[key.removeprefix(FORM)] = text
        elif "." in key:
            _take_entry(person, lists, key, kind, text, header, blank_is_none=blank_is_none)
        else:
            _take(person, key, text, header)
    for key, entries in lists.items():
        person.facts[key] = [
            entries[at] for at in sorted(entries) if entries[at] and not entries[at].get(_NONE)
        ]
    _take_identity(person)
    person.facts = {**common, **person.facts}
    return person


def _take(person: PersonRow, key: str, text: str, header: str) -> None:
    if key == "education" and text:
        person.form["文化程度"] = text
    fact = BY_KEY[key]
    value, doubt = people_values.parse(fact, text)
    if fact.kind == "text" and text in people_values.NONE:
        value = None
    if doubt:
        person.doubts.append(f"“{header}”一栏：{doubt}")
    if value is not None:
        person.facts[key] = value


def _take_entry(
    person: PersonRow,
    lists: dict[str, dict[int, Facts]],
    key: str,
    kind: str,
    text: str,
    header: str,
    *,
    blank_is_none: bool,
) -> None:
    """A cell of a certificate. “无” in its name or level means that there is none; the same for a blank if the user said so."""
    parent, entry, item = key.split(".")
    if item in ("name", "level") and (text in people_values.NONE or (not text and blank_is_none)):
        found = lists.setdefault(parent, {}).setdefault(int(entry), {})
        found.update({} if found.keys() & {"name", "level"} else {_NONE: True})
        return
    if people_values.is_blank(text):
        return
    if parent == "titles" and item == "name":
        found = lists.setdefault(parent, {}).setdefault(int(entry), {})
        found.pop(_NONE, None)
        found.update(people_values.title(text))
        return
    value, doubt = people_values.parse(FIELDS[key].fact, text)  # type: ignore[arg-type]
    if doubt:
        person.doubts.append(f"“{header}”一栏：{doubt}")
    if value is not None:
        found = lists.setdefault(parent, {}).setdefault(int(entry), {})
        if item in ("name", "level"):
            found.pop(_NONE, None)
        found[item] = value
        if kind:
            found["date_kind"] = kind


def _take_identity(person: PersonRow) -> None:
    """Birth date and sex stand in a right identity number (GB 11643); what the row says itself goes first."""
    number = person.form.get("证件号", "").upper()
    if len(number) != 18 or person.form.get("证件类型", "身份证") != "身份证":
        return
    findings = Findings()
    birth = person.facts.get("birth_date", "")
    sex = {"male": "男", "female": "女"}.get(person.facts.get("sex", ""), "")
    identity_number(findings, "证件号", number, birth, sex)
    if findings.warnings:
        person.doubts += [problem["says"] for problem in findings.warnings]
        return
    person.form.setdefault("证件类型", "身份证")
    born = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    if real_date(born) and len(birth) < len(born):
        person.facts["birth_date"] = born
    person.facts.setdefault("sex", "male" if int(number[16]) % 2 else "female")


def form_cells(person: PersonRow) -> dict[str, str]:
    """What a staff list says for the columns of annex 1; a date is written as the note asks where it is exact."""
    cells = dict(person.form)
    sex = {"male": "男", "female": "女"}.get(person.facts.get("sex", ""), "")
    if sex:
        cells["性别"] = sex
    birth = person.facts.get("birth_date", "")
    if real_date(birth):
        cells["出生日期"] = birth
    if began := cells.get("参加工作时间"):
        cells["参加工作时间"] = dates.read(began).text or began
    return cells


__all__ = ["Facts", "PersonRow", "form_cells", "read_row"]
