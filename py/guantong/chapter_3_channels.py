"""三、（三）申报评价渠道及方法 — to whom to apply, who issues the certificate, which papers, which months."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from .conditions import CENTRE, HR
from .days import even_months
from .person import Person

ANNEX_1 = "《武汉市专业技术人才向高技能人才贯通申报汇总表》（附件1）"
ANNEX_2 = "《武汉市专业技术人才向高技能人才贯通个人申报表》（附件2）"
ANNEX_2_COPIES = 3  # C104 本表格一式三份。

_FACTS = (
    "occupation_access_type",
    "employer_accredited",
    "employer_scope_covers_occupation",
    "apply_as",
    "person_type",
)
#: values of unknown facts, likeliest first: the unit before the centre, through the unit before alone
_VALUES: dict[str, tuple[Any, ...]] = {
    "occupation_access_type": (False, True),
    "employer_accredited": (True, False),
    "employer_scope_covers_occupation": (True, False),
    "apply_as": ("through_unit", "individual"),
    "person_type": (
        "enterprise_employee",
        "school_staff",
        "public_institution_employee",
        "government_employee",
        "social_individual",
    ),
}

Option = dict[str, Any]
Known = dict[str, Any]
#: an option before its dates: place, papers, clause
Spec = tuple[str, str, str]


def _party(id: str, name: str) -> dict[str, str]:
    return {"id": id, "name": name}


def _material(id: str, name: str, copies: int | None = None) -> dict[str, Any]:
    return {"id": id, "name": name, "copies": copies}


_UNIT_PAPERS = (
    _material("annex1", ANNEX_1),
    _material("annex2", ANNEX_2, ANNEX_2_COPIES),
    _material("title_certificate", "专业技术职称证书复印件或电子证书"),
)
_PAPERS = {
    "unit": _UNIT_PAPERS,
    "other": (*_UNIT_PAPERS, _material("other_evidence", "其他佐证材料（如毕业证书、岗位和年限证明）")),
    "own": (_material("per_unit", "按单位自己的评价办法"),),
    "body": (_material("per_body", "按鉴定机构的要求"),),
}
_PLACES = {
    "own_unit": (
        _party("own_unit", "所在单位（自主开展认定）"),
        _party("own_unit", "所在单位"),
        "职业技能等级证书",
    ),
    "city_centre": (
        _party("city_centre", CENTRE),
        _party("training_body", "社会培训评价组织"),
        "职业技能等级证书",
    ),
    "competent_body": (
        _party("competent_body", "相应的职业技能鉴定机构"),
        _party("competent_body", "相应的职业技能鉴定机构"),
        "职业资格证书",
    ),
}
_ORDER = tuple(_PLACES)
_CENTRE_CLAUSES = ("三（三）末段-受理", "三（三）末段-材料")
_CLAUSES = {
    "enterprise_employee": ("三（三）1-①", "三（三）1-②"),
    "school_staff": ("三（三）2-①", "三（三）2-②"),
    "public_institution_employee": ("三（三）3", "三（三）3"),
}
_ALONE: Spec = ("city_centre", "other", "三（三）3")


def _decide(known: Known) -> list[Spec]:
    """The options of one complete set of facts (A10, A19, A20, A56)."""
    if known["occupation_access_type"]:
        return [("competent_body", "body", "三（三）4")]
    kind, alone = known["person_type"], known["apply_as"] == "individual"
    if kind not in _CLAUSES:
        return [_ALONE]
    own_clause, city_clause = _CLAUSES[kind]
    alone = alone or kind == "public_institution_employee"
    if known["employer_accredited"] and known["employer_scope_covers_occupation"]:
        return [("own_unit", "own", own_clause), *([_ALONE] if alone else [])]
    if known["employer_accredited"] or alone:
        return [_ALONE]
    return [("city_centre", "unit", city_clause)]


def _completions(known: Known) -> Iterator[Known]:
    open_fact = next((fact for fact in _FACTS if known[fact] is None), None)
    if open_fact is None:
        yield known
        return
    for value in _VALUES[open_fact]:
        yield from _completions({**known, open_fact: value})


def _key(spec: Spec) -> tuple[str, str]:
    return spec[:2]


@cache
def _analyse(
    values: tuple[Any, ...],
) -> tuple[tuple[tuple[tuple[str, str], tuple[str, ...]], ...], tuple[str, ...]]:
    """For one combination of known and unknown facts: the options with their clauses, and the facts still open."""
    known = dict(zip(_FACTS, values, strict=True))
    unknown = [fact for fact in _FACTS if known[fact] is None]
    clauses: dict[tuple[str, str], dict[str, None]] = {}
    shown = {}
    for completion in _completions(known):
        specs = _decide(completion)
        shown[tuple(completion[fact] for fact in unknown)] = tuple(_key(spec) for spec in specs)
        for spec in specs:
            clauses.setdefault(_key(spec), {})[spec[2]] = None
    matters = tuple(
        f"/{fact}"
        for i, fact in enumerate(unknown)
        if any(
            shown[(*values[:i], other, *values[i + 1 :])] != result
            for values, result in shown.items()
            for other in _VALUES[fact]
        )
    )
    ordered = sorted(clauses, key=lambda key: (_ORDER.index(key[0]), len(_PAPERS[key[1]])))
    return tuple((key, tuple(clauses[key])) for key in ordered), matters


def _analysed(person: Person) -> tuple[tuple[tuple[tuple[str, str], tuple[str, ...]], ...], tuple[str, ...]]:
    return _analyse(tuple(getattr(person, fact) for fact in _FACTS))


def options(person: Person) -> list[Option]:
    """Where to apply: one option where the facts decide, several where they don't, likeliest first."""
    found = []
    for (place, papers), clauses in _analysed(person)[0]:
        receiver, issuer, certificate = _PLACES[place]
        centre = place == "city_centre"
        found.append(
            {
                "receiver": receiver,
                "issuer": issuer,
                "certificate_type": certificate,
                "materials": list(_PAPERS[papers]),
                "sessions": even_months(person.as_of) if centre else [],
                "cites": [*clauses, *(_CENTRE_CLAUSES if centre else ())],
            }
        )
    return found


