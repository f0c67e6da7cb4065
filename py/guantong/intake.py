"""From JSON to a :class:`Person`: every key, type and date is checked, and every problem is reported.

Two kinds of trouble are kept apart. An *error* (unknown key, wrong type, impossible date, value outside its list) refuses
the input. A *problem* (a date still to come, an unknown title name) leaves that one fact unknown and the rest is answered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from . import days, series, titles
from .facts import BY_KEY, FACTS, Fact
from .person import Award, Person, SkillEntry, TitleEntry

MAX_TEXT = 200
MAX_ENTRIES = 100
MAX_NUMBER = 100
MAX_SHOWN = 60
MAX_UNKNOWN = 100  #: of the unknown keys of one object so many are named one by one, the others counted
OTHER_SPACES = "\u3000\u00a0"  #: full width and unbreakable: as they come out of Chinese documents


@dataclass(frozen=True, slots=True)
class InputError:
    """Why an input is refused: where (JSON pointer), what was given, what is accepted, and a sentence."""

    at: str
    given: str
    accepted: str

    @property
    def says(self) -> str:
        return f"{self.at or '/'}：填的是 {self.given}，这里接受的是：{self.accepted}。"

    def as_json(self) -> dict[str, str]:
        return {"at": self.at, "given": self.given, "accepted": self.accepted, "says": self.says}


class BadInput(Exception):
    """The input can't be used; ``errors`` says everything that is wrong with it."""

    def __init__(self, errors: list[InputError]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        return "；".join(error.says for error in self.errors)


def show(value: object) -> str:
    """A given value for a message: short, on one line, without control characters or broken surrogates."""
    if value is None:
        return "空"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"一个列表（{len(value)} 项）"
    if isinstance(value, dict):
        return f"一个对象（{len(value)} 个键）"
    text = (
        f"“{value}”"
        if isinstance(value, str)
        else f"{value:.6g}"
        if isinstance(value, float)
        else _digits(value)
    )
    text = "".join(c if c.isprintable() else "□" for c in text)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def _digits(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > 128:
        return "一个很大的整数"
    return str(value)


def clean(text: str) -> bool:
    """Whether a text holds only characters that can be shown and encoded; Chinese writing has spaces of its own."""
    return all(c.isprintable() or c in OTHER_SPACES for c in text)


def pointer(*parts: str | int) -> str:
    """A JSON pointer (RFC 6901); keys that come from outside are shortened and made printable."""
    out = []
    for part in parts:
        text = str(part)
        text = "".join(c if c.isprintable() else "□" for c in text[:MAX_SHOWN])
        out.append("/" + text.replace("~", "~0").replace("/", "~1"))
    return "".join(out)


def accepted(fact: Fact) -> str:
    """What a fact takes, in words."""
    match fact.kind:
        case "bool":
            return "true（是）或 false（否）"
        case "choice":
            return "、".join(f"{choice.value}（{choice.label}）" for choice in fact.choices)
        case "date":
            return "日期 YYYY-MM-DD" + ("" if fact.full_date else "、YYYY-MM 或 YYYY") + "（1900 至 2200 年）"
        case "integer":
            return f"0 到 {MAX_NUMBER} 的整数"
        case "number":
            return f"0 到 {MAX_NUMBER} 的数"
        case "text":
            return f"1 到 {MAX_TEXT} 个字的文字"
        case "list":
            return f"列表，至多 {MAX_ENTRIES} 项，每项是一个对象"


def whole(value: object) -> bool:
    """Whether a JSON number is whole, however it is written (2 or 2.0)."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def _fits(fact: Fact, value: object) -> bool:
    match fact.kind:
        case "bool":
            return isinstance(value, bool)
        case "choice":
            return isinstance(value, str) and any(value == choice.value for choice in fact.choices)
        case "date":
            moment = days.parse(value) if isinstance(value, str) else None
            return moment is not None and (
                moment.exact and len(moment.text) == 10 if fact.full_date else True
            )
        case "integer":
            return whole(value) and 0 <= cast(float, value) <= MAX_NUMBER
        case "number":
            return (
                isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= MAX_NUMBER
            )
        case "text":
            return (
                isinstance(value, str) and len(value.strip()) > 0 and len(value) <= MAX_TEXT and clean(value)
            )
        case "list":
            return isinstance(value, list) and len(value) <= MAX_ENTRIES


def check_object(
    value: object, facts: dict[str, Fact], at: tuple[str | int, ...], errors: list[InputError]
) -> None:
    """Check one object against its facts, entries of lists included; everything wrong goes into ``errors``.

    Each unknown key is an error with the keys that there are; beyond a hundred of them one error says how many more.
    """
    if not isinstance(value, dict):
        errors.append(InputError(pointer(*at), show(value), "一个对象"))
        return
    only = "只有这些键：" + "、".join(facts)
    unknown = 0
    for key, given in value.items():
        fact = facts.get(key)
        here = (*at, key)
        if fact is None:
            unknown += 1
            if unknown <= MAX_UNKNOWN:
                errors.append(InputError(pointer(*here), show(given), only))
        elif given is not None and not _fits(fact, given):
            errors.append(InputError(pointer(*here), show(given), accepted(fact)))
        elif fact.kind == "list" and given is not None:
            items = {item.key: item for item in fact.items}
            for index, entry in enumerate(given):
                check_object(entry, items, (*here, index), errors)
    if unknown > MAX_UNKNOWN:
        errors.append(InputError(pointer(*at), f"另外 {unknown - MAX_UNKNOWN} 个不认识的键", only))


Problems = list[tuple[str, str]]


def read(value: object, today: Callable[[], date] = days.today) -> Person:
    """Check and type the facts of one person.

    Raises :class:`BadInput` with every error; problems that leave a single fact unknown are kept in ``Person.problems``.
    """
    errors: list[InputError] = []
    value, unsure = _set_apart(value, errors)
    check_object(value, BY_KEY, (), errors)
    if errors:
        raise BadInput(errors)
    given = {key: item for key, item in cast(dict[str, Any], value).items() if item is not None}
    given_day = given.get("as_of")
    as_of = date.fromisoformat(given_day) if given_day else today()
    problems: Problems = []
    given["as_of"] = as_of
    if "expert_recommendations" in given:
        given["expert_recommendations"] = int(given["expert_recommendations"])
    if "birth_date" in given:
        given["birth_date"] = _past(given["birth_date"], as_of, "/birth_date", "出生日期", problems)[0]
    if "titles" in given:
        given["titles"] = tuple(_title(t, i, as_of, problems) for i, t in enumerate(given["titles"]))
    if "skills" in given:
        given["skills"] = tuple(_skill(s, i, as_of, problems) for i, s in enumerate(given["skills"]))
    if "awards" in given:
        given["awards"] = tuple(
            Award(
                f"/awards/{i}", a.get("name"), a.get("role"), a.get("result"), a.get("coached") or "student"
            )
            for i, a in enumerate(given["awards"])
        )
    if "target_series" in given:
        given["target_series"] = series.normalise(given["target_series"])
    return Person(**given, unsure=unsure, problems=tuple(problems))


UNSURE = "unsure"
_UNSURE_TAKES = "问题的指针，如 /retired、/titles/0/obtained，组成的列表"
MAX_UNSURE = 1000


def _set_apart(value: object, errors: list[InputError]) -> tuple[object, frozenset[str]]:
    """The facts without ``unsure``, and the pointers in it: the questions that the person was asked and can't answer.

    They stay unknown; they are only not asked again, and what hangs on them is for an office to confirm.
    """
    if not isinstance(value, dict) or UNSURE not in value:
        return value, frozenset()
    given = value[UNSURE]
    rest = {key: item for key, item in value.items() if key != UNSURE}
    if given is None:
        return rest, frozenset()
    if not isinstance(given, list) or len(given) > MAX_UNSURE:
        errors.append(InputError(pointer(UNSURE), show(given), _UNSURE_TAKES))
        return rest, frozenset()
    bad = [(index, at) for index, at in enumerate(given) if not (isinstance(at, str) and _is_question(at))]
    errors.extend(InputError(pointer(UNSURE, index), show(at), _UNSURE_TAKES) for index, at in bad)
    return rest, frozenset(at for at in given if isinstance(at, str))


def _is_question(at: str) -> bool:
    """Whether a pointer names a fact, or a fact of an entry of a list."""
    match at.split("/"):
        case ["", key]:
            return key in BY_KEY
        case ["", key, index, item]:
            return key in ITEMS and index.isascii() and index.isdigit() and item in ITEMS[key]
    return False


def _past(
    text: str | None, as_of: date, at: str, label: str, problems: Problems
) -> tuple[days.Moment | None, bool]:
    """A date with whether it is usable; one after the day of calculation is a problem and unknown (A49)."""
    moment = days.parse(text) if text else None
    if moment is not None and moment.first > as_of:
        problems.append((at, f"{label} {text} 在计算日期 {as_of} 之后，这一项先按不知道算。"))
        return None, False
    return moment, True


def _title(entry: dict[str, Any], index: int, as_of: date, problems: Problems) -> TitleEntry:
    at = f"/titles/{index}"
    level, ask = _title_level(entry, at, problems)
    obtained, held = _past(entry.get("obtained"), as_of, f"{at}/obtained", "职称取得时间", problems)
    name = entry.get("name")
    label = name.strip() if name else titles.LEVEL_NAMES[level] + "职称" if level else "级别不明的职称"
    return TitleEntry(
        at,
        level,
        obtained,
        held,
        exact_kind=entry.get("date_kind") in (None, "approved"),
        recognised=entry.get("recognised") is not False,
        specialty_matches=entry.get("specialty_matches"),
        label=label,
        ask=ask,
    )


def _title_level(entry: dict[str, Any], at: str, problems: Problems) -> tuple[titles.Level | None, str]:
    """The level of a title from its name, its series and its stated level; and the fact to ask where it stays unknown."""
    stated = cast("titles.Level | None", entry.get("level"))
    name = "".join((entry.get("name") or "").split())
    if not name:
        return stated, f"{at}/level"
    group = series.normalise(entry["series"]) if entry.get("series") else None
    meant = titles.level_of(name, group)
    if meant is None:
        if name in titles.NEEDS_SERIES and group is None and stated in (None, *titles.possible_levels(name)):
            return stated, f"{at}/series"
        problems.append(
            (f"{at}/name", f"名单里没有职称“{name}”{f'（{group}系列）' if group else ''}，级别先按不知道算。")
        )
        return None, f"{at}/name"
    if (
        stated is None
        or stated == meant
        or (stated == "junior_unspecified" and meant in ("assistant", "below_assistant"))
    ):
        return meant, f"{at}/level"
    if meant == "junior_unspecified" and stated in ("assistant", "below_assistant"):
        return stated, f"{at}/level"
    says = f"职称“{name}”是{titles.LEVEL_NAMES[meant]}，与所选的{titles.LEVEL_NAMES[stated]}不一致，级别先按不知道算。"
    problems.append((f"{at}/name", says))
    return None, f"{at}/level"


def _skill(entry: dict[str, Any], index: int, as_of: date, problems: Problems) -> SkillEntry:
    at = f"/skills/{index}"
    obtained, held = _past(entry.get("obtained"), as_of, f"{at}/obtained", "证书取得时间", problems)
    worked = entry.get("years_worked")
    if worked is not None and obtained is not None and not _calendar_allows(obtained.first, worked, as_of):
        problems.append(
            (
                f"{at}/years_worked",
                f"取得证书（{obtained.text}）到 {as_of} 没有 {worked:g} 年，这一项先按不知道算。",
            )
        )
        worked = None
    return SkillEntry(
        at,
        entry.get("level"),
        obtained,
        held,
        recognised=entry.get("recognised") is not False,
        same_occupation=entry.get("same_occupation"),
        via_this_policy=entry.get("via_this_policy"),
        continuous=entry.get("continuous"),
        years_worked=worked,
    )


def _calendar_allows(start: date, years: float, as_of: date) -> bool:
    """Whether so many years fit between two days; whole years by anniversary, the rest by months, to the next month."""
    return days.add_months(start, int(years * 12)) <= as_of


ITEMS = {fact.key: {item.key: item for item in fact.items} for fact in FACTS if fact.kind == "list"}
