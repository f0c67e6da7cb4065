"""A list of people: each row assessed by the rules, and what the list as a whole says.

Nothing about the policy is decided here: statuses, dates, channels and questions are those of :func:`guantong.assess.assess`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

from guantong import days
from guantong.assess import outline
from guantong.facts import BY_KEY, TITLE_TO_SKILL
from guantong.intake import ITEMS, BadInput, read
from guantong.overpass import settled
from guantong.person import Person
from guantong.targets import SKILLS, TITLES

from .people_rows import PersonRow

GROUPS: Final = {
    "now": "现在可申报",
    "year": "一年内可申报",
    "ask": "需确认",
    "later": "一年以后可申报",
    "no": "不可申报",
    "unread": "没有读懂",
}
_ROADS: Final = {"title_to_skill": SKILLS, "skill_to_title": TITLES}


@dataclass
class Chance:
    """One level for one person: status and dates as the rules give them."""

    key: str
    name: str
    status: str
    earliest: str | None
    until: str | None
    certain: str | None  #: a day from which it is open for certain, although it may be open earlier
    answered: bool
    open_points: bool  #: whether something has to be confirmed, also for a day to come
    cites: list[str]
    missing: list[str]

    def opens(self, today: str) -> str:
        """The day to come from which it is 可申报 (certainly, or if open points are confirmed); empty where none is named."""
        if self.status != "eligible" and (self.certain or "") > today:
            return self.certain or ""
        return (
            (self.earliest or "") if self.status == "not_eligible" and (self.earliest or "") > today else ""
        )

    def kind(self, today: str) -> str:
        """``now``, ``later``, ``ask`` or ``no``."""
        if self.status == "eligible":
            return "now"
        if self.opens(today):
            return "later"
        return "ask" if self.status == "needs_confirmation" else "no"

    def words(self, today: str) -> str:
        """可申报 / 2027-05-20 起可申报 / 需确认 / 不可申报."""
        kind, day = self.kind(today), self.opens(today)
        if kind == "now":
            return "可申报" + (f"，到 {self.until} 为止" if self.until else "")
        if kind == "later":
            return f"{day} 起，须先确认" if self.open_points and day != self.certain else f"{day} 起可申报"
        later = (self.earliest or "") > today
        return (f"需确认（最早 {self.earliest}）" if later else "需确认") if kind == "ask" else "不可申报"


@dataclass
class Verdict:
    """What the list says of one person."""

    row: int
    name: str
    group: str
    headline: str
    titles: str = ""
    skills: str = ""
    chances: list[Chance] = field(default_factory=list)
    channel: list[str] = field(default_factory=list)  #: where the papers go, a line for each direction
    last_day: str = ""  #: last day before the age of retirement closes what is open, empty if nothing closes
    lost: bool = False  #: whether the retirement age comes before the years are complete
    asks: list[str] = field(default_factory=list)  #: keys of open questions, see :class:`Question`
    doubts: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Question:
    """Something open that several people may share: ``key`` a fact or the sentence to confirm, ``short`` for a table's cell."""

    key: str
    says: str
    short: str
    office: str = ""
    readings: tuple[str, ...] = ()


class Assessor:
    """Assesses people one by one and remembers the questions that they share."""

    def __init__(self, as_of: date | None = None) -> None:
        self.as_of = as_of or days.today()
        self.questions: dict[str, Question] = {}

    def assess(self, row: PersonRow) -> Verdict:
        """The verdict of one row. What the rules refuse is dropped, said, and the rest is assessed; never an error."""
        facts = {"as_of": self.as_of.isoformat(), **row.facts}
        doubts = list(row.doubts)
        for _ in range(2):
            try:
                person = read(facts)
                break
            except BadInput as bad:
                doubts += [error.says for error in bad.errors]
                facts = {key: value for key, value in facts.items() if key not in _keys_of(bad)}
        else:
            return Verdict(row.number, row.name, "unread", "这一行没有读懂，请核对。", doubts=doubts)
        return self._verdict(row, person, outline(person), doubts)

    def _verdict(self, row: PersonRow, person: Person, found: dict[str, Any], doubts: list[str]) -> Verdict:
        no_need = settled(person)
        chances = [
            Chance(
                key, target["name"], target["status"], target["earliest"], target["until"], target["certain"], target["answered"], bool(target["confirm"]),
                target["cites"], target["missing"],
            )
            for key, target in found["targets"].items()
            if key not in no_need
        ]  # fmt: skip
        doubts += [problem["says"] for problem in found["problems"]]
        group = self._group(chances)
        return Verdict(
            row.number,
            row.name,
            group,
            found["answer"]["headline"],
            "；".join(f"{title.label}{_since(title.obtained)}" for title in person.titles or ())
            or ("没有" if person.titles is not None else ""),
            "；".join(f"{_skill_label(skill.level)}{_since(skill.obtained)}" for skill in person.skills or ())
            or ("没有" if person.skills is not None else ""),
            chances,
            _channel(chances, found["channel"]),
            min(
                (chance.until for chance in chances if chance.until and chance.status != "not_eligible"),
                default="",
            ),
            person.birth_date is not None
            and any(
                "A54" in note["readings"] for target in found["targets"].values() for note in target["notes"]
            ),
            self._asks(found, {chance.key for chance in chances if chance.status == "needs_confirmation"}),
            doubts,
        )

    def _group(self, chances: list[Chance]) -> str:
        today, within = self.as_of.isoformat(), days.add_years(self.as_of, 1).isoformat()
        kinds = {chance.kind(today) for chance in chances}
        if "now" in kinds:
            return "now"
        if any(chance.opens(today) and chance.opens(today) <= within for chance in chances):
            return "year"
        return next((group for group, kind in (("ask", "ask"), ("later", "later")) if kind in kinds), "no")

    def _asks(self, found: dict[str, Any], open_targets: set[str]) -> list[str]:
        """Open facts of the person, then what only an office can say of the levels that are open."""
        keys: list[str] = []
        for pointer in found["questions"]:
            key = _fact_key(pointer)
            if key not in self.questions:
                label, ask = _fact_words(key)
                self.questions[key] = Question(key, ask or label, label)
            keys.append(key)
        for name in found["targets"]:
            target = found["targets"][name]
            if name in open_targets and target["answered"]:
                for item in target["confirm"]:
                    self.questions.setdefault(
                        item["says"],
                        Question(
                            item["says"], item["says"], item["says"], item["office"], tuple(item["readings"])
                        ),
                    )
                    keys.append(item["says"])
        return list(dict.fromkeys(keys))