def open_facts(person: Person) -> tuple[str, ...]:
    """The unknown facts that can still change an option, found by trying every completion of the others."""
    return _analysed(person)[1]


def theory_exam(person: Person) -> str:
    """Whether the theory examination may be waived (A16): never a condition, and only "may".

    C030 专业技术人员具有所申报职业（工种）相关专业毕业证书的，可免于理论知识考试；
    """
    if person.related_diploma is False:
        return "not_exempt"
    return "may_be_exempt" if person.related_diploma and person.occupation_access_type is False else "unknown"


def theory_open_facts(person: Person) -> list[str]:
    """The unknown facts that can still change ``theory_exam``."""
    facts = ["/related_diploma"] if person.related_diploma is None else []
    if person.occupation_access_type is None and person.related_diploma is not False:
        facts.append("/occupation_access_type")
    return facts


def channel(person: Person) -> dict[str, Any]:
    """The block ``channel.title_to_skill`` of a result."""
    found = options(person)
    theory = theory_exam(person)
    confirm = []
    if len(found) > 1:
        confirm.append(
            _ask("你的单位有没有评价资质、备案范围包不包括这个职业（工种），该交到哪里", HR, ["A53", "A56"])
        )
    if person.occupation_access_type is None:
        confirm.append(_ask("要申报的职业（工种）是不是准入类（《国家职业资格目录》）", CENTRE, ["A20"]))
    if person.person_type == "public_institution_employee" and person.employer_accredited:
        confirm.append(_ask("有评价资质的事业单位（院校以外），能不能自己组织认定", CENTRE, ["A10"]))
    if person.person_type == "social_individual" or person.apply_as == "individual":
        confirm.append(_ask("个人申报时，附件1和附件2的单位盖章、单位意见怎么填", CENTRE, ["A23"]))
    if any(len(option["materials"]) == len(_PAPERS["other"]) for option in found):
        confirm.append(_ask("“其他佐证材料”要交哪些", CENTRE, ["A22"]))
    if any(option["sessions"] for option in found):
        confirm.append(_ask("这一场哪天截止、开不开你的职业（工种）", CENTRE, ["A21"]))
    if theory != "not_exempt":
        confirm.append(_ask("你的毕业证书算不算“相关专业”，理论知识考试能不能免", "承担评价的机构", ["A16"]))
    cites = list(dict.fromkeys(["三（二）免考", *(clause for option in found for clause in option["cites"])]))
    return {"options": found, "theory_exam": theory, "confirm": confirm, "cites": cites}


def _ask(says: str, office: str, readings: list[str]) -> dict[str, Any]:
    return {"says": says, "office": office, "readings": readings}
