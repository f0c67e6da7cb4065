"""Where to apply for a skill level, with which papers, by which clause, and what is asked for it: tried on every combination of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

import pytest

from guantong.chapter_3_channels import channel, open_facts, options, theory_exam, theory_open_facts
from guantong.conditions import CENTRE
from guantong.intake import read
from guantong.person import Person
from guantong.policy import statement

AS_OF = "2026-11-23"
YES_NO = (True, False)
CHANNEL: Mapping[str, Sequence[Any]] = {
    "occupation_access_type": YES_NO,
    "employer_accredited": YES_NO,
    "employer_scope_covers_occupation": YES_NO,
    "apply_as": ("through_unit", "individual"),
    "person_type": (
        "enterprise_employee",
        "school_staff",
        "public_institution_employee",
        "government_employee",
        "social_individual",
    ),
}
THEORY: Mapping[str, Sequence[Any]] = {"related_diploma": YES_NO, "occupation_access_type": YES_NO}
CENTRE_CLAUSES = ["三（三）末段-受理", "三（三）末段-材料"]
#: an answer to each fact in turn; ``None``: open
Given = tuple[Any, ...]
#: receiver and papers of each option
Shown = tuple[tuple[str, tuple[str, ...]], ...]


def person(facts: Mapping[str, Sequence[Any]], given: Given) -> Person:
    """A person of whom so much is known."""
    return read({"as_of": AS_OF, **dict(zip(facts, given, strict=True))})


def everybody(facts: Mapping[str, Sequence[Any]]) -> Iterator[Given]:
    """Each answer, or none, to each fact."""
    return product(*((None, *answers) for answers in facts.values()))


def completions(facts: Mapping[str, Sequence[Any]], given: Given) -> Iterator[Given]:
    """All answers to what is open."""
    pairs = zip(given, facts.values(), strict=True)
    return product(*(answers if value is None else (value,) for value, answers in pairs))


def matter(facts: Mapping[str, Sequence[Any]], given: Given, outcome: Callable[[Given], object]) -> set[str]:
    """The open facts of which two answers lead to different outcomes beside some answers to the others."""
    found = set()
    for index, (fact, answers) in enumerate(facts.items()):
        others = (*given[:index], answers[0], *given[index + 1 :])
        if given[index] is None and any(
            len({outcome((*whole[:index], answer, *whole[index + 1 :])) for answer in answers}) > 1
            for whole in completions(facts, others)
        ):
            found.add(f"/{fact}")
    return found


@cache
def shown(given: Given) -> Shown:
    """Where somebody of whom all is known hands in what."""
    return tuple(
        (option["receiver"]["id"], tuple(paper["id"] for paper in option["materials"]))
        for option in options(person(CHANNEL, given))
    )


@cache
def theory(given: Given) -> str:
    """Whether the theory examination may be waived for somebody of whom all is known."""
    return theory_exam(person(THEORY, given))


def test_of_the_channel_is_asked_exactly_what_can_change_an_option() -> None:
    wrong = [
        given
        for given in everybody(CHANNEL)
        if set(open_facts(person(CHANNEL, given))) != matter(CHANNEL, given, shown)
    ]
    assert wrong == []


def test_of_the_theory_examination_is_asked_exactly_what_can_change_it() -> None:
    for given in everybody(THEORY):
        assert set(theory_open_facts(person(THEORY, given))) == matter(THEORY, given, theory), given


@pytest.mark.parametrize(
    ("diploma", "access_type", "waived"),
    [
        (True, False, "may_be_exempt"),
        (True, True, "unknown"),
        (True, None, "unknown"),
        (False, False, "not_exempt"),
        (False, True, "not_exempt"),
        (False, None, "not_exempt"),
        (None, False, "unknown"),
    ],
)
def test_the_theory_examination_may_be_waived_with_a_diploma_outside_access_type_occupations(
    *, diploma: bool | None, access_type: bool | None, waived: str
) -> None:
    assert theory((diploma, access_type)) == waived


def test_whatever_is_open_all_options_are_shown_that_some_answers_lead_to_the_unit_first() -> None:
    places = ["own_unit", "city_centre", "competent_body"]
    for given in everybody(CHANNEL):
        found = options(person(CHANNEL, given))
        ids = [
            (option["receiver"]["id"], tuple(paper["id"] for paper in option["materials"]))
            for option in found
        ]
        assert len(ids) == len(set(ids)), given
        assert set(ids) == {option for whole in completions(CHANNEL, given) for option in shown(whole)}, given
        assert [place for place, _ in ids] == sorted((place for place, _ in ids), key=places.index), given


@pytest.mark.parametrize(
    ("facts", "receiver", "issuer", "certificate", "papers", "cites"),
    [
        (
            ("enterprise_employee", "through_unit", True, True, False),
            "own_unit",
            "own_unit",
            "职业技能等级证书",
            ["per_unit"],
            ["三（三）1-①"],
        ),
        (
            ("enterprise_employee", "through_unit", False, True, False),
            "city_centre",
            "training_body",
            "职业技能等级证书",
            ["annex1", "annex2", "title_certificate"],
            ["三（三）1-②", *CENTRE_CLAUSES],
        ),
        (
            ("school_staff", "through_unit", True, True, False),
            "own_unit",
            "own_unit",
            "职业技能等级证书",
            ["per_unit"],
            ["三（三）2-①"],
        ),
        (
            ("school_staff", "through_unit", False, False, False),
            "city_centre",
            "training_body",
            "职业技能等级证书",
            ["annex1", "annex2", "title_certificate"],
            ["三（三）2-②", *CENTRE_CLAUSES],
        ),
        (
            ("enterprise_employee", "through_unit", True, False, False),
            "city_centre",
            "training_body",
            "职业技能等级证书",
            ["annex1", "annex2", "title_certificate", "other_evidence"],
            ["三（三）3", *CENTRE_CLAUSES],
        ),
        (
            ("social_individual", "individual", False, False, False),
            "city_centre",
            "training_body",
            "职业技能等级证书",
            ["annex1", "annex2", "title_certificate", "other_evidence"],
            ["三（三）3", *CENTRE_CLAUSES],
        ),
        (
            ("social_individual", "individual", False, False, True),
            "competent_body",
            "competent_body",
            "职业资格证书",
            ["per_body"],
            ["三（三）4"],
        ),
    ],
)
def test_who_receives_and_issues_what_by_which_clause(
    facts: tuple[str, str, bool, bool, bool],
    receiver: str,
    issuer: str,
    certificate: str,
    papers: list[str],
    cites: list[str],
) -> None:
    kind, apply_as, accredited, covered, access_type = facts
    someone = person(CHANNEL, (access_type, accredited, covered, apply_as, kind))
    [option] = options(someone)
    assert (option["receiver"]["id"], option["issuer"]["id"]) == (receiver, issuer)
    assert option["certificate_type"] == certificate
    assert [paper["id"] for paper in option["materials"]] == papers
    assert option["cites"] == cites
    assert option["sessions"] == (["2026-12", "2027-02"] if receiver == "city_centre" else [])
    assert channel(someone)["cites"] == ["三（二）免考", *cites]


def test_the_city_centre_and_its_papers_are_named_as_in_the_policy() -> None:
    [option] = options(person(CHANNEL, (False, False, False, "individual", "social_individual")))
    assert option["receiver"]["name"] == CENTRE
    assert CENTRE in statement("C043").text
    assert option["issuer"]["name"] in statement("C043").text
    *named, _ = option["materials"]
    assert all(paper["name"] in statement("C045").text for paper in named)
    assert [paper["copies"] for paper in option["materials"]] == [None, 3, None, None]
    assert ["（附件1）" in paper["name"] for paper in named] == [True, False, False]
    assert ["（附件2）" in paper["name"] for paper in named] == [False, True, False]
