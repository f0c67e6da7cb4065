"""Where to apply for a skill level, with which papers, by which clause, and what is asked for it: tried on every combination of facts."""

from __future__ import annotations

import pytest

from guantong.chapter_3_channels import channel, open_facts, options, theory_exam, theory_open_facts
from guantong.conditions import CENTRE
from guantong.person import Person
from guantong.policy import statement
from tests.rules.question_laws import Space, differences, person

YES_NO = (True, False)
CHANNEL = Space(
    {
        "/occupation_access_type": YES_NO,
        "/employer_accredited": YES_NO,
        "/employer_scope_covers_occupation": YES_NO,
        "/apply_as": ("through_unit", "individual"),
        "/person_type": (
            "enterprise_employee",
            "school_staff",
            "public_institution_employee",
            "government_employee",
            "social_individual",
        ),
    }
)
THEORY = Space({"/related_diploma": YES_NO, "/occupation_access_type": YES_NO})
CENTRE_CLAUSES = ["三（三）末段-受理", "三（三）末段-材料"]


def shown(someone: Person) -> list[tuple[str, tuple[str, ...]]]:
    """Receiver and papers of each option, in their order."""
    return [
        (option["receiver"]["id"], tuple(paper["id"] for paper in option["materials"]))
        for option in options(someone)
    ]


def test_of_the_channel_is_asked_exactly_what_can_change_an_option() -> None:
    people = {given: CHANNEL.person(given) for given in CHANNEL.everybody()}
    seen = {given: (tuple(shown(someone)), set(open_facts(someone))) for given, someone in people.items()}
    assert differences(CHANNEL, seen) == []


def test_of_the_theory_examination_is_asked_exactly_what_can_change_it() -> None:
    people = {given: THEORY.person(given) for given in THEORY.everybody()}
    seen = {
        given: (theory_exam(someone), set(theory_open_facts(someone))) for given, someone in people.items()
    }
    assert differences(THEORY, seen) == []


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
    assert theory_exam(person(related_diploma=diploma, occupation_access_type=access_type)) == waived


def test_whatever_is_open_all_options_are_shown_that_some_answers_lead_to_the_unit_first() -> None:
    places = ["own_unit", "city_centre", "competent_body"]
    found = {given: shown(CHANNEL.person(given)) for given in CHANNEL.everybody()}
    for given, ids in found.items():
        assert len(ids) == len(set(ids)), given
        assert set(ids) == {option for whole in CHANNEL.wholes(given) for option in found[whole]}, given
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
    someone = person(
        person_type=kind,
        apply_as=apply_as,
        employer_accredited=accredited,
        employer_scope_covers_occupation=covered,
        occupation_access_type=access_type,
    )
    [option] = options(someone)
    assert (option["receiver"]["id"], option["issuer"]["id"]) == (receiver, issuer)
    assert option["certificate_type"] == certificate
    assert [paper["id"] for paper in option["materials"]] == papers
    assert option["cites"] == cites
    assert option["sessions"] == (["2026-12", "2027-02"] if receiver == "city_centre" else [])
    assert channel(someone)["cites"] == ["三（二）免考", *cites]


def test_the_city_centre_and_its_papers_are_named_as_in_the_policy() -> None:
    [option] = options(
        person(
            person_type="social_individual",
            apply_as="individual",
            employer_accredited=False,
            employer_scope_covers_occupation=False,
            occupation_access_type=False,
        )
    )
    assert option["receiver"]["name"] == CENTRE
    assert CENTRE in statement("C043").text
    assert option["issuer"]["name"] in statement("C043").text
    *named, _ = option["materials"]
    assert all(paper["name"] in statement("C045").text for paper in named)
    assert [paper["copies"] for paper in option["materials"]] == [None, 3, None, None]
    assert ["（附件1）" in paper["name"] for paper in named] == [True, False, False]
    assert ["（附件2）" in paper["name"] for paper in named] == [False, True, False]