def _keys_of(bad: BadInput) -> set[str]:
    return {error.at.split("/")[1] for error in bad.errors if "/" in error.at}


def _since(moment: Any) -> str:
    return f" {moment.text}" if moment else ""


def _skill_label(level: str | None) -> str:
    labels = {choice.value: choice.label for choice in ITEMS["skills"]["level"].choices}
    return labels.get(level or "", "级别不明")


def _fact_key(pointer: str) -> str:
    """``/titles/0/obtained`` → ``titles.obtained``: the same question whichever certificate it is about."""
    return ".".join(step for step in pointer.split("/")[1:] if not step.isdigit())


def _fact_words(key: str) -> tuple[str, str]:
    parent, _, item = key.partition(".")
    if item:
        fact = ITEMS[parent][item]
        label = (
            fact.label
            if fact.label.startswith(BY_KEY[parent].label[:2])
            else f"{BY_KEY[parent].label}：{fact.label}"
        )
        return label, f"{BY_KEY[parent].label}：{fact.ask}"
    return BY_KEY[key].label, BY_KEY[key].ask


def is_common(key: str) -> bool:
    """Whether a question may be answered once for everybody: a plain fact that is no personal data."""
    fact = BY_KEY.get(key)
    return fact is not None and fact.kind in ("bool", "choice") and not fact.personal


def _channel(chances: list[Chance], channel: dict[str, Any]) -> list[str]:
    """Where the papers go for what is open to the person, by the rules' own names."""
    reachable = {c.key for c in chances if c.status != "not_eligible" or c.earliest}
    parts: list[str] = []
    if reachable & set(SKILLS):
        options = [option["receiver"]["name"] for option in channel["title_to_skill"]["options"]]
        parts.append(" 或 ".join(dict.fromkeys(options)))
    first = next((key for key in TITLES if key in reachable), "")
    if first:
        steps = channel["skill_to_title"]["steps"]
        parts.append(f"{steps[0]}，再到{channel['skill_to_title']['committee'][first]}")
    return [part for part in parts if part]


@dataclass
class Summary:
    """Counts over the whole list, made while it streams by."""

    total: int = 0
    groups: Counter[str] = field(default_factory=Counter)
    chances: Counter[tuple[str, str]] = field(default_factory=Counter)  #: (target, kind)
    asked: Counter[str] = field(default_factory=Counter)
    open_sets: Counter[frozenset[str]] = field(default_factory=Counter)
    closing: list[tuple[str, int, str]] = field(
        default_factory=list
    )  #: (last day, row, name), at most _CLOSING
    lost: int = 0
    doubtful: int = 0

    def add(self, verdict: Verdict, as_of: date) -> None:
        self.total += 1
        self.groups[verdict.group] += 1
        self.doubtful += bool(verdict.doubts)
        self.lost += verdict.lost
        self.asked.update(verdict.asks)
        if verdict.asks:
            self.open_sets[frozenset(verdict.asks)] += 1
        for chance in verdict.chances:
            self.chances[chance.key, chance.kind(as_of.isoformat())] += 1
        if verdict.last_day and verdict.last_day <= days.add_years(as_of, 1).isoformat():
            self.closing.append((verdict.last_day, verdict.row, verdict.name))

    def ranked(self, questions: Mapping[str, Question]) -> list[tuple[Question, int, int]]:
        """Questions by the number of people they touch, each with how many are settled once it and all before it are answered."""
        out: list[tuple[Question, int, int]] = []
        known: set[str] = set()
        for key, touched in self.asked.most_common():
            known.add(key)
            settled = sum(count for open_set, count in self.open_sets.items() if open_set <= known)
            out.append((questions[key], touched, settled))
        return out


__all__ = ["GROUPS", "TITLE_TO_SKILL", "Assessor", "Chance", "Question", "Summary", "Verdict", "is_common"]
